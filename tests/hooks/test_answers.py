"""Answers: their sections, and the records made of their fields."""

import codecs
from pathlib import Path

import pytest

from hooks.content import read_content
from hooks.writing.answers import SECTIONS, read_answers, split_sections
from hooks.writing.front_matter import MarkdownFile, split_file
from tests.hooks.golden import VALID, write_valid_content

ANSWER = (VALID / "answers" / "email-taken.md").read_text(encoding="utf-8")


def markdown_with(body: str) -> MarkdownFile:
    markdown, problems = split_file("docs/answers/a.md", f"---\ntitle: A\n---\n{body}")
    assert markdown
    assert problems == []
    return markdown


def test_sections_hold_their_text_and_line() -> None:
    sections = split_sections(markdown_with("\n## One\n\nFirst.\n\n## Two\nSecond.\n### Part\nThird.\n"))
    assert [(section.title, section.text.strip(), section.line) for section in sections] == [
        ("One", "First.", 5),
        ("Two", "Second.\n### Part\nThird.", 9),
    ]


@pytest.mark.parametrize("within", ["", "```\n", "\n\n"], ids=["at once", "a fence", "blank lines"])
@pytest.mark.parametrize("fence", ["~~~~", "````"])
def test_headings_in_fenced_code_are_no_sections(fence: str, within: str) -> None:
    body = f"## One\n{fence}\n{within}## no section\n{fence}\n## Two\nText.\n"
    assert [section.title for section in split_sections(markdown_with(body))] == ["One", "Two"]


def test_text_before_the_first_section_has_no_title() -> None:
    assert [section.title for section in split_sections(markdown_with("Text.\n## One\nText."))] == ["", "One"]


def test_answer_holds_its_fields_as_written() -> None:
    [answer], problems = read_answers([("email-taken", "docs/answers/email-taken.md", ANSWER)])
    assert problems == []
    assert answer.id == "email-taken"
    assert answer.facts == {
        "status": ["409"],
        "attribute": ["emails"],
        "scimType": [],
        "resource": [],
        "symptom": [],
    }
    assert (answer.aliases, answer.example, answer.browse_only) == ([], "", "")
    assert [section.title for section in answer.sections] == SECTIONS


def test_windows_line_ends_and_byte_order_marks_change_nothing(tmp_path: Path) -> None:
    docs = write_valid_content(tmp_path)
    content, problems = read_content(docs)
    assert problems == []
    for path in [*docs.glob("**/*.md"), *docs.glob("**/*.yml")]:
        path.write_bytes(codecs.BOM_UTF8 + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_content(docs) == (content, [])


def test_no_answer_is_returned_where_one_has_a_mistake() -> None:
    broken = ANSWER.replace("title:", "titel:", 1)
    answers, problems = read_answers([("a", "a.md", ANSWER), ("b", "b.md", broken)])
    assert answers == []
    assert {problem.file for problem in problems} == {"b.md"}
