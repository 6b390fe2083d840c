"""Every answer, guide and reference page keeps the form that readers count on."""

import re
from datetime import date
from pathlib import Path

import pytest

from hooks.content import Content, read_content
from hooks.writing.code_blocks import without_code
from hooks.writing.origin import not_checked_since
from hooks.writing.steps import MARKER
from tests.conftest import PROJECT
from troubleshooter.vocabulary import IDP, REASON_PHRASES

CONTENT, PROBLEMS = read_content(PROJECT / "docs")
assert CONTENT, PROBLEMS
content: Content = CONTENT

# Tasks that only some consoles have, or that stand nowhere but in answers.
NOT_IN_EVERY_GUIDE = {"approve-pending", "check-service-status", "forget-old-id"}
ANSWERS = list(content.answers.values())
by_id = pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.id)


def section(answer, title: str) -> str:
    return next(section.text for section in answer.sections if section.title == title)


@by_id
def test_answer_has_an_example_and_other_wordings(answer) -> None:
    assert answer.example or answer.id == "checklist"
    assert len(answer.aliases) >= 3


@by_id
def test_example_names_people_at_example_com_only(answer) -> None:
    addresses = re.findall(r"[\w.]+@([\w.]+\w)", answer.example)
    assert [domain for domain in addresses if not re.fullmatch(r"(\w+\.)*example\.+com", domain)] == []


@by_id
def test_answer_says_whether_each_provider_retries_by_itself(answer) -> None:
    text = section(answer, "Check that it worked")
    no_provider_involved = answer.id == "cli-update-in-progress"
    assert "automatic-retry" in MARKER.findall(text) or no_provider_involved


@by_id
def test_answer_about_a_fault_says_how_to_see_whether_the_service_is_at_fault(answer) -> None:
    if any(status.startswith("5") for status in answer.facts["status"]) and len(answer.facts["status"]) < 4:
        assert "check-service-status" in answer.text or answer.facts["status"] == ["405", "501"]


@pytest.mark.parametrize("status", REASON_PHRASES)
def test_status_has_a_page_with_its_wording_and_its_answers(status: str) -> None:
    body = content.pages[f"reference/{status}.md"].body
    assert f"<!-- wording of {status} -->" in body
    assert f"<!-- answers for status {status} -->" in body


@pytest.mark.parametrize("idp", IDP)
def test_guide_holds_every_console_task(idp: str) -> None:
    tasks = MARKER.findall(content.pages[f"guides/{idp}.md"].body)
    assert sorted(tasks) == sorted(set(tasks))
    assert {name for _, name in content.steps} - set(tasks) <= NOT_IN_EVERY_GUIDE


@pytest.mark.parametrize("idp", IDP)
def test_guide_says_where_pulumi_documents_nothing_for_the_provider(idp: str) -> None:
    page = content.pages[f"guides/{idp}.md"]
    assert page.ground == "pulumi" or (page.ground == "general" and "Pulumi documents no" in page.body)


@pytest.mark.parametrize("task", sorted({name for _, name in content.steps}))
def test_steps_of_the_main_consoles_differ(task: str) -> None:
    texts = [content.steps[idp, task].text for idp in IDP if (idp, task) in content.steps]
    assert len(texts) == len(set(texts))


def test_pages_not_checked_for_a_year_are_listed() -> None:
    origins = [*content.answers.values(), *content.steps.values()]
    assert not_checked_since(date.min, origins) == []
    assert not_checked_since(date.max, origins) == sorted(entry.file for entry in origins)


@pytest.mark.parametrize("file", sorted((PROJECT / "docs").rglob("*.md")), ids=lambda file: file.stem)
def test_bullet_stands_apart_from_an_indented_block_above_it(file: Path) -> None:
    # The page would take it for a part of that block; the items of numbered lists are set apart by the build.
    text = "\n" + without_code(file.read_text(encoding="utf-8"))
    assert re.findall(r"\n    .*\n- .*", text) == []
