"""Writes what a console shows of a failure: invented sentences in the consoles' forms."""

import json

from tests.exports.scenario import Event, detail_of


def scim_body(event: Event) -> str:
    """Return the body that the service sent (RFC 7644, section 3.12)."""
    assert event.cause
    body = {"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "detail": detail_of(event)}
    if event.cause.status:
        body["status"] = event.cause.status
    if event.cause.scim_type:
        body["scimType"] = event.cause.scim_type
    return json.dumps(body)


def entra_reason(event: Event) -> str:
    """Return the several lines of Entra ID, with a body in them and a date that differs each time."""
    assert event.cause
    if not event.cause.status:
        return detail_of(event)
    return (
        f"StatusCode: {entra_code(event)}\r\nMessage: Processing of the HTTP request resulted in an "
        f"exception.\r\n\r\nWeb Response:\r\n{scim_body(event)}. This was tried {event.time.second % 9} "
        f"times. It will be tried again after this date: {event.time:%Y-%m-%dT%H:%M:%S}Z"
    )


def entra_code(event: Event) -> str:
    """Return Entra ID's own name of the failure."""
    assert event.cause
    return event.cause.phrase.replace(" ", "")


def okta_reason(event: Event) -> str:
    """Return Okta's sentence, which names the person by name and login."""
    assert event.cause
    start = f"Automatic provisioning of user {event.person.name} to app Harbour failed: "
    if not event.cause.status:
        return start + detail_of(event)
    return (
        f"{start}Error while creating user {event.person.login or event.person.name}: {event.cause.phrase}. "
        f"Errors reported by remote server: {detail_of(event)}"
    )


def plain_reason(event: Event) -> str:
    """Return a short sentence with the code and the body's detail, as smaller consoles show it."""
    assert event.cause
    kind = f" scimType {event.cause.scim_type}" if event.cause.scim_type else ""
    code = f"HTTP status {event.cause.status}{kind}: " if event.cause.status else ""
    return f"SCIM provisioning failed. {code}{detail_of(event)}"
