"""Short links: /e/[<status>][-<scimType>][-<attribute>]/, the address of an error that a product prints."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from hooks.addresses.link_words import ATTRIBUTES, LINK_FACTS, UNSAID, link_name, link_words, other_names
from hooks.addresses.published import SHORT_LINKS, answer_address
from hooks.addresses.ways import Facts, query_of
from hooks.writing.answers import Answer
from troubleshooter.tree import Tree, values_of
from troubleshooter.vocabulary import VALUES, value_label
from troubleshooter.walk import Step, every_path, resolve

# For each answer, the facts that it lists.
Listed = dict[str, dict[str, Any]]


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
    """Return the links that have a page: those of path_links, for other attributes, and under other names.

    Whatever else is made of known words is led on by docs/assets/short-links.js.
    """
    listed = _listed_facts(answers)
    links = {link.address: link for link in path_links(tree, answers)}
    for steps, answer in every_path(tree):
        for attribute in _taken_as_other(steps):
            for facts in _with_keywords({**_said(steps), "attribute": attribute}, steps, answers[answer]):
                link = _link(tree, listed, facts)
                # Where more is asked before, the link without the attribute asks it.
                if link and link.target == answer_address(answer):
                    links[link.address] = link
    return [*links.values(), *(other for link in links.values() for other in _under_other_names(link))]


def promised_links(links: list[ShortLink]) -> list[str]:
    """Return what the ledger lists of the links: that of each status, and each other word behind a star.

    Whatever is made of words that are known keeps answering, by its page or by that for unknown addresses.
    """
    statuses = [link.address for link in links if list(link.facts) == ["status"]]
    others = [word for word, (fact, _) in link_words().items() if fact != "status"]
    return [*statuses, *(f"{SHORT_LINKS}*-{word}/" for word in others)]


def path_links(tree: Tree, answers: dict[str, Answer]) -> list[ShortLink]:
    """Return a link for the facts of each way through the tree, alone and with each keyword of its answer."""
    listed = _listed_facts(answers)
    stated = {
        link_name(facts): facts
        for steps, answer in every_path(tree)
        for facts in _with_keywords(_said(steps) or {"status": "unknown"}, steps, answers[answer])
    }
    links = [link for facts in stated.values() if (link := _link(tree, listed, facts))]
    return sorted(links, key=lambda link: [_place(link, fact) for fact in LINK_FACTS])


def _said(steps: list[Step]) -> Facts:
    """Return what the steps state that a link can state."""
    way = {step.question.asks: step.value for step in steps}
    return {fact: way[fact] for fact in LINK_FACTS if way.get(fact, "unknown") not in UNSAID}


def _with_keywords(said: Facts, steps: list[Step], answer: Answer) -> Iterator[Facts]:
    """Yield the facts alone and, where the steps do not ask for a keyword, with each of the answer."""
    yield said
    if "scimType" not in [step.question.asks for step in steps]:
        yield from ({**said, "scimType": word} for word in answer.facts["scimType"] if word not in UNSAID)


def _taken_as_other(steps: list[Step]) -> list[str]:
    """Return the attributes that the steps do not tell apart."""
    asked = [step.question for step in steps if step.question.asks == "attribute" and step.value == "other"]
    return [value for question in asked for value in ATTRIBUTES if value not in values_of(question)]


def _link(tree: Tree, listed: Listed, facts: Facts) -> ShortLink | None:
    """Return the link to the answer of `facts` or to the question that is due; None where they contradict."""
    facts = {fact: facts[fact] for fact in LINK_FACTS if fact in facts}
    resolution = resolve(tree, listed, facts)
    address = f"{SHORT_LINKS}{link_name(facts)}/"
    if resolution.rule or resolution.disagreements:
        return None
    if resolution.answer:
        answer = resolution.answer
        return ShortLink(address, facts, answer_address(answer["id"]), answer["title"])
    question = resolution.state.question
    return ShortLink(address, facts, f"troubleshooter/?{query_of(facts)}#{question.id}", question.text)


def _under_other_names(link: ShortLink) -> Iterator[ShortLink]:
    """Yield the link with another name of its keyword, or of the attribute behind a status alone."""
    fact = "scimType" if "scimType" in link.facts else "attribute"
    if fact == "scimType" or list(link.facts) == ["status", "attribute"]:
        for name in other_names(fact, link.facts[fact]):
            yield replace(link, address=f"{SHORT_LINKS}{link_name({**link.facts, fact: name})}/")


def _listed_facts(answers: dict[str, Answer]) -> Listed:
    return {answer.id: answer.listed_facts() for answer in answers.values()}


def _place(link: ShortLink, fact: str) -> int:
    return VALUES[fact].index(link.facts[fact]) if fact in link.facts else -1
