"""Splits a Markdown file into front matter and body, and checks fields against a table.

MkDocs publishes front matter it cannot read as text on the page, so it is read here first.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import urlsplit

from hooks.problems import Problem, did_you_mean
from hooks.yaml_text import YamlText, read_yaml

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


def is_text(value: Any) -> str | None:
    """Say what is wrong unless `value` is a text that is not empty."""
    if isinstance(value, str) and value.strip():
        return None
    return "this must be a text; write one, in quotes if it holds a colon or a bracket."


def is_title(value: Any) -> str | None:
    """Say what is wrong unless `value` is one line that Markdown, HTML and tables show as it is."""
    if isinstance(value, str) and any(mark in value for mark in "<|{\n"):
        return "this becomes a heading and a cell of a table; leave out `<`, `|`, `{` and line breaks."
    return is_text(value)


def is_short(limit: int) -> Callable[[Any], str | None]:
    """Return a check that a title has at most `limit` characters."""

    def check(value: Any) -> str | None:
        if isinstance(value, str) and len(value) > limit:
            return f"this has {len(value)} characters; shorten it to {limit}."
        return is_title(value)

    return check


def is_one_of(known: list[str]) -> Callable[[Any], str | None]:
    """Return a check that a value is one of `known`."""

    def check(value: Any) -> str | None:
        return None if value in known else f"unknown value `{value}`; {did_you_mean(str(value), known)}"

    return check


def is_past_day(value: Any) -> str | None:
    """Say what is wrong unless `value` is a day, as YYYY-MM-DD, that has come."""
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        day = None
    # Days are compared as texts later, so 20260131 and 2026-W05-6 will not do.
    if day is None or day.isoformat() != value:
        return f"`{value}` is not a day; write it as 2026-01-31."
    # A day that has begun where it begins first: writers and servers live in different time zones.
    newest = datetime.now(timezone(timedelta(hours=14))).date()
    return None if day <= newest else f"{value} has not come yet; write a day that has."


def is_change(value: Any) -> str | None:
    """Say what is wrong unless `value` has the day of a change and what changed, and nothing else."""
    if not isinstance(value, dict) or set(value) != {"day", "what"} or is_text(value["what"]):
        return "a change needs a `day` and a `what`; write `- day: 2026-01-31` and below it `  what: …`."
    return is_past_day(value["day"])


def is_source(value: Any) -> str | None:
    """Say what is wrong unless `value` has a title and an https address, and nothing else."""
    if not isinstance(value, dict) or set(value) != {"title", "url"} or is_text(value["title"]):
        return "a source needs a `title` and a `url`; write `- title: …` and below it `  url: https://…`."
    address = value["url"]
    try:
        parts = urlsplit(address)
    except (AttributeError, TypeError, ValueError):
        parts = urlsplit("")
    if parts.scheme != "https" or not parts.netloc:
        return f"`{address}` is not an address; write it in full, as https://…"
    return None
