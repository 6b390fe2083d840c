"""Reads events of OneLogin, and its older failed provisionings."""

from ...letters import lower
from ..dates import read_time
from ..event import FAILED, OTHER, Event, known_as, listed
from ..fields import inner_fields, text_of
from ..text_lines import outcome_of_text

# Signing in, to OneLogin or an app, and failing to.
_SIGN_INS = frozenset("5 6 8".split())


def is_onelogin(record):
    """Whether a record is an event of OneLogin, or one of its older failed provisionings."""
    return "eventtypeid" in record or (
        "errordescription" in record and ("user" in record or "loginid" in record)
    )


def read_onelogin(record, idp):
    """Return the Event of a record of OneLogin; a description of an error means that it failed."""
    error = text_of(record, "errordescription")
    older = "eventtypeid" not in record
    notes = text_of(record, "description") if older else text_of(record, "notes", "custommessage")
    user = inner_fields(record, "user")
    login = text_of(user, "email", "username")
    display = text_of(record, "username") or " ".join(
        [name for name in (text_of(user, "firstname"), text_of(user, "lastname")) if name]
    )
    failed = bool(error or older)
    # Notes of other events tell of passwords and factors.
    outcome = FAILED if failed else (outcome_of_text(notes) if "provision" in lower(notes) else None)
    if text_of(record, "eventtypeid") in _SIGN_INS:
        outcome = OTHER
    identity = text_of(record, "userid") or text_of(user, "id")
    return Event(
        outcome or OTHER,
        text_of(record, "id"),
        "",
        read_time(text_of(record, "createdat")),
        known_as(identity, login) or known_as(display),
        listed(login, display, identity),
        "",
        error or notes,
        idp,
    )
