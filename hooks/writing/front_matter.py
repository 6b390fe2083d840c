"""Splits a Markdown file into front matter and body.

MkDocs publishes front matter it cannot read as text on the page, so it is read here first.
"""

from dataclasses import dataclass

from hooks.writing.problems import Problem, say
from hooks.writing.yaml_text import YamlText, read_yaml

FENCE = "---"


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
