"""Common Markdown as text without marks, for e-mail: links show their addresses, tables become lists."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from hooks.formats.common_markdown import BLOCKS_KEPT, CODE, TEXT, Lines, blocks, with_kind

# What is shown as it stands: code, a mark behind a backslash, and an address in angle brackets.
LITERAL = re.compile(
    r"(?<!`)(?P<marks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=marks)(?!`)"
    r"|\\(?P<mark>[\\`*_{}\[\]()#+.!|>-])"
    r"|<(?P<address>https?://[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>"
)
# Without any of these, a line has no marks.
MAY_BE_MARK = re.compile(r"[\\`*_\[<]")
# The words may hold brackets, and the address may hold parentheses.
LINK = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])+)\]"
    r"\(((?:[^()\s]|\([^()\s]*\))+)(?: +\"[^\"]*\")?\)"
)
EMPHASIS = [
    re.compile(r"(\*{1,3})(?![\s*])((?:[^*]| \* )+?)(?<!\s)\1"),
    re.compile(r"(?<!\w)(_{1,3})(?![\s_])(.+?)(?<![\s_])\1(?!\w)"),
]
HEADING = re.compile(r"^#+ +")
QUOTE = re.compile(r"^( *)> ?")
SEPARATOR = re.compile(r"\|[-:| ]+")
# A bar that ends no cell: in code, or behind a backslash.
BAR = re.compile(r"(`+)(?:(?!\1).)+\1|\\\|")


def plain_text(markdown: str) -> str:
    """Return common Markdown (a paragraph is one line) without its marks."""
    return "\n\n".join([_plain_block(block) for block in blocks(markdown)])


@lru_cache(maxsize=BLOCKS_KEPT)
def _plain_block(markdown: str) -> str:
    return "\n".join(_without_marks(_tables_as_lists(_unquoted(markdown.split("\n")))))


def _unquoted(lines: Iterable[str]) -> Lines:
    """Yield each line with its kind, those of a quote without their marks."""
    runs = groupby(with_kind(lines), lambda pair: pair[1] == TEXT and bool(QUOTE.match(pair[0])))
    for is_quote, run in runs:
        yield from _unquoted(QUOTE.sub(r"\1", line) for line, _ in run) if is_quote else run


def _tables_as_lists(lines: Lines) -> Lines:
    """Yield the lines with each row of a table as an item, its cells below it behind their headings."""
    headings: list[str] = []
    for line, kind in lines:
        if kind != TEXT or not line.lstrip().startswith("|"):
            headings = []
            yield line, kind
        elif not headings:
            headings = _cells(line)
        elif not SEPARATOR.fullmatch(line.strip()):
            indent = line[: line.index("|")]
            first, *others = _cells(line)
            yield f"{indent}- {first}", TEXT
            # A row may have fewer cells than the table, and more, which do not show on the page either.
            for heading, cell in zip(headings[1:], others, strict=False):
                if cell:
                    yield f"{indent}  {heading}: {cell}" if heading else f"{indent}  {cell}", TEXT


def _cells(row: str) -> list[str]:
    marked = BAR.sub(lambda bar: bar[0].replace("|", "\0"), row.strip())
    return [cell.strip().replace("\0", "|") for cell in marked[1:].removesuffix("|").split("|")]


def _without_marks(lines: Lines) -> Iterator[str]:
    for line, kind in lines:
        if kind == CODE:
            yield f"    {line}"
        elif kind == TEXT:
            yield _inline(HEADING.sub("", line)).rstrip()


def _inline(line: str) -> str:
    """Return a line without emphasis, code marks and link brackets; what stands in code marks is kept."""
    if not MAY_BE_MARK.search(line):
        return line
    # An emphasis or a link may hold code, whose stars and brackets are none; nor are those of an address.
    kept: list[str] = []

    def keep(text: str) -> str:
        kept.append(text)
        return f"\0{len(kept) - 1}\0"

    def literal(found: re.Match[str]) -> str:
        return keep((found["code"] or "").strip() or found["mark"] or found["address"] or "")

    def link(found: re.Match[str]) -> str:
        words, address = found.groups()
        return keep(address) if words == address else f"{words} ({keep(address)})"

    text = LINK.sub(link, LITERAL.sub(literal, line))
    for emphasis in EMPHASIS:
        found = 1
        while found:
            text, found = emphasis.subn(r"\2", text)
    # What was kept last may hold what was kept before.
    for number, what in reversed(list(enumerate(kept))):
        text = text.replace(f"\0{number}\0", what)
    return text
