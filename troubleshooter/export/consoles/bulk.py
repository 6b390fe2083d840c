"""Reads the operations in the answer to a bulk request (RFC 7644, section 3.7)."""

from ..event import FAILED, OTHER, Event, known_as, listed
from ..fields import inner_fields, text_of
from ..text.requests import outcome_of_status
from ..text_lines import person_in_text
from .scim_body import text_of_body

_OWN_NAMES = ("bulkid", "location", "response")


def is_bulk_operation(record):
    """Whether a record, its names squeezed, is an operation that was answered."""
    return "status" in record and "method" in record and any(name in record for name in _OWN_NAMES)


def read_bulk_operation(record, idp):
    """Return the Event of an operation; what failed has the body of an error."""
    status = text_of(record, "status")
    # Drafts of the standard had an object here.
    status = text_of(inner_fields(record, "status"), "code") or status
    outcome = outcome_of_status(status) or OTHER
    body = inner_fields(record, "response")
    body.setdefault("status", status)
    message = text_of_body(body) if outcome == FAILED else ""
    name = person_in_text(message)
    return Event(outcome, "", "", None, known_as(name), listed(name), "", message, idp)
