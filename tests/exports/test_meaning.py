"""What an export says is taken for what it means: who failed, who only seemed to, and who is who."""

import itertools
from typing import Any

import pytest

from tests.exports.formats import (
    compact,
    diagnostic_event,
    entra_rows,
    graph_event,
    lines,
    okta_event,
    split_entra,
    table,
)
from tests.exports.scenario import CAUSES, START, Event, Person, invent, truth_of
from tests.exports.test_formats import counted
from tests.exports.triages import triage_files

ANA = Person("id-ana", "ana@example.com", "Ana Díaz")
TAKEN = CAUSES[0]


def event(number: int, outcome: str = "failed", person: Person = ANA, hours: int = 0) -> Event:
    time = START.replace(hour=START.hour + hours)
    return Event(f"event-{number}", outcome, person, TAKEN if outcome == "failed" else None, time)


def triaged(data: dict[str, Any], *values: dict[str, Any]) -> dict[str, Any]:
    return triage_files(data, [compact(list(values))]).summary()


def test_three_tables_of_entra_tell_the_same_in_any_order(data: dict[str, Any]) -> None:
    events = invent(seed=2, count=40, people=8)
    truth = truth_of(events, True)
    for files in itertools.permutations(split_entra(events)):
        summary = triage_files(data, list(files)).summary()
        assert counted(summary) == truth
        assert summary["joined"] == 3 * (len(events) - truth.duplicates)
        names = {person["name"] for cause in summary["causes"] for person in cause["affected"]}
        assert all("@" in name for name in names)


def test_steps_of_entra_alone_tell_the_causes(data: dict[str, Any]) -> None:
    events = invent(seed=2, count=40, people=8)
    truth = truth_of(events, False)
    summary = triage_files(data, [split_entra(events)[1]]).summary()
    assert [cause[:2] for cause in counted(summary).causes] == [cause[:2] for cause in truth.causes]
    assert (summary["failed"], summary["succeeded"]) == (truth.failed, truth.succeeded)
    assert summary["rows"] == summary["read"] == 2 * (len(events) - truth.duplicates)


def test_login_in_the_steps_names_a_person_whom_the_table_knows_by_name(data: dict[str, Any]) -> None:
    events = invent(seed=2, count=40, people=8)
    main = table(entra_rows(events))
    for files in itertools.permutations([main, split_entra(events)[1]]):
        summary = triage_files(data, list(files)).summary()
        assert counted(summary) == truth_of(events, True)
        names = {person["name"] for cause in summary["causes"] for person in cause["affected"]}
        assert all("@" in name for name in names)


def test_summary_may_be_asked_for_between_files(data: dict[str, Any]) -> None:
    events = invent(seed=2, count=40, people=8)
    main, steps, _ = split_entra(events)
    triage = triage_files(data, [main])
    first = triage.summary()
    assert first == triage.summary()
    assert first["failed"] == truth_of(events, True).failed
    triage.open("steps")
    triage.feed(steps)
    triage.close()
    assert counted(triage.summary()) == truth_of(events, True)


def test_retry_of_a_person_counts_once(data: dict[str, Any]) -> None:
    summary = triaged(data, *[graph_event(event(number)) for number in range(9)])
    cause = summary["causes"][0]
    assert (cause["events"], cause["people"], summary["people"]) == (9, 1, 1)


def test_overlapping_exports_repeat_nothing(data: dict[str, Any]) -> None:
    values = [okta_event(event(number)) for number in range(4)]
    summary = triage_files(data, [compact(values[:3]), compact(values[1:])]).summary()
    assert (summary["failed"], summary["duplicates"], summary["read"]) == (4, 2, 6)


def test_only_a_later_success_of_the_same_person_heals(data: dict[str, Any]) -> None:
    ben = Person("id-ben", "ben@example.com", "Ben")
    cases = [
        ((event(1, hours=1), event(2, "succeeded", hours=2)), 1),
        ((event(1, hours=2), event(2, "succeeded", hours=1)), 0),
        ((event(1, hours=1), event(2, "succeeded", ben, hours=2)), 0),
        ((event(1, hours=1), event(2, "succeeded", hours=2), event(3, hours=3)), 0),
        ((event(1, hours=1), event(2, "succeeded", hours=1)), 0),
    ]
    for events, healed in cases:
        for order in itertools.permutations(events):
            summary = triaged(data, *[okta_event(entry) for entry in order])
            assert summary["causes"][0]["healed"] == healed


