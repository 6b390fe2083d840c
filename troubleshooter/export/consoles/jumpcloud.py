"""Reads events of JumpCloud’s Directory Insights."""

from ..dates import read_time
from ..event import OTHER, Event, known_as, listed, read_outcome
from ..fields import inner_fields, text_of
from .table import MESSAGES


def is_jumpcloud(record):
    """Whether a record is an event of JumpCloud's Directory Insights."""
    # The console's table has a column `Result`.
    return "eventtype" in record and ("success" in record or ("result" in record and "initiatedby" in record))


def read_jumpcloud(record, idp):
    """Return the Event of a record of JumpCloud; only its provisioning types count."""
    outcome = read_outcome(text_of(record, "success", "result"))
    kind = text_of(record, "eventtype")
    if not kind.endswith("provision"):
        outcome = OTHER
    name = ""
    identities: list[str] = []
    for field in ("resource", "user", "targetresource", "target"):
        inner = inner_fields(record, field)
        if inner:
            name = name or text_of(inner, "email", "username", "name", "displayname")
            identities = identities or known_as(text_of(inner, "id"), name)
    login = text_of(record, "username", "useremail", "email")
    identities = identities or known_as(login)
    return Event(
        outcome or OTHER,
        text_of(record, "id"),
        "",
        read_time(text_of(record, "timestamp")),
        [] if kind.startswith("group_") else identities,
        listed(name, login),
        "",
        text_of(record, *MESSAGES),
        idp,
    )
