"""Markers: lines such as `<!-- answers for status 409 -->`, in whose place the build puts what they name."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from hooks.addresses.link_words import PARTS
from hooks.addresses.short_links import path_links
from hooks.pages.answer_lists import answers_by_status, answers_by_subject, answers_by_who, answers_for
from hooks.pages.checked_days import pages_by_age
from hooks.pages.coverage import coverage_markdown
from hooks.pages.page_lists import (
    CODE_PAGES,
    GUIDE_PAGES,
    code_pages,
    guide_links,
    guide_pages,
    provider_ids,
)
from hooks.pages.questions import questions_markdown
from hooks.pages.tree_map import map_markdown
from hooks.render import render
from hooks.writing.answers import Answer
from hooks.writing.code_blocks import replace_outside_code, without_code
from hooks.writing.origin import GROUND
from hooks.writing.pages import Page
from hooks.writing.problems import Message, Problem, did_you_mean, in_words, say
from hooks.writing.rules import Rule
from hooks.writing.steps import Steps
from troubleshooter.tree import Tree
from troubleshooter.vocabulary import CAUSE_FACTS, REASON_PHRASES, VALUES

# Entra ID prints .NET's names of the codes; where they are not the phrase without its blanks:
# https://learn.microsoft.com/en-us/dotnet/api/system.net.httpstatuscode
DOTNET_NAMES = {"413": "RequestEntityTooLarge", "422": "UnprocessableEntity"}


class Content(Protocol):
    """What the makers put into pages; hooks/content.py has it, and checks markers before that is whole."""

    @property
    def answers(self) -> dict[str, Answer]: ...
    @property
    def pages(self) -> dict[str, Page]: ...
    @property
    def rules(self) -> list[Rule]: ...
    @property
    def steps(self) -> Steps: ...
    @property
    def shown_by_one(self) -> dict[str, str]: ...
    def questions(self) -> Tree: ...


@dataclass(frozen=True)
class Marker:
    """What a marker becomes, and the words, one of which stands at its end; those of answers need them all.

    `make` gets the content, the way from the page's file to the folder docs/, and that word. `lists` are the
    pages, by their paths within docs/, that it links to.
    """

    make: Callable[[Content, str, str], str]
    words: Callable[[list[Answer]], list[str]] | None = None
    lists: Sequence[str] = ()


def _list_for(fact: str) -> Marker:
    return Marker(
        lambda content, root, value: answers_for(
            content.answers.values(), fact, value, content.questions(), root
        ),
        lambda _: VALUES[fact],
    )


def _with_example(answers: list[Answer]) -> list[str]:
    return [answer.id for answer in answers if answer.example]


def _wording(content: Content, root: str, code: str) -> str:
    phrase = REASON_PHRASES[code]
    code_name = DOTNET_NAMES.get(code, re.sub(r"\W", "", phrase))
    return render("wording.md", phrase=phrase, code_name=code_name)


def _short_links(content: Content, root: str, _: str) -> str:
    links = path_links(content.questions(), content.answers)
    # Raw addresses start from the page, which is one folder deeper than its file.
    return render("short_links.md", links=links, root=f"{root}../")


def _coverage(content: Content, root: str, _: str) -> str:
    return coverage_markdown(content.questions(), content.answers, content.rules, root)


def _pages_by_age(content: Content, root: str, _: str) -> str:
    return pages_by_age([*content.answers.values(), *content.pages.values()], content, root)


def _message_box(content: Content, root: str, answer: str) -> str:
    return render("message_box.md", example=content.answers[answer].example, root=root)


MARKERS = {
    "answers by status": Marker(
        lambda content, root, _: answers_by_status(content.answers.values(), content.questions(), root)
    ),
    "answers by subject": Marker(lambda content, root, _: answers_by_subject(content.answers.values(), root)),
    "answers by who acts": Marker(lambda content, root, _: answers_by_who(content.answers.values(), root)),
    **{f"answers for {fact}": _list_for(fact) for fact in CAUSE_FACTS},
    "status codes": Marker(lambda content, root, _: code_pages(content.pages, root), lists=CODE_PAGES),
    "guides": Marker(lambda content, root, _: guide_links(content.pages, root), lists=GUIDE_PAGES),
    "guides resting on": Marker(
        lambda content, root, ground: guide_pages(content.pages, ground, root), lambda _: list(GROUND)
    ),
    "providers": Marker(lambda *_: provider_ids()),
    "wording of": Marker(_wording, lambda _: list(REASON_PHRASES)),
    "questions": Marker(lambda content, root, _: questions_markdown(content.questions(), root)),
    "map": Marker(lambda content, root, _: map_markdown(content.questions(), content.answers, root)),
    "coverage": Marker(_coverage),
    "pages by age": Marker(_pages_by_age),
    "short links": Marker(_short_links),
    "parts of short links": Marker(lambda *_: render("short_link_parts.md", parts=PARTS)),
    "message box with the example of": Marker(_message_box, _with_example),
    "triage box": Marker(lambda *_: render("triage_box.md")),
}
FIRST_WORDS = "|".join(sorted({name.split()[0] for name in MARKERS}))
ON_ITS_LINE = re.compile(rf"^<!-- ((?:{FIRST_WORDS})\b.*?) *-->$", re.MULTILINE)
LIKE_A_MARKER = re.compile(rf"<!-- *(?:{FIRST_WORDS})\b", re.IGNORECASE)


def check_markers(page: Page, pages: list[Page], answers: list[Answer]) -> list[Problem]:
    """Return a problem for each marker in `page` that names nothing the build can make."""
    there = {other.path for other in pages}
    problems = []
    for number, line in enumerate(without_code(page.body).splitlines(), page.body_line):
        marker = ON_ITS_LINE.fullmatch(line)
        wrong = _mistake(marker[1], answers, there) if marker else None
        if not marker and LIKE_A_MARKER.search(line):
            wrong = say("marker-not-alone")
        if wrong:
            problems.append(Problem(page.file, number, wrong))
    return problems


def replace_markers(text: str, content: Content, root: str) -> str:
    """Return the Markdown of a page with what its markers stand for; the build has checked them."""

    def made(marker: re.Match[str]) -> str:
        name, word = _parts(marker[1])
        return MARKERS[name].make(content, root, word)

    return replace_outside_code(ON_ITS_LINE, made, text)


def _mistake(marker: str, answers: list[Answer], pages: set[str]) -> Message | None:
    name, word = _parts(marker)
    if name not in MARKERS:
        return say("marker-unknown", name=marker, near=did_you_mean(marker, MARKERS))
    missing = [path for path in MARKERS[name].lists if path not in pages]
    if missing:
        return say("marker-lists-missing", name=name, files=in_words(f"docs/{path}" for path in missing))
    words_of = MARKERS[name].words
    words = words_of(answers) if words_of else [word]
    return None if word in words else say("marker-word", name=name, word=word, near=did_you_mean(word, words))


def _parts(marker: str) -> tuple[str, str]:
    """Return the name of a marker and the word at its end, or nothing where its name takes none."""
    name, _, word = marker.rpartition(" ")
    return (name, word) if name in MARKERS and MARKERS[name].words else (marker, "")
