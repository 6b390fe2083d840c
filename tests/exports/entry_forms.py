"""Writes events as text whose entries go on over several lines, and as JSON in pieces."""

import json
import textwrap

from tests.exports.console_texts import entra_code, entra_reason, okta_reason, plain_reason, scim_body
from tests.exports.formats import ENTRA_STATUS, graph_event, iso
from tests.exports.scenario import Event, detail_of, with_plain_names

TRACE = """{time} ERROR [sync.Worker] (worker-1) {text}
sync.ProvisioningException: could not be written
\tat sync.Client.post(Client.java:120)
\tat sync.Worker.run(Worker.java:88)
Caused by: java.io.IOException: stream closed
\tat java.base/java.io.Stream.read(Stream.java:409)
\t... 12 more
{time} INFO  [sync.Worker] (worker-1) next person
"""


def details(events: list[Event]) -> str:
    """Return what the portal's panes show, pasted one below the other, with bodies over several lines."""
    return "\n".join(
        f"Date: {iso(event)}\nId: {event.id}\nIdentity: {event.person.login}\nAction: Create\n"
        f"Status: {ENTRA_STATUS[event.outcome].title()}\n" + _error_details(event)
        for event in events
    )


def _error_details(event: Event) -> str:
    if event.outcome != "failed":
        return ""
    reason = entra_reason(event)
    if event.cause and event.cause.status:
        before, body, after = reason.partition(scim_body(event))
        reason = before + json.dumps(json.loads(body), indent=4) + after
    return f"Error code: {entra_code(event)}\nStatus reason: {reason}\n"


def bare_details(events: list[Event]) -> str:
    """Return the same without colons: each label, and each value, on a line of its own."""
    shown = []
    for event in events:
        shown.append(f"Date\n{iso(event)}\nId\n{event.id}\nIdentity\n{event.person.login}\nStatus\n")
        shown.append(ENTRA_STATUS[event.outcome].title() + "\n")
        if event.outcome == "failed":
            shown.append(f"Error code\n{entra_code(event)}\nReason\n{entra_reason(event)}\n")
    return "".join(shown)


def powershell_list(events: list[Event]) -> str:
    """Return objects as PowerShell lists them: names padded, long values below each other, CRLF."""
    shown = []
    for event in events:
        failed = event.outcome == "failed"
        fields = [
            ("Id", event.id),
            ("ActivityDateTime", iso(event)),
            ("User", event.person.login),
            ("Status", ENTRA_STATUS[event.outcome]),
            ("ErrorCode", entra_code(event) if failed else ""),
            ("Reason", entra_reason(event) if failed else ""),
        ]
        rows = [f"{name:<16} : {_below(value, 60, 19)}" for name, value in fields]
        shown.append("\n".join(rows))
    return ("\n\n" + "\n\n".join(shown) + "\n\n").replace("\n", "\r\n")


def _below(text: str, width: int, indent: int) -> str:
    return ("\n" + " " * indent).join(textwrap.wrap(text, width)) if text else ""


def wrapped_sentences(events: list[Event], width: int, between: str) -> str:
    """Return Okta's sentences as a mail wraps them."""
    sentences = [okta_reason(event) for event in with_plain_names(events)]
    wrapped = [textwrap.fill(text, width, break_long_words=False) for text in sentences]
    return between.join(wrapped) + "\n"


def traces(events: list[Event]) -> str:
    """Return a log with a stack trace behind each error, and a line that tells nothing."""
    return "".join(TRACE.format(time=iso(event), text=_named(event)) for event in events)


def _named(event: Event) -> str:
    return f"userName={event.person.login} {plain_reason(event)}"


def answers(events: list[Event]) -> str:
    """Return the answers of a service as curl prints them with their heads."""
    shown = []
    for event in events:
        assert event.cause
        shown.append(f"HTTP/1.1 {event.cause.status} {event.cause.phrase}\n")
        shown.append("content-type: application/scim+json\ndate: Mon, 02 Mar 2026 08:00:00 GMT\n\n")
        shown.append(json.dumps(json.loads(scim_body(event)), indent=2) + "\n\n")
    return "".join(shown)


def mixed_log(events: list[Event]) -> str:
    """Return lines of JSON and of text in turns; a third tells nothing."""
    shown = ["Starting the ferry, release 4\n"]
    for number, event in enumerate(events):
        if number % 2:
            shown.append(f"ERROR: {_named(event)}\n")
        else:
            shown.append(json.dumps({"level": "error", "msg": f"ERROR: {_named(event)}"}) + "\n")
        shown.append("waiting for 5 s\n")
    return "".join(shown)


def back_to_back(events: list[Event]) -> str:
    """Return documents without anything between them: single events, pretty or not, and pages."""
    shown = []
    for number, event in enumerate(events):
        own = graph_event(event)
        shown.append(
            [json.dumps(own), json.dumps(own, indent=2), json.dumps({"value": [own]}) + "\n"][number % 3]
        )
    return "".join(shown)


def nested_texts(events: list[Event]) -> str:
    """Return events as texts in texts, as one log shipper behind another leaves them."""
    return "".join(
        json.dumps({"host": "h", "message": json.dumps({"event": json.dumps(graph_event(event))})}) + "\n"
        for event in events
    )


def detail_line(event: Event) -> str:
    """Return the service's sentence with its status, as an operation or a step has it."""
    assert event.cause
    status = f"StatusCode: {event.cause.phrase.replace(' ', '')} " if event.cause.status else ""
    return status + (scim_body(event) if event.cause.status else detail_of(event))
