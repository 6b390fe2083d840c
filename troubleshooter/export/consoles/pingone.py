"""Reads activities of PingOne’s audit log."""

from ..dates import read_time
from ..event import OTHER, Event, known_as, listed, read_outcome
from ..fields import inner_fields, inner_list, text_of

# What the types of other activities begin with.
_ELSEWHERE = (
    "USER.ACCESS_",
    "PASSWORD.",
    "AUTHENTICATION",
    "SESSION.",
    "OTP.",
    "MFA",
    "DEVICE",
    "FLOW.",
    "TOKEN.",
    "AUTHORIZ",
    "RISK",
)


def is_pingone(record):
    """Whether a record is an activity of PingOne's audit log."""
    return "action" in record and "result" in record and ("recordedat" in record or "resources" in record)


def read_pingone(record, idp):
    """Return the Event of an activity of PingOne."""
    result = inner_fields(record, "result")
    name, identities = "", []
    for entry in inner_list(record, "resources"):
        if text_of(entry, "type").upper() == "USER":
            name = text_of(entry, "name")
            identities = known_as(text_of(entry, "id"), name)
            break
        name = name or text_of(entry, "name")
    action = inner_fields(record, "action")
    elsewhere = text_of(action, "type").upper().startswith(_ELSEWHERE)
    return Event(
        OTHER if elsewhere else read_outcome(text_of(result, "status")) or OTHER,
        text_of(record, "id"),
        "",
        read_time(text_of(record, "recordedat", "createdat")),
        identities,
        listed(name),
        "",
        text_of(result, "description") or text_of(action, "description"),
        idp,
    )
