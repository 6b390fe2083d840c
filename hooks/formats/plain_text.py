"""The site's Markdown as text without marks, for e-mail: links show their addresses, tables become lists."""

from markdown_it.token import Token

from hooks.formats.forms import BOTH, Form, address_of, render_form


def plain_text(markdown: str, site: str = "") -> str:
    """Return an answer's Markdown without its marks, with `site` before the addresses of the site."""
    return render_form(markdown, PLAIN, site)


def _link(link: Token, words: str) -> str:
    address = address_of(link)
    return words if link.info == "auto" or words == address else f"{words} ({address})"


def _table(rows: list[list[str]], _: list[str]) -> str:
    """Return each row as an item, its cells below it behind their headings."""
    (_first, *headings), *others = rows
    lines = []
    for name, *cells in others:
        named = zip(headings, cells, strict=True)
        shown = [f"{heading}: {cell}" if heading else cell for heading, cell in named if cell]
        lines.append("\n  ".join([f"- {name}", *shown]))
    return "\n".join(lines)


PLAIN = Form(
    {
        **BOTH,
        "fence": BOTH["code_block"],
        "text_special": lambda character, _: character.content,
        "hardbreak": lambda *_: "\n",
        "code_inline": lambda code, _: code.content.strip(),
        "link": _link,
        "image": _link,
    },
    _table,
)