def test_person_is_one_by_id_and_by_login(data: dict[str, Any]) -> None:
    by_login = okta_event(event(1))
    by_login["target"] = [{"type": "AppUser", "alternateId": "ANA@example.com", "id": None}]
    by_id = okta_event(event(2))
    by_id["target"] = [{"type": "User", "id": "id-ana", "alternateId": "unknown"}]
    for order in itertools.permutations([by_login, by_id, okta_event(event(3))]):
        assert triaged(data, *order)["people"] == 1


def test_sign_in_that_fails_is_neither_a_failure_nor_a_person(data: dict[str, Any]) -> None:
    sign_in = okta_event(event(1))
    sign_in["eventType"] = "user.session.start"
    sign_in["outcome"] = {"result": "FAILURE", "reason": "INVALID_CREDENTIALS 409 Conflict uniqueness"}
    summary = triaged(data, sign_in, okta_event(event(2, "succeeded")))
    assert (summary["failed"], summary["people"], summary["other"]) == (0, 0, 1)
    assert summary["rows"] == summary["read"] == 2


@pytest.mark.parametrize(
    "name", ["409 Conflict uniqueness email", "User with userName taken", "Timeout", "Conflict"]
)
def test_no_remedy_comes_from_a_name(name: str, data: dict[str, Any]) -> None:
    value = okta_event(event(1, person=Person("x", "x.y@example.com", name)))
    value["outcome"]["reason"] = f"Failed to push '{name}' into the harbour"
    cause = triaged(data, value)["causes"][0]
    assert (cause["answer"], cause["question"]) == (None, None)


def test_skip_and_success_that_speak_of_errors_are_no_failures(data: dict[str, Any]) -> None:
    text = (
        "Error: 409 Conflict for userName ana: User with userName ana already exists\n"
        "Skipped bea: status 409, already exists\n"
        "Provisioning of chu succeeded after a 409 Conflict\n"
    )
    summary = triage_files(data, [text]).summary()
    assert (summary["failed"], summary["skipped"], summary["succeeded"]) == (1, 1, 1)


def test_status_of_the_event_outweighs_what_contradicts_it(data: dict[str, Any]) -> None:
    record = diagnostic_event(event(1))
    record["resultType"] = "Success"
    record["properties"]["statusInfo"]["Status"] = 0
    assert triaged(data, record)["failed"] == 1
    record = diagnostic_event(event(2, "succeeded"))
    record["resultType"] = "Failure"
    assert triaged(data, record)["failed"] == 0


def test_older_shape_of_entra_is_read(data: dict[str, Any]) -> None:
    value = graph_event(event(1))
    error = value.pop("provisioningStatusInfo")["errorInformation"]
    value["statusInfo"] = {"status": "failure", **error}
    assert triaged(data, value)["causes"][0]["answer"] == TAKEN.leads_to


def test_objects_that_powershell_cut_are_read(data: dict[str, Any]) -> None:
    failed, succeeded = graph_event(event(1)), graph_event(event(2, "succeeded"))
    failed["provisioningStatusInfo"] = "@{status=failure; errorCode=DuplicateTargetEntries}"
    succeeded["provisioningStatusInfo"] = "@{status=success; errorInformation=}"
    summary = triaged(data, failed, succeeded)
    assert (summary["failed"], summary["succeeded"]) == (1, 1)
    assert summary["causes"][0]["facts"]["symptom"] == "ambiguous-match"


def test_code_is_read_together_with_the_reason(data: dict[str, Any]) -> None:
    value = graph_event(event(1))
    value["provisioningStatusInfo"]["errorInformation"] = {
        "errorCode": "DuplicateTargetEntries",
        "reason": "The harbour has two of them.",
    }
    assert triaged(data, value)["causes"][0]["facts"]["symptom"] == "ambiguous-match"


def test_event_in_the_message_of_a_log_shipper_is_found(data: dict[str, Any]) -> None:
    text = lines([{"host": "h", "message": compact(okta_event(event(1)))}])
    assert triage_files(data, [text]).summary()["causes"][0]["answer"] == TAKEN.leads_to


def test_messages_that_differ_in_names_and_numbers_are_one_cause(data: dict[str, Any]) -> None:
    values = []
    for number in range(6):
        person = Person(f"id-{number}", f"p{number}@example.com", f"Person {number}")
        value = okta_event(event(number, person=person))
        value["outcome"]["reason"] = (
            f"The keeper of Person {number} (p{number}@example.com) went home, "
            f"ticket AB{number}8723, at 2026-03-0{number + 1}T10:00:00Z"
        )
        values.append(value)
    causes = triaged(data, *values)["causes"]
    assert [(cause["answer"], cause["events"], cause["people"]) for cause in causes] == [(None, 6, 6)]


