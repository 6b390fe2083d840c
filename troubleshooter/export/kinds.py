"""Knows every kind of event, and which one a record or the columns of a table are."""

from collections import namedtuple

from .consoles.entra import is_entra, read_entra
from .consoles.entra_parts import is_entra_part, read_entra_part
from .consoles.jumpcloud import is_jumpcloud, read_jumpcloud
from .consoles.okta import is_okta, read_okta
from .consoles.onelogin import is_onelogin, read_onelogin
from .consoles.pingone import is_pingone, read_pingone
from .consoles.scim_body import is_message, read_body
from .consoles.table import is_table, read_table
from .fields import inner_fields, open_up, squeeze_names


class Kind(namedtuple("Kind", "label fits read")):
    """A kind of event: its name, whether squeezed names fit, and the function that reads a record of it."""


ENTRA_PART = Kind("Entra ID provisioning steps", is_entra_part, read_entra_part)
ENTRA = Kind("Entra ID provisioning logs", is_entra, read_entra)
TABLE = Kind("list of errors", is_table, read_table)
_KINDS = (
    Kind("Okta System Log", is_okta, read_okta),
    Kind("OneLogin events", is_onelogin, read_onelogin),
    Kind("JumpCloud Directory Insights", is_jumpcloud, read_jumpcloud),
    Kind("PingOne audit activities", is_pingone, read_pingone),
    ENTRA,
    Kind("SCIM error bodies", is_message, read_body),
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
