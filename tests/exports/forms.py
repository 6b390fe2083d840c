"""Knows every form of export that is read, and what it does not hold."""

import json
from collections.abc import Callable
from typing import NamedTuple

from tests.exports.console_texts import scim_body
from tests.exports.entry_forms import (
    answers,
    back_to_back,
    bare_details,
    details,
    mixed_log,
    nested_texts,
    powershell_list,
    traces,
    wrapped_sentences,
)
from tests.exports.formats import (
    compact,
    diagnostic_event,
    entra_rows,
    google_rows,
    graph_event,
    jumpcloud_event,
    lines,
    log_analytics_rows,
    okta_event,
    okta_rows,
    older_onelogin_event,
    onelogin_event,
    pages,
    pingone_event,
    portal_rows,
    split_entra,
    table,
    tables,
    text_line,
    wrapped_lines,
)
from tests.exports.log_forms import (
    OTHER_AUDIT,
    OTHER_REQUEST,
    audit_record,
    bulk_answers,
    logged,
    on_demand,
    pairs,
    served,
    states,
)
from tests.exports.scenario import Event


class Form(NamedTuple):
    """A form of export: how it is called in a report, how it is written, and what it does not hold."""

    called: str
    write: Callable[[list[Event]], list[str]]
    failures_only: bool = False
    timed: bool = True
    groups: bool = True
    skips: bool = True
    # Whether repeats can be told, which have the same id.
    ids: bool = True
    # Whether each failure has the status of an answer.
    coded: bool = False
    # Rows of something else that are written beside the events.
    others: Callable[[list[Event]], int] = lambda events: 0


def _text(
    write: Callable[[list[Event]], str], others: Callable[[list[Event]], int] = lambda events: 0
) -> Form:
    """Return a form of plain text, which lists failures and shows neither times nor ids."""
    return Form(
        "messages, text",
        lambda events: [write(events)],
        failures_only=True,
        timed=False,
        groups=False,
        others=others,
    )


def _log(write: Callable[[list[Event]], str], container: str) -> Form:
    """Return a form of a program's log, with one entry of something else at its beginning."""
    return Form(
        f"log of a program, {container}",
        lambda events: [write(events)],
        groups=False,
        skips=False,
        ids=False,
        coded=True,
        others=lambda events: 1,
    )


FORMS = {
    "a1 main": Form("Entra ID provisioning logs, CSV", lambda events: [table(entra_rows(events))]),
    "a1 three": Form("Entra ID provisioning logs, CSV; Entra ID provisioning steps, CSV", split_entra),
    "a1 labels": Form(
        "Entra ID provisioning logs, CSV", lambda events: [table(portal_rows(events))], groups=False
    ),
    "a2": Form("Entra ID provisioning logs, JSON", lambda events: [compact([*map(graph_event, events)])]),
    "a2 pretty": Form(
        "Entra ID provisioning logs, JSON",
        lambda events: [json.dumps([*map(graph_event, events)], indent=2)],
    ),
    "a3": Form(
        "Entra ID provisioning logs, JSON",
        lambda events: [
            compact(
                {"@odata.context": "https://graph.example", "value": [*map(graph_event, events)], "next": 1}
            )
        ],
    ),
    "a4 lines": Form(
        "Entra ID provisioning logs, JSON", lambda events: [lines([*map(diagnostic_event, events)])]
    ),
    "a4 records": Form(
        "Entra ID provisioning logs, JSON",
        lambda events: [lines([{"records": [diagnostic_event(event)]} for event in events])],
    ),
    "a5": Form("Entra ID provisioning logs, CSV", lambda events: [table(log_analytics_rows(events))]),
    "a5 tables": Form(
        "Entra ID provisioning logs, JSON", lambda events: [tables(log_analytics_rows(events))]
    ),
    "b1": Form("Okta System Log, CSV", lambda events: [table(okta_rows(events))]),
    "b2": Form("Okta System Log, JSON", lambda events: [compact([*map(okta_event, events)])]),
    "b2 pages": Form("Okta System Log, JSON", lambda events: [pages([*map(okta_event, events)])]),
    "b2 lines": Form("Okta System Log, JSON", lambda events: [lines([*map(okta_event, events)])]),
    "c": Form(
        "OneLogin events, JSON",
        lambda events: [json.dumps({"status": {"code": 200}, "data": [*map(onelogin_event, events)]})],
        groups=False,
    ),
    "c older": Form(
        "OneLogin events, JSON",
        lambda events: [json.dumps([*map(older_onelogin_event, events)])],
        failures_only=True,
        groups=False,
    ),
    "d": Form(
        "JumpCloud Directory Insights, JSON",
        lambda events: [json.dumps([*map(jumpcloud_event, events)])],
        skips=False,
    ),
    "d wrapped": Form(
        "JumpCloud Directory Insights, JSON", lambda events: [wrapped_lines(events)], skips=False
    ),
    "e": Form(
        "list of errors, CSV",
        lambda events: [table(google_rows(events))],
        failures_only=True,
        timed=False,
        groups=False,
    ),
    "f": Form("PingOne audit activities, JSON", lambda events: [lines([*map(pingone_event, events)])]),
    "f embedded": Form(
        "PingOne audit activities, JSON",
        lambda events: [json.dumps({"_embedded": {"activities": [*map(pingone_event, events)]}})],
    ),
    "g": Form(
        "messages, text",
        lambda events: ["".join(text_line(event) + "\n" for event in events)],
        failures_only=True,
        timed=False,
        groups=False,
    ),
    "g bodies": Form(
        "SCIM error bodies, JSON",
        lambda events: ["".join(scim_body(event) + "\n" for event in events)],
        failures_only=True,
        timed=False,
        groups=False,
    ),
    "h details": Form("Entra ID provisioning logs, text", lambda events: [details(events)], groups=False),
    "h labels": Form("list of errors, text", lambda events: [bare_details(events)], groups=False),
    "h list": Form("list of errors, text", lambda events: [powershell_list(events)], groups=False),
    "h wrapped": _text(lambda events: wrapped_sentences(events, 60, "\n\n")),
    "h broken": _text(lambda events: wrapped_sentences(events, 110, "\n")),
    "h traces": _text(traces, others=len),
    "h answers": _text(answers)._replace(coded=True),
    "h mixed": _text(mixed_log, others=lambda events: len(events) + 1)._replace(
        called="log of a program, text"
    ),
    "i pieces": Form("Entra ID provisioning logs, JSON", lambda events: [back_to_back(events)]),
    "i texts": Form("Entra ID provisioning logs, JSON", lambda events: [nested_texts(events)]),
    "j log": _log(lambda events: lines([{"level": "info", "msg": "begun"}, *map(logged, events)]), "JSON"),
    "j requests": _log(lambda events: lines([OTHER_REQUEST, *map(served, events)]), "JSON"),
    "j pairs": _log(lambda events: "\n".join(["level=info msg=begun users=4", *map(pairs, events)]), "text"),
    "k bulk": Form(
        "SCIM bulk answers, JSON",
        lambda events: [bulk_answers(events)],
        timed=False,
        groups=False,
        skips=False,
        ids=False,
        coded=True,
    ),
    "k states": Form("list of errors, JSON", lambda events: [states(events)], groups=False, ids=False),
    "k on demand": Form(
        "Entra ID provisioning logs, JSON", lambda events: [on_demand(events)], timed=False, groups=False
    ),
    "k audit": Form(
        "Entra ID audit logs, JSON",
        lambda events: [json.dumps({"value": [OTHER_AUDIT, *map(audit_record, events)]})],
        groups=False,
        others=lambda events: 1,
    ),
}