def test_kinds_of_messages_that_are_not_recognised_are_bounded(data: dict[str, Any]) -> None:
    words = [
        f"{first}{second}" for first in "abcdefghijklmnopqrstuvwxyz" for second in "abcdefghijklmnopqrst"
    ]
    values = []
    for number, word in enumerate(words):
        value = okta_event(event(number))
        value["outcome"]["reason"] = f"The {word}ling is asleep"
        values.append(value)
    summary = triaged(data, *values)
    assert sum(cause["events"] for cause in summary["causes"]) == len(words) == summary["failed"]
    assert len(summary["causes"]) <= 301


def test_rows_of_a_cause_can_be_shown(data: dict[str, Any]) -> None:
    cause = triaged(data, *[okta_event(event(number)) for number in range(150)])["causes"][0]
    assert len(cause["rows"]) == 100
    assert cause["rows"][4]["row"] == 5
    assert cause["rows"][4]["person"] == "ana@example.com"
    assert cause["sample"] == okta_event(event(0))["outcome"]["reason"]
    assert cause["url"] == "answers/email-in-use/"


@pytest.mark.parametrize(("error", "failed"), [(True, 1), (False, 0)])
def test_warning_is_a_failure_where_it_has_an_error(error: bool, failed: int, data: dict[str, Any]) -> None:
    value = graph_event(event(1))
    value["provisioningStatusInfo"]["status"] = "warning"
    if not error:
        value["provisioningStatusInfo"]["errorInformation"] = None
    assert triaged(data, value)["failed"] == failed


def test_facts_of_a_cause_are_those_of_all_its_events(data: dict[str, Any]) -> None:
    first, second = okta_event(event(1)), okta_event(event(2))
    second["outcome"]["reason"] = second["outcome"]["reason"].replace("Conflict", "Bad Request")
    cause = triaged(data, first, second)["causes"][0]
    assert (cause["answer"], cause["events"]) == ("email-in-use", 2)
    assert cause["facts"] == {"scimType": "uniqueness", "attribute": "emails", "idp": "okta"}


def test_fact_that_wordings_leave_open_stands_in_no_address(data: dict[str, Any]) -> None:
    value = okta_event(event(1))
    sentence = "active: expected a boolean, found a string; name must be at most 64 characters long"
    start = "Error while creating user ana: Bad Request. Errors reported by remote server: "
    value["outcome"]["reason"] = start + sentence
    for text in (compact([value]), value["outcome"]["reason"]):
        cause = triage_files(data, [text]).summary()["causes"][0]
        assert cause["question"]
        assert all(isinstance(fact, str) for fact in cause["facts"].values())


def test_one_is_more_than_a_number(data: dict[str, Any]) -> None:
    value = okta_event(event(1))
    start = "Error while creating user ana: Bad Request. Errors reported by remote server: "
    value["outcome"]["reason"] = start + "List attribute emails exceeds allowed limit of 1"
    assert triaged(data, value)["causes"][0]["answer"] == "mapping-several-values"


REASONS = {
    "email-in-use": ("Conflict", {"scimType": "uniqueness", "detail": "Email a@example.com already in use"}),
    "account-inactive": ("Conflict", {"detail": "User must be Active."}),
    "username-immutable": (
        "BadRequest",
        {"scimType": "mutability", "detail": "Attribute 'userName' is immutable."},
    ),
    "edition-not-included": (
        "Forbidden",
        {"detail": "SCIM is not included in the edition of this organization."},
    ),
    "unknown-path": ("BadRequest", {"scimType": "invalidPath", "detail": "Unknown path: title."}),
}
CODES = (
    "SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering",
    "SystemForCrossDomainIdentityManagementServiceIncompatible",
    "SystemForCrossDomainIdentityManagementBadRequest",
    "Conflict",
    "Unauthorized",
    "UnprocessableEntity",
)


@pytest.mark.parametrize("answer", REASONS)
@pytest.mark.parametrize("code", CODES)
def test_code_that_misleads_gives_way_to_the_reason(code: str, answer: str, data: dict[str, Any]) -> None:
    phrase, body = REASONS[answer]
    value = graph_event(event(1))
    value["provisioningStatusInfo"]["errorInformation"] = {
        "errorCode": code,
        "reason": f"StatusCode: {phrase} Web Response: {compact(body)}. This operation was retried 0 times.",
    }
    assert triaged(data, value)["causes"][0]["answer"] == answer
