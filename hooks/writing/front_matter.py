"""Splits a Markdown file into front matter and body, and checks fields against a table.

MkDocs publishes front matter it cannot read as text on the page, so it is read here first.
"""

from dataclasses import dataclass

from hooks.writing.problems import Message, Problem, did_you_mean, say
from hooks.writing.values import Check
from hooks.writing.yaml_text import YamlText, read_yaml

FENCE = "---"


@dataclass(frozen=True)
class Field:
    """One field of front matter: what it holds, in words for writers, and the check of its value.

    `check` returns what is wrong with a value, or None; a list is checked entry by entry.
    """

    describes: str
    check: Check
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
        return None, [Problem(file, 1, say("front-matter-absent"))]
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return None, [Problem(file, 1, say("front-matter-without-end"))]
    meta, problems = read_yaml(file, "\n".join(lines[1:end]), first_line=2)
    if problems:
        return None, problems
    if not isinstance(meta.data, dict):
        return None, [Problem(file, 2, say("front-matter-without-fields"))]
    return MarkdownFile(file, meta, "\n".join(lines[end + 1 :]), end + 2), []


def check_fields(markdown: MarkdownFile, fields: dict[str, Field]) -> list[Problem]:
    """Return what is wrong with the front matter of `markdown`, held against the table `fields`."""
    data, line = markdown.meta.data, markdown.meta.line

    def problem(message: Message, *place: str | int) -> Problem:
        return Problem(markdown.file, line(*place), message)

    found = [
        problem(say("field-unknown", name=name, near=did_you_mean(name, fields)), name)
        for name in data
        if name not in fields
    ]
    for name, field in fields.items():
        if name not in data:
            if field.required:
                found.append(problem(say("field-missing", name=name, describes=field.describes)))
            continue
        value = data[name]
        if not field.is_list:
            wrong = field.check(value)
            if wrong:
                found.append(problem(say("field-wrong", name=name, wrong=wrong), name))
        elif field.required and not value:
            found.append(problem(say("list-empty", name=name, describes=field.describes), name))
        elif not isinstance(value, list):
            found.append(problem(say("list-expected", name=name, value=value), name))
        else:
            for index, entry in enumerate(value):
                wrong = field.check(entry)
                if wrong:
                    found.append(problem(say("field-wrong", name=name, wrong=wrong), name, index))
    return found
