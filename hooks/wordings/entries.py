"""Wordings: docs/troubleshooter/wordings.yml, by which words a message tells its cause, and their checks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hooks.wordings.phrases import PhraseMistake, elements_of, is_unspaced
from hooks.writing.answers import Answer
from hooks.writing.fields import Field, Fields, check_fields
from hooks.writing.origin import SOURCE_FIELDS
from hooks.writing.problems import Message, Problem, say
from hooks.writing.values import is_one_of, is_text
from hooks.writing.yaml_text import Place, YamlText, read_yaml
from troubleshooter.message import Wordings as Reader
from troubleshooter.message import read_message, walk_facts
from troubleshooter.providers import PROVIDERS
from troubleshooter.tree import Tree
from troubleshooter.vocabulary import FACTS, VALUES
from troubleshooter.walk import resolve


def is_phrase(value: Any) -> Message | None:
    """Say what is wrong unless `value` is a phrase that the reader of messages can find."""
    wrong = is_text(value)
    if wrong or is_unspaced(value):
        return wrong
    try:
        elements_of(value)
    except PhraseMistake as mistake:
        return say("phrase-wrong", phrase=value, wrong=mistake.message)
    return None


FACT_FIELDS: Fields = {fact: Field(f"a value of {fact}", is_one_of(VALUES[fact])) for fact in FACTS}
WORDING_FIELDS: Fields = {
    "words": Field("the phrases", is_phrase, True, is_list=True),
    "facts": Field("what they tell", FACT_FIELDS, True),
    "yields": Field("`true` where any other wording counts more", is_one_of(["true"])),
    "example": Field("a message with one of the phrases", is_text, True),
    "seen": Field("where the phrases were seen", is_text, True),
}
OTHER_FIELDS: Fields = {
    "words": Field("the phrases", is_phrase, True, is_list=True),
    "is": Field("what such a text is, as in “the output of Git”", is_text, True),
    "help": Field("where help with that is", SOURCE_FIELDS, True),
    "facts": Field("the facts that lead to an answer about it", FACT_FIELDS),
    "yields": Field("`true` where it is none beside an attribute or a kind of entry", is_one_of(["true"])),
}
WORDINGS_FIELDS: Fields = {
    "wordings": Field("a list of wordings", WORDING_FIELDS, True, is_list=True),
    "others": Field("a list of what is no provisioning", OTHER_FIELDS, True, is_list=True),
    "provisioning": Field(
        "what tells of provisioning",
        {
            "tells": Field("phrases that tell by themselves", is_phrase, True, is_list=True),
            "hints": Field(
                "phrases that tell where nothing tells of another thing", is_phrase, True, is_list=True
            ),
        },
        True,
    ),
    "numbers": Field(
        "the words that make a number no status",
        {"one": Field("those before it", is_text, True), "several": Field("those behind it", is_text, True)},
        True,
    ),
}


@dataclass(frozen=True)
class Wording:
    """An entry: its phrases, what the reader of messages takes of it, its example, and its line."""

    words: list[str]
    entry: dict[str, Any]
    example: str
    line: int


@dataclass(frozen=True)
class Wordings:
    """All entries, and the words that make a number no status."""

    entries: list[Wording]
    numbers: dict[str, list[str]]

    def for_reader(self) -> dict[str, Any]:
        """Return what the reader of messages takes, as JSON can hold it."""
        phrases: list[list[str]] = []
        parts: list[tuple[int, str]] = []
        for number, wording in enumerate(self.entries):
            parts += [(number, phrase) for phrase in wording.words if is_unspaced(phrase)]
            spaced = [phrase for phrase in wording.words if not is_unspaced(phrase)]
            phrases.append([elements for phrase in spaced for elements in elements_of(phrase)])
        entries = [wording.entry for wording in self.entries]
        return {"entries": entries, "phrases": phrases, "parts": parts, "units": self.numbers}


def read_wordings(file: str, text: str) -> tuple[Wordings, list[Problem]]:
    """Return the wordings in `text`, or what is wrong with them."""
    yaml_text, problems = read_yaml(file, text)
    problems = problems or check_fields(file, yaml_text, WORDINGS_FIELDS)
    problems = problems or list(_phrases_of_two_entries(file, yaml_text))
    if problems:
        return Wordings([], {"one": [], "several": []}), sorted(problems)
    provisioning, numbers = yaml_text.data["provisioning"], yaml_text.data["numbers"]
    entries = [
        *_entries(yaml_text, "wordings", ["facts", "yields"], {}),
        *_entries(yaml_text, "others", ["is", "help", "facts", "yields"], {"scim": "no"}),
        *[
            Wording(provisioning[name], {"scim": says}, "", yaml_text.line("provisioning", name))
            for name, says in (("tells", "yes"), ("hints", "hint"))
        ],
        *[Wording(provider.names, {"named": provider.id}, "", 1) for provider in PROVIDERS if provider.names],
    ]
    return Wordings(entries, {name: words.split() for name, words in numbers.items()}), []


def check_wordings(file: str, wordings: Wordings, tree: Tree, answers: Sequence[Answer]) -> list[Problem]:
    """Return a problem for each example without an answer, and each answer’s symptom that is untold."""
    reader = Reader(wordings.for_reader())
    listed = {answer.id: answer.listed_facts() for answer in answers}
    problems = []
    for wording in wordings.entries:
        if wording.example:
            resolution = resolve(tree, listed, walk_facts(read_message(wording.example, reader)))
            if not resolution.answer:
                where = resolution.state.question.id if resolution.state.question else resolution.state.answer
                problems.append(Problem(file, wording.line, say("wording-example", where=where)))
    options = [option for question in tree.questions.values() for option in question.options]
    told = {value for option in options for value in option.values}
    told |= {wording.entry.get("facts", {}).get("symptom") for wording in wordings.entries}
    for answer in answers:
        for symptom in answer.facts["symptom"]:
            if symptom not in told:
                problems.append(Problem(answer.file, 1, say("symptom-untold", symptom=symptom)))
    return problems


def _entries(yaml_text: YamlText, section: str, kept: list[str], more: dict[str, str]) -> list[Wording]:
    """Return the entries of a section; what `kept` names goes to the reader of messages."""
    return [
        Wording(
            entry["words"],
            {**more, **{name: entry[name] for name in kept if name in entry}},
            entry.get("example", ""),
            yaml_text.line(section, index),
        )
        for index, entry in enumerate(yaml_text.data[section])
    ]


def _phrases_of_two_entries(file: str, yaml_text: YamlText) -> Iterator[Problem]:
    first: dict[str, tuple[str | int, ...]] = {}
    for section in ("wordings", "others"):
        for index, entry in enumerate(yaml_text.data[section]):
            for number, phrase in enumerate(entry["words"]):
                place: Place = (section, index, "words", number)
                for elements in [phrase] if is_unspaced(phrase) else elements_of(phrase):
                    known = first.setdefault(elements, place)
                    if known[:2] != place[:2]:
                        line = yaml_text.line(*known)
                        yield Problem(
                            file, yaml_text.line(*place), say("phrase-twice", phrase=phrase, line=line)
                        )
