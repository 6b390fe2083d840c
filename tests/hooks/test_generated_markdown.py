"""Generated Markdown: answers and pages in their frame, guides, lists of answers."""

import re
from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest

from hooks.content import Content, read_content
from hooks.markers import check_markers
from hooks.page_markdown import answer_markdown, page_markdown
from hooks.pages.page_lists import CODE_PAGES, GUIDE_PAGES
from hooks.writing.pages import check_page_steps
from tests.conftest import PROJECT
from tests.hooks.golden import VALID, write_valid_content

# The markers that readers' pages rely on, and what each puts into a page.
MADE = {
    "answers by status": "## 409 Conflict",
    "answers by subject": "## Email addresses",
    "answers by who acts": "## The person being provisioned",
    "answers for status 409": "[The email address is taken](../answers/email-taken.md)",
    "answers for attribute emails": "[The email address is taken](../answers/email-taken.md)",
    "answers for scimType tooMany": "[the checklist](../answers/checklist.md)",
    "status codes": "[The code 409](../reference/409.md)<br>What the code 409 means.",
    "guides": "[Okta](../guides/okta.md) [Entra ID](../guides/entra.md)",
    "guides resting on general": "- [Okta](../guides/okta.md)\n- [Entra ID](../guides/entra.md)",
    "providers": "- `entra`: Entra ID",
    "wording of 409": "`StatusCode: Conflict`",
    "questions": "## Which code does the log show?",
    "map": "Which code does the log show?",
    "coverage": "## What cannot occur",
    "pages by age": "| [The email address is taken](../answers/email-taken.md) | 2025-12-05 |",
    "short links": "e/409/",
    "parts of short links": "`409`",
    "message box with the example of email-taken": 'data-example="Email already in use"',
    "triage box": 'id="triage-box"',
}


@pytest.fixture
def content(tmp_path: Path) -> Content:
    docs = write_valid_content(tmp_path)
    general = (docs / "steps/other/retry.md").read_text(encoding="utf-8")
    okta = general.replace("2026-01-31", "2025-12-05").replace("/scim", "/okta").replace("person", "task")
    (docs / "steps/okta").mkdir()
    (docs / "steps/okta/retry.md").write_text(okta.replace("general", "idp"), encoding="utf-8")
    for path in CODE_PAGES:
        copy(VALID / "reference/409.md", docs / path)
    for path in GUIDE_PAGES:
        copy(VALID / "guides/okta.md", docs / path)
    email = docs / "answers/email-taken.md"
    shown = email.read_text(encoding="utf-8").replace("who:", "example: Email already in use\nwho:")
    email.write_text(shown, encoding="utf-8")
    content, problems = read_content(docs)
    assert problems == []
    assert content
    return content


def page_with(content: Content, markdown: str, path: str = "reference/409.md") -> str:
    return page_markdown(content.pages[path], markdown, content)


def test_answer_begins_with_its_title_and_cure(content: Content) -> None:
    page = answer_markdown(content.answers["email-taken"], content, [], "")
    assert page.startswith("# The email address is taken\n\nUse another email address.\n")


def test_answer_shows_its_cure_and_its_steps_before_all_else(content: Content) -> None:
    page = answer_markdown(content.answers["email-taken"], content, [], "")
    order = [
        "{: .cure }",
        "**Who acts:**",
        "## What happened",
        "## Fix it",
        "## Who can fix it",
        "Last checked",
    ]
    places = [page.index(part) for part in order]
    assert places == sorted(places)


def test_answer_shows_steps_for_each_provider_that_has_its_own_and_for_others(content: Content) -> None:
    page = answer_markdown(content.answers["email-taken"], content, [], "")
    assert [line for line in page.splitlines() if line.startswith("===")] == [
        '=== "Another identity provider"',
        '=== "Okta"',
    ]
    assert page.count("1. Select the task.") == 1
    assert page.count("1. Select the person.") == 1


def test_steps_in_answers_are_left_out_of_the_search(content: Content) -> None:
    page = answer_markdown(content.answers["email-taken"], content, [], "")
    assert page.index("data-search-exclude") < page.index("1. Select") < page.index("</section>")


def test_foot_lists_sources_of_answer_and_steps_once_each(content: Content) -> None:
    page = answer_markdown(content.answers["email-taken"], content, [], "")
    assert page.count("(https://example.com/scim)") == 1
    assert page.count("(https://example.com/okta)") == 1


