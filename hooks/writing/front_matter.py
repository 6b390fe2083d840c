"""Splits a Markdown file into front matter and body, and checks fields against a table.

MkDocs publishes front matter it cannot read as text on the page, so it is read here first.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hooks.writing.problems import Problem, did_you_mean
from hooks.writing.yaml_text import YamlText, read_yaml

FENCE = "---"


@dataclass(frozen=True)
class Field:
    """One field of front matter: what it holds, in words for writers, and the check of its value.

    `check` returns what is wrong with a value, or None; a list is checked entry by entry.
    """

    describes: str
    check: Callable[[Any], str | None]
    required: bool = False
    is_list: bool = False


@dataclass(frozen=True)
class MarkdownFile:
    """A file's front matter, and its body with the line on which that begins."""

    file: str
    meta: YamlText
    body: str
    body_line: int


def split_file(file: str, text: str) -> tuple[MarkdownFile | None, list[Problem]]:
    """Return the parts of a Markdown file, or None and the problems that make it unreadable."""
    lines = text.splitlines()
    if not lines or lines[0].rstrip() != FENCE:
        return None, [Problem(file, 1, "the file does not begin with front matter; add a first line `---`.")]
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return None, [Problem(file, 1, "the front matter has no end; add a line `---` after its last field.")]
    meta, problems = read_yaml(file, "\n".join(lines[1:end]), first_line=2)
    if problems:
        return None, problems
    if not isinstance(meta.data, dict):
        return None, [Problem(file, 2, "the front matter holds no fields; write `title: …` and the others.")]
    return MarkdownFile(file, meta, "\n".join(lines[end + 1 :]), end + 2), []


def check_fields(markdown: MarkdownFile, fields: dict[str, Field]) -> list[Problem]:
    """Return what is wrong with the front matter of `markdown`, held against the table `fields`."""
    data, line = markdown.meta.data, markdown.meta.line

    def problem(sentence: str, *place: str | int) -> Problem:
        return Problem(markdown.file, line(*place), sentence)

    found = [
        problem(f"unknown field `{name}`; {did_you_mean(name, fields)}", name)
        for name in data
        if name not in fields
    ]
    for name, field in fields.items():
        if name not in data:
            if field.required:
                found.append(problem(f"`{name}` is missing; add {field.describes}."))
            continue
        value = data[name]
        if not field.is_list:
            wrong = field.check(value)
            if wrong:
                found.append(problem(f"`{name}`: {wrong}", name))
        elif field.required and not value:
            found.append(problem(f"`{name}` is empty; add {field.describes}.", name))
        elif not isinstance(value, list):
            found.append(problem(f"`{name}` is not a list; write it as `{name}: [{value}]`.", name))
        else:
            for index, entry in enumerate(value):
                wrong = field.check(entry)
                if wrong:
                    found.append(problem(f"`{name}`: {wrong}", name, index))
    return found
