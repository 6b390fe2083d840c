"""What other hands do to an export before it is dropped: shippers, shells, spreadsheets, and other names."""

import json
from typing import Any

import pytest

from tests.exports.formats import (
    compact,
    diagnostic_event,
    entra_rows,
    graph_event,
    jumpcloud_event,
    log_analytics_rows,
    okta_event,
    okta_rows,
    split_entra,
    table,
)
from tests.exports.scenario import CAUSES, START, Event, Person, invent, truth_of
from tests.exports.test_formats import counted
from tests.exports.triages import summary_text, triage_files

ANA = Person("id-ana", "ana@example.com", "Ana Díaz")
TEAM = Person("id-team", "", "Harbour team", True)
TAKEN = CAUSES[0]
BODY = json.dumps({"status": "409", "scimType": "uniqueness", "detail": "Email {} already in use."})


def event(number: int, person: Person = ANA, cause: Any = TAKEN) -> Event:
    return Event(f"event-{number}", "failed", person, cause, START)


def triaged(data: dict[str, Any], *texts: str) -> dict[str, Any]:
    return triage_files(data, list(texts)).summary()


def sheet(rows: list[dict[str, Any]]) -> str:
    names = list(rows[0])
    return table([names] + [[row[name] for name in names] for row in rows])


def dicts(rows: list[list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def test_mark_before_each_record_is_no_text(data: dict[str, Any]) -> None:
    records = [compact(okta_event(event(number))) for number in range(3)]
    text = "".join("\x1e" + record + "\n" for record in records)
    summary = triaged(data, text)
    assert (summary["format"], summary["failed"]) == ("Okta System Log, JSON", 3)
    assert summary_text(triage_files(data, [text], 5)) == summary_text(triage_files(data, [text]))


def test_reason_that_powershell_wrote_with_semicolons_is_read_whole(data: dict[str, Any]) -> None:
    value = graph_event(event(1))
    value["provisioningStatusInfo"]["errorInformation"] = (
        "@{errorCode=Conflict; reason=Failed to create User 'ana@example.com' in app; Error: StatusCode: "
        "Conflict Web Response: " + BODY + "; additionalDetails=; errorCategory=failure}"
    )
    assert triaged(data, compact([value]))["causes"][0]["answer"] == "email-in-use"


@pytest.mark.parametrize("noun", ["Group", "User"])
def test_sentence_tells_a_group_where_no_field_does(noun: str, data: dict[str, Any]) -> None:
    value = graph_event(event(1, TEAM))
    del value["sourceIdentity"]
    sentence = f"Failed to add {noun} 'Harbour team' to Group 'Ferries' in Pulumi"
    step = {"name": "EntryExportAdd", "status": "failure", "description": sentence, "details": {}}
    value["provisioningSteps"] = [step]
    value["provisioningStatusInfo"]["errorInformation"]["reason"] = BODY
    assert triaged(data, compact([value]))["people"] == (noun == "User")


def test_other_logs_of_an_event_hub_are_no_provisioning(data: dict[str, Any]) -> None:
    audit = diagnostic_event(event(2))
    audit["category"] = "AuditLogs"
    audit["properties"] = {"id": "audit-event-2", "result": "failure"}
    audit["resultDescription"] = "409 Conflict"
    summary = triaged(data, compact({"records": [audit, diagnostic_event(event(1))]}))
    assert (summary["read"], summary["failed"], summary["other"]) == (2, 1, 1)


def test_columns_that_are_displayed_only_still_tell_the_person(data: dict[str, Any]) -> None:
    columns = ("TimeGenerated [UTC]", "TimeGenerated", "ResultType", "ResultDescription", "SourceIdentity")
    events = [event(1), event(2), event(3, TEAM)]
    rows = [{name: row[name] for name in columns if name in row} for row in dicts(log_analytics_rows(events))]
    assert triaged(data, sheet(rows))["people"] == 1


def test_person_is_found_behind_many_targets(data: dict[str, Any]) -> None:
    row = {
        name: text for name, text in dicts(okta_rows([event(1)]))[0].items() if not name.startswith("target")
    }
    for number in range(12):
        row[f"target{number}.type"] = "AppInstance"
        row[f"target{number}.alternate_id"] = "Pulumi"
    row["target11.type"], row["target11.alternate_id"] = "User", "ana@example.com"
    summary = triaged(data, sheet([row]))
    assert [person["name"] for person in summary["causes"][0]["affected"]] == ["ana@example.com"]


def test_name_longer_than_all_that_is_read_hides_no_error(data: dict[str, Any]) -> None:
    name = "n" * 10_240
    value = okta_event(event(1, Person("id-long", "long@example.com", name)))
    value["outcome"]["reason"] = (
        f"Error while creating user {name}: Conflict. Errors reported by remote server: "
        "Email x already in use"
    )
    assert triaged(data, compact([value]))["causes"][0]["answer"] == "email-in-use"


@pytest.mark.parametrize(
    "header",
    [
        ("Username", "Reason for failure"),
        ("User", "Failure message"),
        ("Email address", "Reason of failure"),
        ("Primary email", "Sync error"),
        ("User ID", "Error description"),
        ("Email", "Last error"),
    ],
)
def test_header_is_told_by_meaning(header: tuple[str, str], data: dict[str, Any]) -> None:
    people = ("ana@example.com", "ben@example.com")
    rows = [dict(zip(header, (login, BODY.replace("{}", login)), strict=True)) for login in people]
    summary = triaged(data, sheet(rows))
    assert (summary["format"], summary["rows"], summary["failed"]) == ("list of errors, CSV", 2, 2)
    assert (summary["people"], summary["causes"][0]["answer"]) == (2, "email-in-use")


def test_table_of_steps_is_known_by_other_names_too(data: dict[str, Any]) -> None:
    events = invent(seed=2, count=40, people=8)
    main, steps, _ = split_entra(events)
    header, _, rest = steps.partition("\n")
    names = {"status": "Result", "description": "Step details", "provisioningStepType": "Step type"}
    for old, new in names.items():
        header = ",".join(new if name.lower() == old.lower() else name for name in header.split(","))
    assert "Step details" in header
    assert counted(triaged(data, main, header + "\n" + rest)) == truth_of(events, True)


def test_header_in_the_middle_is_no_event(data: dict[str, Any]) -> None:
    events = [event(1), event(2)]
    text = table(entra_rows(events[:1])) + table(entra_rows(events[1:]))
    summary = triaged(data, text)
    assert (summary["rows"], summary["read"], summary["failed"]) == (3, 2, 2)
    assert [(entry["row"], entry["reason"]) for entry in summary["set_aside"]] == [
        (2, "it repeats the header")
    ]


def test_event_in_a_cell_of_a_log_shipper_is_found(data: dict[str, Any]) -> None:
    rows = [
        {"_time": "2026-03-02T09:00:00Z", "_raw": compact(okta_event(event(number))), "host": "h"}
        for number in range(3)
    ]
    summary = triaged(data, sheet(rows))
    assert (summary["rows"], summary["failed"], summary["people"]) == (3, 3, 1)
    assert summary["causes"][0]["first"] is not None


@pytest.mark.parametrize("cut", [32_767, 32_500])
def test_cell_that_a_spreadsheet_cut_tells_what_is_left_of_it(cut: int, data: dict[str, Any]) -> None:
    row = dicts(log_analytics_rows([event(1)]))[0]
    error = {"errorCode": "Conflict", "reason": BODY, "additionalDetails": 'a "quoted", \\ word ' * 3_000}
    row["ProvisioningStatusInfo"] = json.dumps({"Status": "Failure", "errorInformation": error})[:cut]
    row["ResultType"] = row["ResultDescription"] = row["ResultSignature"] = ""
    summary = triaged(data, sheet([row]))
    assert (summary["failed"], summary["causes"][0]["answer"]) == (1, "email-in-use")


@pytest.mark.parametrize(("kind", "failed"), [("user_deprovision", 1), ("user_update", 0)])
def test_every_kind_of_provisioning_of_jumpcloud_counts(kind: str, failed: int, data: dict[str, Any]) -> None:
    value = jumpcloud_event(event(1))
    value["event_type"] = kind
    assert triaged(data, compact([value]))["failed"] == failed


def test_okta_without_the_columns_of_types_still_tells_the_person(data: dict[str, Any]) -> None:
    row = dicts(okta_rows([event(1)]))[0]
    del row["event_type"], row["legacy_event_type"]
    summary = triaged(data, sheet([row]))
    assert (summary["format"], summary["failed"], summary["people"]) == ("Okta System Log, CSV", 1, 1)
