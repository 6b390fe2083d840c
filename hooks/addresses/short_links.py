"""Short links: /e/<status>[-<scimType>][-<attribute>]/, an address for every error that a product prints."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hooks.addresses.ways import Facts, query_of
from hooks.writing.answers import Answer
from troubleshooter.tree import Tree
from troubleshooter.vocabulary import REASON_PHRASES, SYNONYMS, VALUES, value_label
from troubleshooter.walk import every_path, resolve

LINK_FACTS = ["status", "scimType", "attribute"]
# No part of a link: what they say is said by leaving the part out.
UNSAID = ("other", "unknown")
KEYWORDS = [value for value in VALUES["scimType"] if value not in UNSAID]
ATTRIBUTES = [value for value in VALUES["attribute"] if value not in UNSAID]
# For readers, as they stand in a link.
PARTS = [
    ("Status codes", list(REASON_PHRASES)),
    ("Keywords", [value.lower() for value in [*KEYWORDS, *SYNONYMS["scimType"]]]),
    ("Attributes", [value.lower() for value in ATTRIBUTES]),
]


@dataclass(frozen=True)
class ShortLink:
    """A short link: its address, the facts it states, and the address and title of what it leads to.

    Addresses are relative to the site's root.
    """

    address: str
    facts: Facts
    target: str
    title: str

    @property
    def is_answer(self) -> bool:
        """Whether the link leads to an answer, and not to a question."""
        return self.target.startswith("answers/")

    @property
    def label(self) -> str:
        """The facts as a reader knows them, as in "409 Conflict, uniqueness, emails"."""
        return ", ".join(value_label(fact, value) for fact, value in self.facts.items())


def short_links(tree: Tree, answers: dict[str, Answer]) -> list[ShortLink]:
    """Return a link for every combination of the values, whether or not an answer is about it.

    A keyword has every spelling throughout, since Pulumi prints its own; another name of an attribute, which
    only people write, stands behind a status alone.
    """
    listed = _listed_facts(answers)
    return [_make(tree, listed, parts, facts) for parts, facts in _combinations()]


def answered_links(tree: Tree, answers: dict[str, Answer]) -> list[ShortLink]:
    """Return a link for the facts of each way through the tree, alone and with each keyword of its answer."""
    listed = _listed_facts(answers)
    links: dict[str, ShortLink] = {}
    for steps, answer in every_path(tree):
        way = {step.question.asks: step.value for step in steps}
        said = {fact: way[fact] for fact in LINK_FACTS if fact in way and way[fact] not in UNSAID}
        if "status" not in said:
            continue
        keywords = [] if "scimType" in way else answers[answer].facts["scimType"]
        for facts in [said, *[{**said, "scimType": keyword} for keyword in keywords if keyword in KEYWORDS]]:
            ordered = {fact: facts[fact] for fact in LINK_FACTS if fact in facts}
            link = _make(tree, listed, list(ordered.values()), ordered)
            links[link.address] = link
    return sorted(links.values(), key=lambda link: [_place(link, fact) for fact in LINK_FACTS])


def _combinations() -> Iterator[tuple[list[str], Facts]]:
    """Yield the parts of each link's name, and the facts that they state."""
    keywords = [([], {}), *[([value], {"scimType": value}) for value in KEYWORDS]]
    keywords += [([name], {"scimType": value}) for name, value in SYNONYMS["scimType"].items()]
    attributes = [([], {}), *[([value], {"attribute": value}) for value in ATTRIBUTES]]
    other_names = [([name], {"attribute": value}) for name, value in SYNONYMS["attribute"].items()]
    yield ["none"], {"status": "none"}
    for status in [*REASON_PHRASES, "unknown"]:
        for keyword, stated in keywords:
            for attribute, named in attributes if keyword else attributes + other_names:
                yield [status, *keyword, *attribute], {"status": status, **stated, **named}


def _listed_facts(answers: dict[str, Answer]) -> dict[str, dict[str, Any]]:
    return {answer.id: answer.listed_facts() for answer in answers.values()}


def _make(tree: Tree, listed: dict[str, dict[str, Any]], parts: list[str], facts: Facts) -> ShortLink:
    """Return the link to the answer of `facts`, or to the last question that they reach."""
    resolution = resolve(tree, listed, facts)
    address = f"e/{'-'.join(parts).lower()}/"
    if resolution.answer:
        answer = resolution.answer
        return ShortLink(address, facts, f"answers/{answer['id']}/", answer["title"])
    question = resolution.state.question or resolution.state.steps[-1].question
    return ShortLink(address, facts, f"troubleshooter/?{query_of(facts)}#{question.id}", question.text)


def _place(link: ShortLink, fact: str) -> int:
    return VALUES[fact].index(link.facts[fact]) if fact in link.facts else -1
