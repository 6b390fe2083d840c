"""Each mistake a writer can make gives the message in its golden file; every message has such a file."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from hooks.content import read_content
from tests.conftest import PROJECT
from tests.hooks.golden import GOLDEN_FILES, read_golden, write_valid_content

# The modules whose texts end in front of writers.
SPEAKERS = (
    "content addresses/ledger writing/answers writing/front_matter writing/markers writing/pages "
    "writing/problems writing/rules writing/steps writing/tree_fields writing/tree_file writing/values "
    "writing/yaml_text"
).split()
# Which argument of a call is the sentence.
REPORTERS = {"Problem": 2, "report": 0, "problem": 0}

golden_files = pytest.mark.parametrize("path", GOLDEN_FILES, ids=lambda path: path.stem)


@golden_files
def test_mistake_gives_its_messages(path: Path, tmp_path: Path) -> None:
    golden = read_golden(path)
    docs = write_valid_content(tmp_path)
    golden.write_to(tmp_path)

    content, problems = read_content(docs)

    assert [str(problem) for problem in problems] == golden.expected
    assert content is None


@golden_files
def test_message_is_one_sentence_with_its_cure(path: Path) -> None:
    for line in read_golden(path).expected:
        file, number, sentence = line.split(":", 2)
        assert file.startswith("docs/")
        assert int(number) >= 1
        assert sentence.endswith((".", "?", "…"))
        assert ";" in sentence or ", " in sentence, "what is wrong, then the cure"


def test_valid_content_has_no_problems(tmp_path: Path) -> None:
    content, problems = read_content(write_valid_content(tmp_path))
    assert problems == []
    assert content is not None


def test_real_content_has_no_problems() -> None:
    content, problems = read_content(PROJECT / "docs")
    assert [str(problem) for problem in problems] == []
    assert content is not None


@pytest.mark.parametrize("module", SPEAKERS)
def test_every_message_has_a_golden_file(module: str) -> None:
    expected = "\n".join(line for path in GOLDEN_FILES for line in read_golden(path).expected)
    messages = list(messages_of(module))
    assert messages, f"found no message in hooks/{module}.py"
    assert [text for text in messages if text not in expected] == []


def messages_of(module: str) -> Iterator[str]:
    """Yield the longest fixed part of each sentence that hooks/<module>.py can report."""
    tree = ast.parse((PROJECT / "hooks" / f"{module}.py").read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef) or function.name.startswith("__"):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Return) and node.value and returns_text(function):
                yield from fixed_parts(node.value, function)
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in REPORTERS:
                    found = list(fixed_parts(node.args[REPORTERS[name]], function))
                    passed_on = isinstance(node.args[REPORTERS[name]], ast.Name)
                    assert found or passed_on, f"{module}.py:{node.lineno}: cannot see what this says"
                    yield from found


def returns_text(function: ast.FunctionDef) -> bool:
    """Whether a function is a check of a value, or says a part of a sentence."""
    return function.returns is not None and ast.unparse(function.returns) in ("str", "str | None")


def fixed_parts(node: ast.expr, function: ast.FunctionDef) -> Iterator[str]:
    """Yield the longest fixed part of each text that `node` can be, following names and choices."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield max((str(part.value) for part in node.values if isinstance(part, ast.Constant)), key=len)
        for part in node.values:
            if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Name):
                yield from fixed_parts(part.value, function)
    elif isinstance(node, ast.BinOp):
        yield from fixed_parts(node.left, function)
        yield from fixed_parts(node.right, function)
    elif isinstance(node, ast.IfExp):
        yield from fixed_parts(node.body, function)
        yield from fixed_parts(node.orelse, function)
    elif isinstance(node, ast.Name):
        for assignment in ast.walk(function):
            if isinstance(assignment, ast.Assign) and ast.unparse(assignment.targets[0]) == node.id:
                yield from fixed_parts(assignment.value, function)
