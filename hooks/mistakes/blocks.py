"""Lists, headings and boxes in a text that Python-Markdown does not read as such."""

import re
from itertools import pairwise

from markdown_it.token import Token

from hooks.mistakes.text import Text
from hooks.writing.dialect import BEGINS_INDENTED, INDENT
from hooks.writing.problems import Problem, did_you_mean, say

# https://squidfunk.github.io/mkdocs-material/reference/admonitions/#supported-types
KINDS = "note abstract info tip success question warning failure danger bug example quote".split()
BULLET = re.compile(r"[•◦▪‣·●○■►][ \t]*")
LIKE_ITEM = re.compile(r"(\d{1,3}\.|[-+])(?=[A-Z*`\[“])|(\*)(?=[A-Za-z`\[][^*]*$)")
LIKE_HEADING = re.compile(r"(#{1,6})(?=[^\s#])")
LIKE_BOX = re.compile(r"!{2,}|\?{3}|\[!|:::")
BLOCKS = ("paragraph_open", "fence", "blockquote_open", "table_open", "bullet_list_open", "ordered_list_open")


def check_lists(text: Text) -> list[Problem]:
    """Return a problem for each list in `text`, or part of one, that would not be one on its page."""
    problems: list[Problem] = []
    items: list[int] = []
    joins: int | None = None
    for before, token in pairwise([Token("", "", 0), *text.blocks]):
        line = token.map[0] if token.map else -1
        in_list = items or before.type.endswith("_list_close")
        if token.type == "list_item_open":
            items.append(line)
        elif token.type == "list_item_close":
            items.pop()
        elif token.type.endswith("_list_open") and token.markup in "()" and token.markup:
            number = text.lines[line].strip().partition(")")[0]
            problems.append(text.at_line(line, say("item-mark", mark=f"{number})", item="1.")))
        elif (token.type.endswith("_list_open") and line == joins) or (items and _is_joined_box(text, token)):
            problems.append(text.at_line(line, say("blank-line-needed")))
        elif (
            in_list
            and token.type in BLOCKS
            and line not in items
            and _is_badly_indented(text, line, len(items))
        ):
            blanks = INDENT * max(len(items), 1)
            problems.append(text.at_line(line, say("not-indented", blanks=blanks)))
            joins = None
            continue
        if token.map and token.type in ("paragraph_open", "fence"):
            # An item, a box, a tab and a marker may have a list right below.
            begins = line in items or _is_box(text, line) or text.lines[line].startswith("<!-- ")
            joins = None if begins else token.map[1]
    return problems


def _is_box(text: Text, line: int) -> bool:
    return bool(BEGINS_INDENTED.fullmatch(text.lines[line].strip()))


def _is_joined_box(text: Text, token: Token) -> bool:
    """Whether a box stands right below the text of an item, which takes it along."""
    line = token.map[0] if token.type == "blockquote_open" and token.map else 0
    return bool(line and text.lines[line - 1].strip() and _is_box(text, line))


def _is_badly_indented(text: Text, line: int, depth: int) -> bool:
    """Whether a block that is not the first of its item belongs to another one than it seems to."""
    shown = text.lines[line].expandtabs(INDENT)
    blanks = len(shown) - len(shown.lstrip())
    return not shown.startswith((">", "<!--"), blanks) and (blanks < depth * INDENT or blanks % INDENT > 0)


def check_lines(text: Text) -> list[Problem]:
    """Return a problem for each line in `text` that begins nearly as an item, a heading or a box does."""
    problems = []
    prose = text.prose.split("\n")
    for token in text.blocks:
        if token.type != "inline" or not token.map:
            continue
        for line in range(*token.map):
            begin = prose[line].strip()
            # An item's own mark.
            begin = re.sub(r"^(?:>\s*|(?:\d+\.|[-+*])\s+)+", "", begin)
            if found := BULLET.match(begin):
                problems.append(text.at_line(line, say("item-mark", mark=found[0].strip(), item="-")))
            elif found := LIKE_ITEM.match(begin):
                problems.append(text.at_line(line, say("item-without-blank", mark=found[1] or found[2])))
            elif found := LIKE_HEADING.match(begin):
                problems.append(text.at_line(line, say("heading-without-blank", mark=found[1])))
            elif LIKE_BOX.match(begin):
                problems.append(text.at_line(line, say("admonition-form")))
    return problems


def check_boxes(text: Text) -> list[Problem]:
    """Return a problem for each admonition in `text` of an unknown kind, or without a text of its own."""
    problems = []
    for token in text.blocks:
        if token.type != "blockquote_open" or not token.map:
            continue
        first, after = token.map
        found = BEGINS_INDENTED.fullmatch(text.lines[first].lstrip(" >").removeprefix("- "))
        if not found or not found[1]:
            continue
        if found[1] not in KINDS:
            message = say("admonition-kind", kind=found[1], near=did_you_mean(found[1], KINDS))
            problems.append(text.at_line(first, message))
        if not any(line.strip() for line in text.lines[first + 1 : after]):
            problems.append(text.at_line(first, say("admonition-empty")))
    return problems


def check_bold(text: Text) -> list[Problem]:
    """Return a problem for each paragraph in `text` with a `**` that makes nothing bold."""
    problems = []
    prose = text.prose.split("\n")
    for token in text.blocks:
        if token.type != "inline" or not token.map or "**" not in token.content:
            continue
        parts = "\n".join(prose[slice(*token.map)]).replace("\\*", "  ").split("**")
        blank_at_edge = any(part != part.strip() or not part for part in parts[1::2])
        # Code stands as blanks there.
        if len(parts) % 2 == 0 or (blank_at_edge and "`" not in token.content):
            problems.append(text.at_line(token.map[0], say("bold-open")))
    return problems
