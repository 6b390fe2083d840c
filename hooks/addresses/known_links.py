"""The list of short links for the page for unknown addresses, which leads those that have no page."""

import json

from hooks.addresses.link_words import LINK_FACTS, link_name, link_words
from hooks.addresses.published import answer_address
from hooks.addresses.short_links import Listed, ShortLink
from hooks.content import Content
from troubleshooter.tree import Tree
from troubleshooter.vocabulary import VALUES
from troubleshooter.walk import resolve

# What a link can do without, where its answer is the same with every value.
FACTS_BEHIND_A_STATUS = LINK_FACTS[1:]


def known_links_json(content: Content) -> str:
    """Return, as JSON, the fact and the value of each word, and for each link the facts that change nothing.

    Links have their names as of link_name; that to a question is changed by every fact.
    """
    tree = content.questions()
    listed = {answer.id: answer.listed_facts() for answer in content.answers.values()}
    links = {
        link_name(link.facts): [
            fact for fact in FACTS_BEHIND_A_STATUS if _changes_nothing(fact, link, tree, listed)
        ]
        for link in content.links
    }
    return json.dumps({"words": link_words(), "links": links}, separators=(",", ":"))


def _changes_nothing(fact: str, link: ShortLink, tree: Tree, listed: Listed) -> bool:
    """Say whether a link without `fact` leads to an answer that is the same with each of its values."""
    found = (resolve(tree, listed, {**link.facts, fact: value}).answer for value in VALUES[fact])
    is_same = (answer and answer_address(answer["id"]) == link.target for answer in found)
    return fact not in link.facts and all(is_same)
