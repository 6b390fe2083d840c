"""Fenced code, in which no heading, item or marker counts."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from hooks.writing.dialect import read_blocks
from hooks.writing.problems import Problem, say

# A text is read for its sections, its checks, and its steps for each provider.
READ_KEPT = 500


class Fence(NamedTuple):
    """A block of fenced code: its lines, from 0; its mark; whether it has an end."""

    lines: range
    mark: str
    has_end: bool


def fences(text: str) -> list[Fence]:
    """Return the blocks of fenced code in `text`."""
    return _read_fences(text) if may_hold_code(text) else []


def may_hold_code(text: str) -> bool:
    """Say, without reading it, whether a text may hold fenced code; most do not."""
    return "```" in text or "~~~" in text


@lru_cache(maxsize=READ_KEPT)
def _read_fences(text: str) -> list[Fence]:
    lines, found = text.split("\n"), []
    for token in read_blocks(text):
        if token.type == "fence" and token.map:
            own = range(*token.map)
            found.append(
                Fence(own, token.markup, len(own) > 1 and lines[own[-1]].strip("> ") == token.markup)
            )
    return found


def without_code(text: str) -> str:
    """Return `text` with blanks for each line of code; all else keeps its place."""
    found = fences(text)
    if not found:
        return text
    code = {line for fence in found for line in fence.lines}
    lines = enumerate(text.split("\n"))
    return "\n".join(" " * len(line) if number in code else line for number, line in lines)


def replace_outside_code(pattern: re.Pattern[str], make: Callable[[re.Match[str]], str], text: str) -> str:
    """Return `text` with what `make` returns in place of what `pattern` finds outside code."""
    outside_code = without_code(text)
    return pattern.sub(
        lambda found: make(found) if outside_code.startswith(found[0], found.start()) else found[0], text
    )


def check_code_blocks(file: str, text: str, first_line: int) -> list[Problem]:
    """Return a problem for each block of code in `text` that has no end."""
    return [
        Problem(file, first_line + fence.lines[0], say("code-without-end", mark=fence.mark))
        for fence in fences(text)
        if not fence.has_end
    ]
