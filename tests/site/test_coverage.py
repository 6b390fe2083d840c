"""The real tree covers the field: every code, keyword and code name leads to an answer, on a short walk."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.conftest import PROJECT, published, wordings_data
from troubleshooter.message import Wordings, read_message, stated_facts, walk_facts
from troubleshooter.symptoms import ENTRA_CODES, SYMPTOM, UNREPORTED
from troubleshooter.tree import Tree, option_for, read_tree, visible_options
from troubleshooter.vocabulary import IDP, SCIM_TYPE, STATUS
from troubleshooter.spelling import read_value
from troubleshooter.walk import Step, every_path, resolve

pytestmark = pytest.mark.usefixtures("site")

CHECKLIST = "checklist"
# Failures of one console show nothing of another's.
CODES_OF_ENTRA = {code for code, _ in ENTRA_CODES}


@cache
def data() -> dict:
    return json.loads(published(PROJECT / "site", "assets/tree.json").read_text(encoding="utf-8"))


@cache
def tree() -> Tree:
    return read_tree(data())


def ways() -> Iterator[tuple[list[Step], str]]:
    return every_path(tree())


def listed(answer: str, fact: str) -> list[str]:
    return data()["answers"][answer].get(fact, [])


@pytest.mark.parametrize("status", [status for status in STATUS if status != "unknown"])
def test_status_leads_to_an_answer_that_names_it(status: str) -> None:
    answers = {answer for steps, answer in ways() if steps[0].value == status}
    assert [answer for answer in answers if status in listed(answer, "status")]


@pytest.mark.parametrize("scim_type", [name for name in SCIM_TYPE if name != "unknown"])
def test_keyword_leads_to_an_answer_that_names_it(scim_type: str) -> None:
    answers = {answer for steps, answer in ways() if scim_type in [step.value for step in steps]}
    assert [answer for answer in answers if scim_type in listed(answer, "scimType")]


@pytest.mark.parametrize("code", sorted(CODES_OF_ENTRA))
def test_code_name_of_entra_is_read_and_leads_to_an_answer(code: str) -> None:
    symptom = read_value("symptom", code)
    assert symptom in SYMPTOM
    found = resolve(tree(), data()["answers"], {"symptom": symptom, "idp": "entra"})
    assert found.answer
    assert all(step.option in visible_options(step.question, "entra") for step in found.state.steps)


@pytest.mark.parametrize(("code", "symptom"), ENTRA_CODES)
def test_code_name_of_entra_tells_the_same_in_a_message_and_in_an_address(code: str, symptom: str) -> None:
    facts = stated_facts(read_message(f"Error code: {code}", Wordings(wordings_data())))
    # Some of them are the phrases of a status.
    assert facts.get("symptom") == symptom or facts["status"] == read_value("status", code) is not None


@pytest.mark.parametrize("symptom", [name for name in SYMPTOM if name != "unknown"])
def test_symptom_leads_to_an_answer(symptom: str) -> None:
    facts = {"status": "none"} if symptom in UNREPORTED else {}
    if symptom == "duplicate":
        facts = {"status": "409"}
    found = resolve(tree(), data()["answers"], {**facts, "symptom": symptom})
    assert found.answer or found.state.question.asks == "attribute"


def test_every_answer_is_reached() -> None:
    assert {answer for _, answer in ways()} == set(data()["answers"])


def test_at_most_four_questions_lead_to_any_answer() -> None:
    assert max(len(steps) for steps, _ in ways()) <= 4


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({"status": "409", "attribute": "emails"}, "email-in-use"),
        ({"status": "409", "attribute": "userName"}, "username-in-use"),
        ({"status": "409", "attribute": "displayName"}, "group-name-in-use"),
        ({"status": "400", "scimType": "invalidPath"}, "unknown-path"),
        ({"status": "401"}, "token-refused"),
        ({"status": "none", "symptom": "not-assigned"}, "not-assigned"),
    ],
)
def test_commonest_failures_take_two_questions(facts: dict[str, str], answer: str) -> None:
    found = resolve(tree(), data()["answers"], facts)
    assert found.answer["id"] == answer
    assert len(found.state.steps) <= 2


def test_who_cannot_tell_is_led_on_to_the_checklist_or_to_a_check_that_decides() -> None:
    question = tree().questions[tree().start]
    asked = []
    while True:
        asked.append(question.asks)
        option = option_for(question, "unknown")
        if option.answer:
            break
        question = tree().questions[option.question]
    assert option.answer == CHECKLIST
    assert asked == ["status", "scimType", "symptom"]


@pytest.mark.parametrize("status", ["400", "409", "422", "500"])
@pytest.mark.parametrize(
    ("attribute", "answer"),
    [("emails", "email-in-use"), ("userName", "username-in-use"), ("unknown", "conflict-without-attribute")],
)
def test_duplicate_under_another_code_leads_to_the_same_answer(
    status: str, attribute: str, answer: str
) -> None:
    facts = {"status": status, "scimType": "uniqueness", "attribute": attribute, "symptom": "unknown"}
    assert resolve(tree(), data()["answers"], facts).answer["id"] == answer


@pytest.mark.parametrize("idp", IDP)
def test_options_that_the_console_cannot_show_are_hidden(idp: str) -> None:
    shown = {
        value
        for question in tree().questions.values()
        for option in visible_options(question, idp)
        for value in option.values
    }
    assert ("attribute-not-in-app" in shown) == (idp == "entra")
    assert ("assigned-before" in shown) == (idp == "okta")
    assert ("pending-approval" in shown) == (idp not in ("okta", "entra"))
    assert {"409", "emails", "timeout"} <= shown


@pytest.mark.parametrize("number", range(len(data()["rules"]) if (PROJECT / "site").exists() else 0))
def test_no_remedy_is_reached_on_facts_that_cannot_come_together(number: int) -> None:
    rule = data()["rules"][number]
    impossible = {fact: values[0] for fact, values in rule["facts"].items()}
    for steps, _ in ways():
        if any(step.question.asks == "symptom" and step.value != "unknown" for step in steps):
            # Words tell the cause under any code.
            continue
        facts = {**{step.question.asks: step.value for step in steps}, **impossible}
        found = resolve(tree(), data()["answers"], facts)
        # A rule without a symptom gives way to words that name the cause.
        assert found.rule or found.disagreements or "symptom" in impossible


def test_mutability_is_a_remedy_for_neither_a_conflict_nor_members() -> None:
    for facts in (
        {"status": "409", "scimType": "mutability", "attribute": "userName"},
        {"status": "400", "scimType": "mutability", "attribute": "members"},
        {"status": "unknown", "scimType": "mutability", "attribute": "members"},
    ):
        assert resolve(tree(), data()["answers"], facts).answer is None


# Their examples name a cause that has a page of its own.
OF_ANOTHER = {
    "entra-fault": "service-fault",
    "quarantine": "token-refused",
    "skipped": "not-assigned",
    "unprocessable": "email-in-use",
}


@pytest.mark.parametrize("page", sorted((PROJECT / "docs/answers").glob("*.md")), ids=lambda page: page.stem)
def test_example_of_an_answer_leads_to_no_other_answer(page: Path) -> None:
    fields = yaml.safe_load(page.read_text(encoding="utf-8").split("---")[1])
    facts = walk_facts(read_message(fields.get("example", ""), Wordings(wordings_data())))
    found = resolve(tree(), data()["answers"], facts)
    if found.answer:
        assert found.answer["id"] == OF_ANOTHER.get(page.stem, page.stem)
