"""The forms that answers take outside the site: a walk over the tokens of their Markdown, block by block."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from textwrap import indent

from markdown_it.common.html_blocks import block_names
from markdown_it.token import Token

from hooks.addresses.published import page_address
from hooks.writing.code_blocks import fences, may_hold_code
from hooks.writing.dialect import nested, read_tokens

# What no block before it changes: a line below a blank one, or an item, both unindented.
BETWEEN_BLOCKS, BETWEEN_ITEMS = re.compile(r"\n\n(?=\S)"), re.compile(r"\n(?=(?:[-*+]|\d+\.) )")
# Shared steps and the parts of an answer recur in its forms for all providers.
BLOCKS_KEPT = 100_000
# Stands for the address of the site's root in blocks that are kept.
ROOT = "\0"
# An address of another file of docs/: its path without the ending, and its query and anchor.
FILE = re.compile(r"(?!\w+:)([^?#]+)\.md([?#].*)?")
# Tags that frame blocks, and comments; any other word in angle brackets may be none of HTML.
FRAME = re.compile(rf"<!--|</?(?:{'|'.join(block_names)})\b")
INDENT = "    "
Types = dict[str, Callable[[Token, str], str]]

# What both forms make of a token and of the text within it; of other types, that text is left.
BOTH: Types = {
    "inline": lambda _, text: text.strip(),
    "text": lambda text, _: text.content,
    "softbreak": lambda *_: " ",
    "html_inline": lambda tag, _: "" if FRAME.match(tag.content) else tag.content,
    "list_item": lambda item, text: f"{item.info}{item.markup} {indent(text, INDENT).lstrip()}",
    "code_block": lambda code, _: indent(code.content, INDENT).rstrip("\n"),
    "hr": lambda *_: "---",
}


@dataclass(frozen=True, eq=False)
class Form:
    """A form: what it makes of each type of token, and of a table.

    That takes the table's rows, of which the first holds the headings, and the style of each column.
    """

    types: Types
    table: Callable[[list[list[str]], list[str]], str]


def render_form(markdown: str, form: Form, site: str) -> str:
    """Return an answer's Markdown in a form, with `site` before the addresses of the site."""
    blocks = _parts(markdown.strip("\n"), BETWEEN_BLOCKS, "\n\n")
    text = "\n\n".join(filter(None, [_block(block, form) for block in blocks]))
    # The first page has the address of the root.
    return text.replace(f"{ROOT}./", site or "./").replace(ROOT, site)


@lru_cache(maxsize=BLOCKS_KEPT)
def _block(markdown: str, form: Form) -> str:
    items = _parts(markdown, BETWEEN_ITEMS, "\n")
    if len(items) > 1:
        return "\n".join([_block(item, form) for item in items])
    # The items of shared steps recur under other numbers.
    number, _, text = markdown.partition(". ")
    if number.isdecimal() and number != "1":
        return number + _block(f"1. {text}", form)[1:]
    return _rendered(read_tokens(markdown), form)


def _parts(markdown: str, between: re.Pattern[str], line_ends: str) -> list[str]:
    """Return the parts of Markdown, none of which ends within code."""
    parts = between.split(markdown)
    if not may_hold_code(markdown):
        return parts
    found: list[str] = []
    for part in parts:
        if found and not all(fence.has_end for fence in fences(found[-1])):
            found[-1] += line_ends + part
        else:
            found.append(part)
    return found


def _rendered(tokens: list[Token], form: Form) -> str:
    """Return tokens as text, with blank lines between blocks where they were written."""
    text = ""
    for token, inner in nested(tokens):
        name = token.type.removesuffix("_open")
        if name == "table":
            own = _table(inner, form)
        else:
            within = token.children or inner
            own = form.types.get(name, _within)(token, _rendered(within, form) if within else "")
        if token.block and text and own:
            text += "\n\n" if token.meta.get("apart") else "\n"
        text += own
    return text


def _within(_: Token, text: str) -> str:
    return text


def _table(parts: list[Token], form: Form) -> str:
    styles = [str(cell.attrGet("style")) for cell in parts if cell.type == "th_open"]
    rows = [row for _, part in nested(parts) for _, row in nested(part)]
    return form.table([[_rendered(cell, form) for _, cell in nested(row)] for row in rows], styles)


def address_of(link: Token) -> str:
    """Return where a link leads: to the page of a file, or to the address that it names."""
    href = str(link.attrGet("href") or link.attrGet("src"))
    file = FILE.fullmatch(href)
    if not file:
        return href
    return f"{ROOT}{page_address(posixpath.normpath(f'answers/{file[1]}.md'))}{file[2] or ''}"
