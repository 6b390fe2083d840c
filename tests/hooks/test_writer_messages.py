"""Each mistake a writer can make gives the message in its golden file; every message has such a file."""

import re
from functools import cache
from pathlib import Path

import pytest

from hooks.content import read_content
from hooks.writing.messages import MESSAGES
from hooks.writing.problems import Message, Problem
from tests.conftest import PROJECT
from tests.hooks.golden import GOLDEN_FILES, problems_of, read_golden, rewrite, write_valid_content

golden_files = pytest.mark.parametrize("path", GOLDEN_FILES, ids=lambda path: path.stem)


@cache
def reported(path: Path) -> list[Problem]:
    return problems_of(read_golden(path))


@golden_files
def test_mistake_gives_its_messages(path: Path) -> None:
    assert [str(problem) for problem in reported(path)] == read_golden(path).expected != []


@golden_files
def test_message_is_one_sentence_with_its_cure(path: Path) -> None:
    for line in read_golden(path).expected:
        file, number, sentence = line.split(":", 2)
        assert file.startswith("docs/")
        assert int(number) >= 1
        assert sentence.endswith((".", "?", "…"))
        assert ";" in sentence or ", " in sentence, "what is wrong, then the cure"


def ids_of(message: Message) -> set[str]:
    """Return the id of a sentence and those of the parts that fill it in."""
    parts = [value for _, value in message.fields if isinstance(value, Message)]
    return {message.id}.union(*map(ids_of, parts))


@golden_files
def test_problem_says_a_sentence_of_the_table(path: Path) -> None:
    for problem in reported(path):
        assert ids_of(problem.message) <= MESSAGES.keys()


def test_every_message_has_a_golden_file() -> None:
    met = {name for path in GOLDEN_FILES for problem in reported(path) for name in ids_of(problem.message)}
    assert sorted(MESSAGES.keys() - met) == []


def test_code_says_only_what_the_table_has() -> None:
    """A sentence that is missing would stop the build with a traceback, at some writer's mistake."""
    code = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "hooks").rglob("*.py"))
    assert set(re.findall(r'\bsay\(\s*"(.*?)"', code)) == MESSAGES.keys()


def test_rewriting_a_golden_file_puts_in_what_is_reported_now(tmp_path: Path) -> None:
    original = GOLDEN_FILES[0].read_text(encoding="utf-8")
    copy = tmp_path / "mistake.txt"
    copy.write_text(
        original.partition("--- expected")[0] + "--- expected\nan older sentence.\n", encoding="utf-8"
    )
    assert rewrite(copy)
    assert copy.read_text(encoding="utf-8") == original
    assert not rewrite(copy)


def test_valid_content_has_no_problems(tmp_path: Path) -> None:
    content, problems = read_content(write_valid_content(tmp_path))
    assert problems == []
    assert content is not None


def test_real_content_has_no_problems() -> None:
    content, problems = read_content(PROJECT / "docs")
    assert [str(problem) for problem in problems] == []
    assert content is not None
