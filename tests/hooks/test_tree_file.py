"""The tree: values mean what they say, and sound data comes without problems."""

import re
from pathlib import Path

import pytest

from hooks.content import Content, read_content
from hooks.writing.tree_file import read_tree_file
from hooks.writing.yaml_text import read_yaml
from tests.conftest import PROJECT
from tests.hooks.golden import VALID, write_valid_content
from troubleshooter.tree import read_tree
from troubleshooter.walk import walk

FILE = "docs/troubleshooter/tree.yml"
TREE = (VALID / "troubleshooter" / "tree.yml").read_text(encoding="utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Content:
    content, problems = read_content(write_valid_content(tmp_path))
    assert problems == []
    assert content
    return content


@pytest.mark.parametrize("written", ["409", '"409"', "'409'"])
def test_numbers_mean_the_same_with_and_without_quotes(content: Content, written: str) -> None:
    text = TREE.replace("value: 409", f"value: {written}")
    data, problems = read_tree_file(FILE, text, list(content.answers.values()))
    assert problems == []
    assert walk(read_tree(data), {"status": "409", "attribute": "emails"}).answer == "email-taken"


@pytest.mark.parametrize("word", ["no", "yes", "off", "null", "~", "1.10", "0o17", "2026-01-31", "1_000"])
def test_every_word_stays_the_text_it_is(word: str) -> None:
    assert read_yaml("x.yml", f"a: {word}")[0].data == {"a": word}


def test_the_real_tree_loads_without_its_quotes() -> None:
    content, _ = read_content(PROJECT / "docs")
    assert content
    text = (PROJECT / FILE).read_text(encoding="utf-8")
    bare, count = re.subn(r'"(\d{3})"', r"\1", text)
    assert count > 0
    assert read_tree_file(FILE, bare, list(content.answers.values())) == (
        read_tree_file(FILE, text, list(content.answers.values()))[0],
        [],
    )


def test_later_stages_wait_for_earlier_ones(content: Content) -> None:
    """A misspelled field would make nonsense of what follows, so what follows is not reported."""
    text = TREE.replace("start: status", "start: nowhere").replace("text: No code", "txet: No code")
    sentences = [
        str(problem.message) for problem in read_tree_file(FILE, text, list(content.answers.values()))[1]
    ]
    assert sentences == [
        "`text` is missing; add what readers choose.",
        "unknown field `txet`; did you mean `text`?",
    ]


def test_other_and_unknown_need_not_stand_in_the_answer(content: Content) -> None:
    text = TREE.replace("values: [other, unknown]", "values: [other, unknown, userName]")
    answers = list(content.answers.values())
    assert read_tree_file(FILE, text, answers)[1] == []
    leads_to_email = text.replace("answer: checklist\n", "answer: email-taken\n")
    [problem] = [p for p in read_tree_file(FILE, leads_to_email, answers)[1] if "attribute" in str(p)]
    assert "attribute `userName`" in str(problem)
