"""Comments, tags and braces in a text: what would hide the rest, or not show."""

import re

from hooks.mistakes.text import Text
from hooks.writing.dialect import ATTRIBUTES
from hooks.writing.problems import Message, Problem, say

# A tag, or what lacks its end up to the next one, a blank line, or the end of the text.
TAG = re.compile(r"<(/?)([A-Za-z][\w.-]*)(?=[\s/>])[^<>]*?(>|(?=<|\n[ ]*\n|\Z))")
COMMENT = re.compile(r"<!--.*?(-->|\Z)", re.DOTALL)
WITHOUT_END = "area br col hr img input wbr".split()
KNOWN = [
    *WITHOUT_END,
    *"a abbr b code dd details div dl dt em figcaption figure h2 h3 h4 i kbd li ol p pre q s section".split(),
    *"small span strong sub summary sup table tbody td th thead tr u ul".split(),
]
# Tells of these itself.
OTHERS_TELL = ("script",)
BRACE = re.compile(r"\{[^}\n]*\}*")
INK = re.compile(r"\S")


def check_html(text: Text) -> list[Problem]:
    """Return a problem for each comment or tag in `text` without its end, and for what is no tag at all."""
    problems = [
        text.at(comment.start(), say("comment-without-end"))
        for comment in text.find(COMMENT)
        if not comment[1]
    ]
    open_tags: list[tuple[str, int, str]] = []
    for tag in TAG.finditer(COMMENT.sub(lambda comment: INK.sub(" ", comment[0]), text.prose)):
        ends, name, shown = tag[1], tag[2].lower(), tag[0].split("\n")[0].strip()
        wrong: Message | None = None
        if name in OTHERS_TELL:
            continue
        if name not in KNOWN:
            wrong = say("tag-unknown", tag=shown)
        elif not tag[3]:
            wrong = say("tag-cut", tag=shown)
            open_tags.append((name, tag.start(), shown))
        elif ends and name not in (began for began, _, _ in open_tags):
            wrong = say("tag-without-begin", tag=shown)
        elif ends:
            while open_tags[-1][0] != name:
                inner, place, begin = open_tags.pop()
                problems.append(text.at(place, say("tag-without-end", tag=begin, name=inner)))
            open_tags.pop()
        elif name not in WITHOUT_END and not tag[0].endswith("/>"):
            open_tags.append((name, tag.start(), shown))
        if wrong:
            problems.append(text.at(tag.start(), wrong))
    return problems + [
        text.at(place, say("tag-without-end", tag=begin, name=name))
        for name, place, begin in open_tags
        if begin.endswith(">")
    ]


def check_braces(text: Text) -> list[Problem]:
    """Return a problem for each pair of braces in `text` that is no list of attributes."""
    return [
        text.at(brace.start(), say("braces", found=brace[0]))
        for brace in text.find(BRACE)
        if not ATTRIBUTES.match(text.prose, brace.start()) and text.prose[brace.start() - 1] != "\\"
    ]
