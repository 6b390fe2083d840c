"""A writer's text as the checks of it need it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markdown_it.token import Token

from hooks.writing.code_blocks import without_code
from hooks.writing.dialect import read_blocks
from hooks.writing.front_matter import split_file
from hooks.writing.problems import Message, Problem

# May go on over the end of a line, and not over a blank one.
CODE = re.compile(r"(?<![`\\])(`+)(?!`)(?:(?!\n[ ]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
INK = re.compile(r"\S")


@dataclass(frozen=True)
class Text:
    """The body of a Markdown file, and the line of the file on which it begins."""

    file: str
    body: str
    first_line: int

    @cached_property
    def prose(self) -> str:
        """The body with blanks for all code; all else keeps its place."""
        return CODE.sub(lambda code: INK.sub(" ", code[0]), without_code(self.body))

    @cached_property
    def blocks(self) -> list[Token]:
        """The tokens of its blocks."""
        return read_blocks(self.body)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the body."""
        return self.body.split("\n")

    def at_line(self, line: int, message: Message) -> Problem:
        """Return the problem in a line of the body, which counts from 0."""
        return Problem(self.file, self.first_line + line, message)

    def at(self, place: int, message: Message) -> Problem:
        """Return the problem at a place in the body."""
        return self.at_line(self.body.count("\n", 0, place), message)

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield what a pattern finds outside code."""
        return pattern.finditer(self.prose)


def read_text(file: str, text: str) -> Text | None:
    """Return the text of a Markdown file, or None where its front matter cannot be read."""
    markdown, _ = split_file(file, text)
    return Text(file, markdown.body, markdown.body_line) if markdown else None
