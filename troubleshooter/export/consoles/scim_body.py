"""Reads the body of a SCIM error where it stands as a record by itself."""

from ..event import FAILED, SUCCEEDED, Event, known_as, listed
from ..fields import text_of
from ..text_lines import person_in_text


def is_message(record):
    """Whether a record is the body of a SCIM error itself (RFC 7644, section 3.12)."""
    return "detail" in record and ("status" in record or "schemas" in record or "scimtype" in record)


def read_body(record, idp):
    """Return the Event of the body of a SCIM error; it is a failure by itself."""
    text = text_of_body(record)
    name = person_in_text(text)
    failed = not text_of(record, "status").startswith("2")
    return Event(FAILED if failed else SUCCEEDED, "", "", None, known_as(name), listed(name), "", text, idp)


def text_of_body(record):
    """Return the body of a SCIM error, its names squeezed, as it was sent."""
    message = [
        '"' + label + '": "' + text_of(record, name) + '"'
        for label, name in (("status", "status"), ("scimType", "scimtype"), ("detail", "detail"))
        if text_of(record, name)
    ]
    if "schemas" in record:
        message.insert(0, '"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"]')
    return "{" + ", ".join(message) + "}"
