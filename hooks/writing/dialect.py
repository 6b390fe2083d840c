"""The dialect of Markdown in which the site is written, as tokens of markdown-it-py.

Python-Markdown with the extensions in mkdocs.yml knows more than CommonMark: admonitions, tabs, lists of
attributes, bars in the code of a table.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import count

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.fence import make_fence_rule
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

# `!!! warning "Title"`, whose title may be left out, or `=== "Title of a tab"`; the text follows, indented.
BEGINS_INDENTED = re.compile(r'(?:!!! ?([\w-]+)(?: +[\w-]+)*(?: +"(.*)")?|===[+!]* +"(.*)") *')
INDENT = 4
# `{: .note }` or `{ #id }`, at the end of a block or right behind what it belongs to.
ATTRIBUTES = re.compile(r"(?<=[)*_` \n])\{(?=:| *[#.])[^}\n]*\}")
CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
# As long as the bar for which it stands.
BAR = "\0"
# A block is read for each of its forms.
READ_KEPT = 60


@lru_cache(maxsize=READ_KEPT)
def read_tokens(markdown: str) -> list[Token]:
    """Return the tokens of `markdown`; `meta` has `apart` where a blank line stands before a block."""
    return _parser.parse(markdown)


def read_blocks(markdown: str) -> list[Token]:
    """Return the tokens of blocks only; nothing is read of the text in them."""
    return _parser.block.parse(markdown, _parser, {}, []) or []


def nested(tokens: list[Token]) -> Iterator[tuple[Token, list[Token]]]:
    """Yield each token that no other holds, with those that it holds."""
    first = depth = 0
    for number, token in enumerate(tokens):
        if not depth:
            first = number
        depth += token.nesting
        if not depth:
            yield tokens[first], tokens[first + 1 : number]


def _read_indented(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Read an admonition as a quote that begins with its kind and title, and a tab as its title and text."""
    begin = state.bMarks[first] + state.tShift[first]
    found = BEGINS_INDENTED.fullmatch(state.src, begin, state.eMarks[first])
    if not found or state.is_code_block(first):
        return False
    if silent:
        return True
    kind, title, tab = found.groups()
    inside, after = state.sCount[first] + INDENT, first + 1
    while after < end and (state.isEmpty(after) or state.sCount[after] >= inside):
        after += 1
    if kind:
        state.push("blockquote_open", "blockquote", 1).map = [first, after]
    state.push("paragraph_open", "p", 1).map = [first, first + 1]
    heading = state.push("inline", "", 0)
    heading.content = f"**{': '.join(filter(None, [(kind or '').capitalize(), title, tab]))}**"
    heading.children = []
    state.push("paragraph_close", "p", -1)
    outside = state.blkIndent, state.lineMax
    state.blkIndent, state.lineMax = inside, after
    state.md.block.tokenize(state, first + 1, after)
    state.blkIndent, state.lineMax = outside
    if kind:
        state.push("blockquote_close", "blockquote", -1)
    state.line = after
    # Other programs need a blank line below the title, and below a quote.
    state.env.setdefault("apart", set()).update((first + 1, after))
    return True


def _hide_bars(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Hide the bars in the code of a table, where they end no cell."""
    for line in range(first, end):
        begin, stop = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        if not state.src.startswith("|", begin):
            break
        row = CODE.sub(lambda code: code[0].replace("|", BAR), state.src[begin:stop])
        state.src = state.src[:begin] + row + state.src[stop:]
    return False


def _skip_attributes(state: StateInline, silent: bool) -> bool:
    found = ATTRIBUTES.match(state.src, state.pos)
    if not found or (state.src[state.pos - 1] in " \n" and found.end() < state.posMax):
        return False
    state.pos = found.end()
    return True


def _finish(state: StateCore) -> None:
    """Number items as pages do, note the blank lines, and show the bars that were hidden."""
    lines, numbers = state.src.split("\n"), []
    for token in state.tokens:
        if token.map and token.map[0]:
            blank = not lines[token.map[0] - 1].strip("> ")
            token.meta["apart"] = blank or token.map[0] in state.env.get("apart", ())
        if token.type == "ordered_list_open":
            numbers.append(count(int(token.attrGet("start") or 1)))
        elif token.type == "ordered_list_close":
            numbers.pop()
        elif token.type == "list_item_open" and token.info:
            token.info = str(next(numbers[-1]))
        elif BAR in token.content:
            for child in token.children or []:
                child.content = child.content.replace(BAR, "|")


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    # A line of tags is a paragraph of tags; what stands behind a backslash can be written as it was.
    parser.disable(["lheading", "html_block", "reference", "text_join"])
    begins_block: RuleOptionsType = {"alt": ["paragraph", "blockquote", "list"]}
    # As in pymdownx.superfences, the end is exactly as long as the beginning.
    parser.block.ruler.at("fence", make_fence_rule(exact_match=True), begins_block)
    parser.block.ruler.before("fence", "indented", _read_indented, begins_block)
    parser.block.ruler.before("table", "bars", _hide_bars)
    parser.inline.ruler.before("text", "attributes", _skip_attributes)
    parser.core.ruler.push("finish", _finish)
    return parser


_parser = _make_parser()
