"""Answers: the fields of docs/answers/<id>.md, their checks, and the records made of them."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from hooks.writing.code_blocks import check_code_blocks, without_code
from hooks.writing.fields import Field, Fields, check_fields
from hooks.writing.front_matter import MarkdownFile, split_file
from hooks.writing.origin import ORIGIN_FIELDS
from hooks.writing.problems import Problem, in_words, say
from hooks.writing.scripts import check_scripts
from hooks.writing.values import is_one_of, is_past_day, is_short, is_text, is_title
from troubleshooter.vocabulary import CAUSE_FACTS, VALUES

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SECTIONS = ["What happened", "Who can fix it", "Fix it", "Check that it worked", "If it still fails"]

WHO = {
    "member": "The person being provisioned",
    "idp-admin": "The identity provider’s admin",
    "org-admin": "The Pulumi organization’s admin",
    "pulumi-support": "Pulumi support",
    "nobody": "Nobody; it retries by itself",
}

# In the order of the list of answers by subject.
SUBJECTS = {
    "emails": "Email addresses",
    "usernames": "Usernames",
    "groups": "Groups and teams",
    "refused": "Values and requests that are refused",
    "access": "Access: token, rights and address",
    "connection": "Connection, load and faults",
    "nothing-reported": "Nothing happens, or something else is odd",
    "matching": "Matching and mapping",
}

CHANGE_FIELDS: Fields = {
    "day": Field("the day of the change, as YYYY-MM-DD", is_past_day, True),
    "what": Field("what changed", is_text, True),
}
ANSWER_FIELDS: Fields = {
    "title": Field("the failure in the admin’s words", is_title, True),
    "description": Field("the cure in one sentence of at most 160 characters", is_short(160), True),
    **{
        fact: Field(
            f"the values of {fact} under which the answer holds", is_one_of(VALUES[fact]), False, True
        )
        for fact in CAUSE_FACTS
    },
    "who": Field("who acts: " + ", ".join(WHO), is_one_of(list(WHO)), True, is_list=True),
    "subject": Field("what it is about: " + ", ".join(SUBJECTS), is_one_of(list(SUBJECTS)), True),
    **ORIGIN_FIELDS,
    "aliases": Field("other wordings people search for", is_text, False, is_list=True),
    "example": Field("what the log shows, with example.com people", is_text),
    "browse_only": Field("why no question leads here", is_text),
    "changes": Field("what changed for readers since it was published", CHANGE_FIELDS, is_list=True),
}


@dataclass(frozen=True)
class Section:
    """One `## ` section: its heading, the line of that, and all the Markdown below it."""

    title: str
    text: str
    line: int


@dataclass(frozen=True)
class Answer:
    """A checked answer; `facts` maps each fact to the values under which the answer holds."""

    id: str
    file: str
    title: str
    description: str
    facts: dict[str, list[str]]
    who: list[str]
    subject: str
    ground: str
    sources: list[dict[str, str]]
    reviewed: str
    aliases: list[str]
    example: str
    browse_only: str
    changes: list[dict[str, str]]
    sections: list[Section]

    @property
    def text(self) -> str:
        """All sections, one after the other."""
        return "\n".join(section.text for section in self.sections)

    def listed_facts(self) -> dict[str, Any]:
        """Return the id, the title, and the facts that have values: what a walk needs to know of it."""
        facts = {fact: self.facts[fact] for fact in CAUSE_FACTS if self.facts[fact]}
        return {"id": self.id, "title": self.title, **facts}


def read_answers(files: list[tuple[str, str, str]]) -> tuple[list[Answer], list[Problem]]:
    """Return the answers in `files` (id, file name and text of each), or what is wrong with them."""
    parsed: list[tuple[str, MarkdownFile]] = []
    problems: list[Problem] = []
    for answer_id, file, text in files:
        markdown, unreadable = split_file(file, text)
        problems += unreadable
        if not ID.fullmatch(answer_id):
            problems.append(Problem(file, 1, say("answer-file-name")))
        if markdown:
            parsed.append((answer_id, markdown))
            problems += check_fields(file, markdown.meta, ANSWER_FIELDS)
            problems += check_scripts(file, markdown.body, markdown.body_line)
            unended = check_code_blocks(file, markdown.body, markdown.body_line)
            problems += unended or _check_sections(file, split_sections(markdown))
    problems += _check_titles(parsed)
    if problems:
        return [], sorted(problems)
    return [_make_answer(answer_id, markdown) for answer_id, markdown in parsed], []


def split_sections(markdown: MarkdownFile) -> list[Section]:
    """Return the `## ` sections of a file; text before the first one becomes a section without title."""
    sections: list[Section] = []
    title, start = "", markdown.body_line
    kept: list[str] = []
    lines = zip(markdown.body.split("\n"), without_code(markdown.body).split("\n"), strict=True)
    for number, (line, outside_code) in enumerate(lines, markdown.body_line):
        if outside_code.startswith("## "):
            sections.append(Section(title, "\n".join(kept), start))
            title, start, kept = line[3:].strip(), number, []
        else:
            kept.append(line)
    sections.append(Section(title, "\n".join(kept), start))
    return [section for section in sections if section.title or section.text.strip()]


def _check_sections(file: str, sections: list[Section]) -> list[Problem]:
    titles = [section.title for section in sections]
    problems = []
    for section in sections:
        if not section.title:
            blank = section.text[: -len(section.text.lstrip())].count("\n")
            message = say("section-after-text", first=SECTIONS[0])
            problems.append(Problem(file, section.line + blank, message))
        elif section.title not in SECTIONS:
            message = say("section-unknown", title=section.title, sections=in_words(SECTIONS))
            problems.append(Problem(file, section.line, message))
        elif not section.text.strip():
            problems.append(Problem(file, section.line, say("section-empty", title=section.title)))
    for title in SECTIONS:
        if title not in titles:
            last = sections[-1].line if sections else 1
            problems.append(Problem(file, last, say("section-missing", title=title)))
    known = [section for section in sections if section.title in SECTIONS]
    for before, after in pairwise(known):
        if SECTIONS.index(before.title) >= SECTIONS.index(after.title):
            message = say("section-out-of-order", title=after.title, before=before.title)
            problems.append(Problem(file, after.line, message))
    return problems


def _check_titles(parsed: list[tuple[str, MarkdownFile]]) -> list[Problem]:
    first_with: dict[str, str] = {}
    problems = []
    for _, markdown in parsed:
        title = str(markdown.meta.data.get("title", "")).lower()
        if title and first_with.setdefault(title, markdown.file) != markdown.file:
            message = say("title-twice", file=first_with[title])
            problems.append(Problem(markdown.file, markdown.meta.line("title"), message))
    return problems


def _make_answer(answer_id: str, markdown: MarkdownFile) -> Answer:
    fields = {"aliases": [], "example": "", "browse_only": "", "changes": [], **markdown.meta.data}
    facts = {fact: fields.pop(fact, []) for fact in CAUSE_FACTS}
    fields["example"] = fields["example"].strip()
    return Answer(answer_id, markdown.file, facts=facts, sections=split_sections(markdown), **fields)
