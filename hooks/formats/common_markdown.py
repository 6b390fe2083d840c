"""The site's Markdown in the form that every other program reads.

A paragraph is one line, because ticket systems keep line breaks; inner lists are numbered 1. 2. 3.; an
admonition is a quote; links are addresses. Code in a fence stays as it is.
"""

import posixpath
import re
from collections import deque
from collections.abc import Iterable, Iterator
from functools import lru_cache

from hooks.addresses.published import page_address

# A Markdown link to another file of docs/: its path without the ending, and its query and anchor.
FILE_LINK = re.compile(r"\]\((?!\w+:)([^)#?\s]+)\.md([?#][^)\s]*)?(?=[ )])")
# What Material calls an admonition; its text follows, indented. The title may be left out.
ADMONITION = re.compile(r'( *)!!! ?([\w-]+)(?: +[\w-]+)*(?: +"(.*)")? *')
INNER_ITEM = re.compile(r"( +)\d+\. +")
FENCE = re.compile(r" *(```+(?=[^`]*$)|~~~+)")
# What begins a block of its own: an item, a quote, a row of a table, a heading, an admonition.
BEGINS_BLOCK = re.compile(r" *(?:[-*+] |\d+\. |>|\||#|!!!|---$)")
# What no further line of a paragraph can join; two blanks at the end of a line break it.
STANDS_ALONE = re.compile(r" *(?:\||#|!!!|---$)|.*  $")
INDENT = "    "
BETWEEN_BLOCKS = re.compile(r"\n\n(?=\S)")
TEXT, CODE, MARK = "text", "code", "mark"
# Lines, each with its kind: CODE in a fence, MARK for the fence itself, TEXT for all else.
Lines = Iterator[tuple[str, str]]
# Shared steps and the parts of an answer recur in its forms for all providers.
BLOCKS_KEPT = 5_000


def common_markdown(markdown: str, site: str = "", folder: str = "answers") -> str:
    """Return Markdown of a file in `folder` of docs/ for other programs, with `site` before its addresses."""
    return "\n\n".join([_common_block(block, site, folder) for block in blocks(markdown)])


def blocks(markdown: str) -> list[str]:
    """Return the blocks that no other changes: each begins after a blank line, unindented."""
    found: list[str] = []
    for part in BETWEEN_BLOCKS.split(markdown.removesuffix("\n")):
        if found and _fence_is_open(found[-1]):
            found[-1] = f"{found[-1]}\n\n{part}"
        else:
            found.append(part)
    return found


def _fence_is_open(block: str) -> bool:
    """Say whether what comes after a block is still code."""
    if "```" not in block and "~~~" not in block:
        return False
    *_, (_, kind) = with_kind([*block.split("\n"), "after"])
    return kind == CODE


@lru_cache(maxsize=BLOCKS_KEPT)
def _common_block(markdown: str, site: str, folder: str) -> str:
    lines = _numbered(_unwrapped(with_kind(markdown.split("\n"))))
    return "\n".join(line for line, _ in _quoted(_linked(lines, site, folder)))


def with_kind(lines: Iterable[str]) -> Lines:
    """Yield each line with its kind."""
    fence = ""
    for line in lines:
        found = FENCE.match(line)
        if not fence:
            fence = found[1] if found else ""
            yield line, MARK if found else TEXT
        elif found and found[1].startswith(fence) and found.end() == len(line.rstrip()):
            fence = ""
            yield line, MARK
        else:
            yield line, CODE


def _unwrapped(lines: Lines) -> Lines:
    """Yield the lines with those of a paragraph joined."""
    paragraph = ""
    for line, kind in lines:
        goes_on = kind == TEXT and line.strip() and not BEGINS_BLOCK.match(line)
        if paragraph and goes_on and not STANDS_ALONE.match(paragraph):
            paragraph = f"{paragraph.rstrip()} {line.lstrip()}"
            continue
        if paragraph:
            yield paragraph, TEXT
        paragraph = line if kind == TEXT and line.strip() else ""
        if not paragraph:
            yield line, kind
    if paragraph:
        yield paragraph, TEXT


def _numbered(lines: Lines) -> Lines:
    """Yield the lines with the items of inner lists numbered; those of the outer list have their numbers."""
    counts: dict[int, int] = {}
    for line, kind in lines:
        if line.strip() and kind == TEXT:
            indent = len(line) - len(line.lstrip())
            counts = {depth: count for depth, count in counts.items() if depth <= indent}
            item = INNER_ITEM.match(line)
            if item:
                counts[indent] = counts.get(indent, 0) + 1
                line = f"{item[1]}{counts[indent]}. {line[item.end() :]}"
        yield line, kind


def _linked(lines: Lines, site: str, folder: str) -> Lines:
    """Yield the lines with links to addresses in place of those to files."""

    def address(link: re.Match[str]) -> str:
        page = page_address(posixpath.normpath(posixpath.join(folder, f"{link[1]}.md")))
        # The first page has the address of the root.
        return f"]({site + page.removeprefix('./') or page}{link[2] or ''}"

    for line, kind in lines:
        yield FILE_LINK.sub(address, line) if kind == TEXT else line, kind


def _quoted(lines: Lines) -> Lines:
    """Yield the lines with each admonition as a quote that begins with its kind and title."""
    waiting = deque(lines)
    while waiting:
        line, kind = waiting.popleft()
        begins = ADMONITION.fullmatch(line) if kind == TEXT else None
        if not begins:
            yield line, kind
            continue
        indent, name, title = begins.groups()
        inside = indent + INDENT
        body = []
        while waiting and (not waiting[0][0].strip() or waiting[0][0].startswith(inside)):
            inner, kind = waiting.popleft()
            body.append((inner.removeprefix(inside), kind))
        text = "\n".join(quoted for quoted, _ in _quoted(iter(body))).strip("\n")
        heading = f"**{name.capitalize()}{': ' if title else ''}{title or ''}**"
        for quoted in f"{heading}\n\n{text}".rstrip("\n").split("\n"):
            yield f"{indent}> {quoted}".rstrip(), TEXT
        # Without a blank line, what follows would belong to the quote.
        if waiting:
            yield "", TEXT
