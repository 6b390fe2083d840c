"""Knows every kind of event, and which one a record or the columns of a table are."""

from collections import namedtuple

from ..vocabulary import value_label
from .consoles.bulk import is_bulk_operation, read_bulk_operation
from .consoles.elsewhere import ELSEWHERE, read_elsewhere
from .consoles.entra import is_entra, read_entra
from .consoles.entra_audit import is_entra_audit, read_entra_audit
from .consoles.entra_parts import is_entra_part, read_entra_part
from .consoles.jumpcloud import is_jumpcloud, read_jumpcloud
from .consoles.okta import is_okta, read_okta
from .consoles.onelogin import is_onelogin, read_onelogin
from .consoles.pingone import is_pingone, read_pingone
from .consoles.scim_body import is_message, read_body
from .consoles.server_log import is_server_log, read_server_log
from .consoles.table import is_table, read_table


class Kind(namedtuple("Kind", "idp log fits read")):
    """A kind of event: the provider whose log has it (or None), the log, and whether squeezed names fit.

    `read` gets a record, its names squeezed, and the provider, and returns the Event.
    """

    @property
    def label(self):
        """The name of the log, with that of its provider."""
        return value_label("idp", self.idp) + " " + self.log if self.idp else self.log


ENTRA_PART = Kind("entra", "provisioning steps", is_entra_part, read_entra_part)
ENTRA = Kind("entra", "provisioning logs", is_entra, read_entra)
BULK = Kind(None, "SCIM bulk answers", is_bulk_operation, read_bulk_operation)
SERVER_LOG = Kind(None, "log of a program", is_server_log, read_server_log)
TABLE = Kind(None, "list of errors", is_table, read_table)
_ELSEWHERE = [Kind(other.idp, other.log, other.fits, read_elsewhere) for other in ELSEWHERE]
_CONSOLES = [
    Kind("okta", "System Log", is_okta, read_okta),
    Kind("onelogin", "events", is_onelogin, read_onelogin),
    Kind("jumpcloud", "Directory Insights", is_jumpcloud, read_jumpcloud),
    Kind("pingone", "audit activities", is_pingone, read_pingone),
    Kind("entra", "audit logs", is_entra_audit, read_entra_audit),
    ENTRA,
] + _ELSEWHERE
_KINDS = _CONSOLES + [
    BULK,
    SERVER_LOG,
    Kind(None, "SCIM error bodies", is_message, read_body),
    TABLE,
]
# After a log shipper, the event stands in one of these as a text.
ENVELOPES = ("message", "raw", "original", "eventoriginal", "event", "log", "value")


def kind_of(record):
    """Return the Kind of a record, its names squeezed, or None."""
    for kind in _KINDS:
        if kind.fits(record):
            return kind
    return None


def is_elsewhere(kind):
    """Whether the records of the Kind are no provisioning, whatever they say."""
    return kind in _ELSEWHERE


def is_vague(kind):
    """Whether what a record holds inside may tell more than its own fields."""
    return kind is TABLE or kind is SERVER_LOG


def kind_of_columns(names):
    """Return the Kind of the rows of a table by the squeezed names of its columns, or None."""
    columns = dict.fromkeys(names, "")
    if is_entra_part(columns):
        return ENTRA_PART
    return kind_of(columns) or (TABLE if any(name in columns for name in ENVELOPES) else None)
