"""The site's Markdown in the form that every other program reads.

A paragraph is one line, because ticket systems keep line breaks; inner lists are numbered 1. 2. 3.; an
admonition is a quote; links are addresses. Code in a fence stays as it is.
"""

from markdown_it.token import Token

from hooks.formats.forms import BOTH, Form, address_of, render_form

ALIGNED = {"text-align:left": ":---", "text-align:center": ":---:", "text-align:right": "---:"}


def common_markdown(markdown: str, site: str = "") -> str:
    """Return an answer's Markdown for other programs, with `site` before the addresses of the site."""
    return render_form(markdown, COMMON, site)


def _marked(token: Token, text: str) -> str:
    return f"{token.markup}{text}{token.markup}"


def _code(code: Token, _: str) -> str:
    blank = " " if "`" in code.content else ""
    return f"{code.markup}{blank}{code.content}{blank}{code.markup}"


def _link(link: Token, words: str) -> str:
    title = f' "{link.attrs["title"]}"' if "title" in link.attrs else ""
    return f"<{words}>" if link.info == "auto" else f"[{words}]({address_of(link)}{title})"


def _table(rows: list[list[str]], styles: list[str]) -> str:
    headings, *others = [" | ".join(cell.replace("|", "\\|") for cell in row) for row in rows]
    line = "|".join(ALIGNED.get(style, "---") for style in styles)
    return "\n".join([f"| {headings} |", f"|{line}|", *(f"| {row} |" for row in others)])


COMMON = Form(
    {
        **BOTH,
        "heading": lambda heading, text: f"{'#' * int(heading.tag[1])} {text}",
        "blockquote": lambda _, text: "\n".join(f"> {line}".rstrip() for line in text.split("\n")),
        "fence": lambda fence, _: f"{fence.markup}{fence.info}\n{fence.content}{fence.markup}",
        # A character behind a backslash, or with a name, as it was written.
        "text_special": lambda character, _: character.markup,
        "hardbreak": lambda *_: "  \n",
        "code_inline": _code,
        "em": _marked,
        "strong": _marked,
        "link": _link,
        "image": lambda image, words: f"![{words}]({address_of(image)})",
    },
    _table,
)