def test_pages_by_age_begin_with_the_oldest_and_name_its_oldest_part(content: Content) -> None:
    rows = page_with(content, "<!-- pages by age -->").splitlines()[2:]
    days = [row.split(" | ")[1] for row in rows if row.startswith("| [")]
    assert days == sorted(days)
    assert rows[0].endswith("| 2025-12-05 | `docs/steps/okta/retry.md` |")


def test_date_is_the_oldest_of_answer_and_steps(content: Content) -> None:
    assert "Last checked on 5 December 2025" in answer_markdown(
        content.answers["email-taken"], content, [], ""
    )
    assert "Last checked on 31 January 2026" in answer_markdown(content.answers["checklist"], content, [], "")


def test_guide_shows_the_step_of_its_provider_under_a_heading(content: Content) -> None:
    guide = page_with(content, "# Tasks\n<!-- step: retry -->\n", "guides/okta.md")
    assert "{ #retry }\n\n1. Select the task." in guide
    assert "Select the person" not in guide
    assert "(https://example.com/guide)" in guide
    assert "(https://example.com/okta)" in guide


def test_guide_marks_tasks_that_are_general_advice(content: Content) -> None:
    steps = {key: step for key, step in content.steps.items() if key[0] == "other"}
    guide = page_with(replace(content, steps=steps), "<!-- step: retry -->\n", "guides/okta.md")
    assert "general advice" in guide
    assert "general advice" not in page_with(content, "<!-- step: retry -->\n", "guides/okta.md")


def test_marker_in_fenced_code_stands_for_itself(content: Content) -> None:
    code = "~~~~\n```\n<!-- questions -->\n<!-- step: retry -->\n~~~~"
    text = f"{code}\n\n<!-- wording of 409 -->\n\n<!-- step: retry -->"
    page = page_with(content, text, "guides/okta.md")
    assert page.startswith(f"{code}\n\n")
    assert page.count("<!--") == 2


def test_marker_in_fenced_code_is_not_checked(content: Content) -> None:
    code = "~~~~\n```\n<!-- questionable -->\n<!-- wording of 999 -->\n<!-- step: unknown -->\n~~~~"
    page = replace(content.pages["index.md"], body=code)
    assert check_markers(page, [page], []) == []
    assert check_page_steps([page], content.steps) == []


def test_page_without_sources_has_no_foot(content: Content) -> None:
    assert page_with(content, "Text with <!-- a comment -->.", "index.md") == "Text with <!-- a comment -->."


@pytest.mark.parametrize("marker", MADE)
def test_marker_makes_what_pages_rely_on(content: Content, marker: str) -> None:
    page = page_with(content, f"Before.\n\n<!-- {marker} -->\n\nAfter.")
    assert page.startswith("Before.\n")
    assert MADE[marker] in page.partition("After.")[0]
    assert f"<!-- {marker}" not in page


def test_pages_rely_on_no_other_markers() -> None:
    content, _ = read_content(PROJECT / "docs")
    assert content
    comments = [
        text
        for page in content.pages.values()
        for text in re.findall(r"^<!-- (.*?) *-->$", page.body, re.MULTILINE)
        if not text.startswith("step: ")
    ]
    forms = [form_of(text) for text in comments]
    assert set(forms) == {form_of(marker) for marker in MADE}


def form_of(marker: str) -> str:
    """Return a marker without the word that differs from page to page."""
    takes_a_word = marker.startswith(("answers for ", "wording of ", "guides resting ", "message box "))
    return marker.rpartition(" ")[0] if takes_a_word else marker


@pytest.mark.parametrize("name", ["status", "subject", "who acts"])
def test_lists_name_every_answer_from_any_folder(content: Content, name: str) -> None:
    page = page_with(content, f"<!-- answers by {name} -->")
    for answer in content.answers.values():
        assert f"[{answer.title}](../answers/{answer.id}.md)" in page


def test_answers_for_a_value_are_those_that_hold_for_it(content: Content) -> None:
    page = page_with(content, "<!-- answers for status 409 -->")
    assert "answers/email-taken.md" in page
    assert "answers/checklist.md" not in page
    assert "answers/checklist.md" in page_with(content, "<!-- answers for status 500 -->")


def test_wording_names_the_phrase_and_the_code_name_of_each_console(content: Content) -> None:
    page = page_with(content, "<!-- wording of 422 -->")
    assert "“Unprocessable Content”" in page
    assert "`StatusCode: UnprocessableEntity`" in page
