"""Generated Markdown: an answer in its frame, the lists of answers, the questions as links."""

from dataclasses import replace
from pathlib import Path

import pytest

from hooks.content import Content, read_content
from hooks.generated_markdown import MAKERS, answer_page, questions, replace_markers
from tests.hooks.golden import write_valid_content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    docs = write_valid_content(tmp_path)
    general = (docs / "steps/other/retry.md").read_text(encoding="utf-8")
    okta = general.replace("2026-01-31", "2025-12-05").replace("/scim", "/okta").replace("person", "task")
    (docs / "steps/okta").mkdir()
    (docs / "steps/okta/retry.md").write_text(okta, encoding="utf-8")
    content, problems = read_content(docs)
    assert problems == []
    assert content
    return content


def test_answer_begins_with_its_title_and_cure(content: Content) -> None:
    page = answer_page(content.answers["email-taken"], content)
    assert page.startswith("# The email address is taken\n\nUse another email address.\n")


def test_answer_shows_its_steps_for_each_provider(content: Content) -> None:
    page = answer_page(content.answers["email-taken"], content)
    assert page.count('=== "') == 4
    assert page.count("1. Select the task.") == 1
    assert page.count("1. Select the person.") == 3


def test_foot_lists_sources_of_answer_and_steps_once_each(content: Content) -> None:
    page = answer_page(content.answers["email-taken"], content)
    assert page.count("(https://example.com/scim)") == 1
    assert page.count("(https://example.com/okta)") == 1


def test_date_is_the_oldest_of_answer_and_steps(content: Content) -> None:
    assert "Last checked on 5 December 2025" in answer_page(content.answers["email-taken"], content)
    assert "Last checked on 31 January 2026" in answer_page(content.answers["checklist"], content)


@pytest.mark.parametrize("marker", [marker for marker in MAKERS if "answers" in marker])
def test_lists_name_every_answer_from_any_folder(content: Content, marker: str) -> None:
    page = replace_markers(f"Before.\n\n{marker}\n\nAfter.", content, "../")
    assert page.startswith("Before.")
    assert page.endswith("After.")
    assert marker not in page
    for answer in content.answers.values():
        assert f"[{answer.title}](../answers/{answer.id}.md)" in page


def test_page_without_markers_stays_as_it_is(content: Content) -> None:
    assert replace_markers("Text with <!-- a comment -->.", content, "") == "Text with <!-- a comment -->."


def test_options_lead_to_answers_or_to_the_next_question_with_the_way_there(content: Content) -> None:
    page = questions(content, "../")
    assert "## Which code does the log show? { #status }" in page
    assert "[The code 409](?status=409#attribute)" in page
    assert "[The email address](../answers/email-taken.md)" in page


def test_options_further_down_carry_every_fact_on_the_way(content: Content) -> None:
    last = {"value": "unknown", "text": "Neither", "answer": "checklist"}
    resource = {"id": "kind", "asks": "resource", "text": "What failed?", "options": [last]}
    status, attribute = content.tree["questions"]
    leads_on = {
        **attribute,
        "options": [{"value": "emails", "text": "The email address", "question": "kind"}],
    }
    deeper = replace(content, tree={**content.tree, "questions": [status, leads_on, resource]})
    assert "[The email address](?status=409&attribute=emails#kind)" in questions(deeper, "../")
