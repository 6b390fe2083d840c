"""Markdown that the build makes: the frame of an answer, the lists of answers, the questions."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import jinja2

from hooks.answers import GROUND, WHO, Answer
from hooks.content import Content
from hooks.steps import SharedStep, expand_in_tabs, steps_of
from troubleshooter.tree import Option, Question, read_tree
from troubleshooter.vocabulary import value_label
from troubleshooter.walk import Step

SUBJECTS = {
    "emails": "Email addresses",
    "userName": "Usernames",
    "displayName": "Names of groups",
    "members": "Members of groups",
}
ANY_SUBJECT = "Any attribute, or none named"
ANY_STATUS = "Any status, or none shown"

_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=jinja2.StrictUndefined,
)


def answer_page(answer: Answer, content: Content) -> str:
    """Return the whole Markdown of an answer's page: its sections within their frame."""
    origins: list[Answer | SharedStep] = [answer, *steps_of(answer, content.steps)]
    sources = {source["url"]: source for entry in origins for source in entry.sources}
    return _templates.get_template("answer.md").render(
        answer=answer,
        who=[WHO[who] for who in answer.who],
        sections=[
            (section.title, expand_in_tabs(section.text, content.steps)) for section in answer.sections
        ],
        sources=list(sources.values()),
        grounds=[GROUND[ground] for ground in dict.fromkeys(entry.ground for entry in origins)],
        reviewed=date.fromisoformat(min(entry.reviewed for entry in origins)),
    )


def answers_by_status(content: Content, root: str) -> str:
    """Return the list of answers under a heading for each status."""
    return _answer_list(content, root, lambda answer: answer.facts["status"] or [ANY_STATUS], _status_heading)


def answers_by_subject(content: Content, root: str) -> str:
    """Return the list of answers under a heading for each attribute."""
    return _answer_list(
        content,
        root,
        lambda answer: answer.facts["attribute"] or [ANY_SUBJECT],
        lambda name: SUBJECTS.get(name, name),
    )


def answers_by_who(content: Content, root: str) -> str:
    """Return the list of answers under a heading for each person who acts."""
    return _answer_list(content, root, lambda answer: answer.who, lambda name: WHO[name])


def questions(content: Content, root: str) -> str:
    """Return every question with its options as links: the troubleshooter without Python."""
    tree = read_tree(content.tree)
    ways: dict[str, list[Step]] = {tree.start: []}
    ordered: list[tuple[Question, list[tuple[Option, list[tuple[str, str]]]]]] = []
    waiting = [tree.start]
    while waiting:
        question = tree.questions[waiting.pop(0)]
        way = ways[question.id]
        ordered.append(
            (question, [(option, _links(way, question, option, root)) for option in question.options])
        )
        for option in question.options:
            if option.question and option.question not in ways:
                ways[option.question] = [*way, Step(question, option, option.values[0])]
                waiting.append(option.question)
    return _templates.get_template("questions.md").render(questions=ordered)


MAKERS: dict[str, Callable[[Content, str], str]] = {
    "<!-- answers by status -->": answers_by_status,
    "<!-- answers by subject -->": answers_by_subject,
    "<!-- answers by who acts -->": answers_by_who,
    "<!-- questions -->": questions,
}


def replace_markers(markdown: str, content: Content, root: str) -> str:
    """Return `markdown` with each marker replaced by the Markdown it names.

    `root` is the way from the page's file to the folder docs/, empty or ending in a slash.
    """
    for marker, make in MAKERS.items():
        if marker in markdown:
            markdown = markdown.replace(marker, make(content, root))
    return markdown


def _links(way: list[Step], question: Question, option: Option, root: str) -> list[tuple[str, str]]:
    """Return the label and address of each value of an option; the address holds the way there."""
    if option.answer:
        address = f"{root}answers/{option.answer}.md"
        return [(value_label(question.asks, value), address) for value in option.values]
    links = []
    for value in option.values:
        facts = [(step.question.asks, step.value) for step in way] + [(question.asks, value)]
        links.append((value_label(question.asks, value), f"?{urlencode(facts)}#{option.question}"))
    return links


def _status_heading(status: str) -> str:
    return value_label("status", status)


def _answer_list(
    content: Content, root: str, groups_of: Callable[[Answer], list[str]], heading: Callable[[str], str]
) -> str:
    groups: dict[str, list[Answer]] = {}
    for answer in content.answers.values():
        for group in groups_of(answer):
            groups.setdefault(group, []).append(answer)
    last = (ANY_STATUS, ANY_SUBJECT)
    ordered = sorted(groups.items(), key=lambda entry: (entry[0] in last, entry[0]))
    return _templates.get_template("answer_list.md").render(
        root=root,
        groups=[(heading(name), sorted(answers, key=lambda a: a.title)) for name, answers in ordered],
    )
