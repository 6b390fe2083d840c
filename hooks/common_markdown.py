"""The site's Markdown in the form that every other program reads.

A paragraph is one line, because ticket systems keep line breaks; inner lists are numbered 1. 2. 3.; an
admonition is a quote; links are addresses. Code in a fence stays as it is.
"""

import posixpath
import re
from collections import deque
from collections.abc import Iterable, Iterator

from hooks.addresses import page_address

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
TEXT, CODE, MARK = "text", "code", "mark"


def common_markdown(markdown: str, site: str = "", folder: str = "answers") -> str:
    """Return Markdown of a file in `folder` of docs/ for other programs, with `site` before its addresses."""
    lines = _numbered(_unwrapped(markdown.splitlines()))
    return "\n".join(_quoted(_linked(lines, site, folder)))


def with_kind(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each line with its kind: CODE in a fence, MARK for the fence itself, TEXT for all else."""
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


def _unwrapped(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines with those of a paragraph joined."""
    paragraph = ""
    for line, kind in with_kind(lines):
        goes_on = kind == TEXT and line.strip() and not BEGINS_BLOCK.match(line)
        if paragraph and goes_on and not STANDS_ALONE.match(paragraph):
            paragraph = f"{paragraph.rstrip()} {line.lstrip()}"
            continue
        if paragraph:
            yield paragraph
        paragraph = line if kind == TEXT and line.strip() else ""
        if not paragraph:
            yield line
    if paragraph:
        yield paragraph


def _numbered(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines with the items of inner lists numbered; those of the outer list have their numbers."""
    counts: dict[int, int] = {}
    for line, kind in with_kind(lines):
        item = INNER_ITEM.match(line) if kind == TEXT else None
        indent = len(line) - len(line.lstrip())
        if line.strip() and kind == TEXT:
            counts = {depth: count for depth, count in counts.items() if depth <= indent}
        if item:
            counts[indent] = counts.get(indent, 0) + 1
            line = f"{item[1]}{counts[indent]}. {line[item.end() :]}"
        yield line


def _linked(lines: Iterable[str], site: str, folder: str) -> Iterator[str]:
    """Yield the lines with links to addresses in place of those to files."""

    def address(link: re.Match[str]) -> str:
        page = page_address(posixpath.normpath(posixpath.join(folder, f"{link[1]}.md")))
        # The first page has the address of the root.
        return f"]({site + page.removeprefix('./') or page}{link[2] or ''}"

    for line, kind in with_kind(lines):
        yield FILE_LINK.sub(address, line) if kind == TEXT else line


def _quoted(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines with each admonition as a quote that begins with its kind and title."""
    waiting = deque(with_kind(lines))
    while waiting:
        line, kind = waiting.popleft()
        begins = ADMONITION.fullmatch(line) if kind == TEXT else None
        if not begins:
            yield line
            continue
        indent, name, title = begins.groups()
        inside = indent + INDENT
        body = []
        while waiting and (not waiting[0][0].strip() or waiting[0][0].startswith(inside)):
            body.append(waiting.popleft()[0].removeprefix(inside))
        heading = f"**{name.capitalize()}{': ' if title else ''}{title or ''}**"
        text = "\n".join(_quoted(body)).strip("\n")
        for quoted in f"{heading}\n\n{text}".rstrip("\n").split("\n"):
            yield f"{indent}> {quoted}".rstrip()
        # Without a blank line, what follows would belong to the quote.
        if waiting:
            yield ""
