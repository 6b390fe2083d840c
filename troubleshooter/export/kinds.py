"""Knows every kind of event, and which one a record or the columns of a table are."""

from collections import namedtuple

from ..vocabulary import value_label
from .consoles.entra import is_entra, read_entra
from .consoles.entra_parts import is_entra_part, read_entra_part
from .consoles.jumpcloud import is_jumpcloud, read_jumpcloud
from .consoles.okta import is_okta, read_okta
from .consoles.onelogin import is_onelogin, read_onelogin
from .consoles.pingone import is_pingone, read_pingone
from .consoles.scim_body import is_message, read_body
from .consoles.table import is_table, read_table
from .fields import inner_fields, open_up, squeeze_names


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
TABLE = Kind(None, "list of errors", is_table, read_table)
_KINDS = (
    Kind("okta", "System Log", is_okta, read_okta),
    Kind("onelogin", "events", is_onelogin, read_onelogin),
    Kind("jumpcloud", "Directory Insights", is_jumpcloud, read_jumpcloud),
    Kind("pingone", "audit activities", is_pingone, read_pingone),
    ENTRA,
    Kind(None, "SCIM error bodies", is_message, read_body),
    TABLE,
)
# After a log shipper, the event stands in one of these as a text.
_ENVELOPES = ("message", "raw", "original", "eventoriginal")


def kind_of(record):
    """Return the Kind of a record, its names squeezed, or None."""
    for kind in _KINDS:
        if kind.fits(record):
            return kind
    return None


def kind_of_columns(names):
    """Return the Kind of the rows of a table by the squeezed names of its columns, or None."""
    columns = dict.fromkeys(names, "")
    if is_entra_part(columns):
        return ENTRA_PART
    return kind_of(columns) or (TABLE if any(name in columns for name in _ENVELOPES) else None)


def unwrap(record):
    """Return the event that a log shipper put into the record as a text, names squeezed, or the record."""
    for fields in (record, inner_fields(record, "event")):
        for name in _ENVELOPES:
            value = fields.get(name)
            if isinstance(value, str) and value[:1] in ("{", '"'):
                inner = open_up(value)
                if isinstance(inner, dict):
                    inner = squeeze_names(inner)
                    return inner if kind_of(inner) else record
    return record
