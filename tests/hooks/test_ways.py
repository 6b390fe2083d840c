"""Reached by: the ways of the tree to an answer, as short as a reader says them."""

from urllib.parse import parse_qsl

from hooks.addresses.ways import ways_to
from hooks.content import read_content
from tests.hooks.golden import VALID
from tests.hooks.test_questions import TREE
from troubleshooter.tree import read_tree
from troubleshooter.walk import every_path, walk


def test_way_names_its_facts_and_its_query_states_them() -> None:
    content, _ = read_content(VALID)
    assert content
    assert ways_to(read_tree(content.tree))["email-taken"] == [
        ("409 → emails", "status=409&attribute=emails")
    ]


def test_shortest_way_comes_first() -> None:
    lengths = [label.count("→") for label, _ in ways_to(TREE)["checklist"]]
    assert lengths == sorted(lengths)
    assert lengths[0] < lengths[-1]


def test_what_is_not_known_is_said_in_words() -> None:
    labels = [label for label, _ in ways_to(TREE)["email-taken"]]
    assert "no code → uniqueness → emails" in labels
    assert "409 → attribute not said" in [label for label, _ in ways_to(TREE)["checklist"]]


def test_every_path_is_a_way_and_every_way_leads_to_its_answer() -> None:
    ways = ways_to(TREE)
    assert sum(map(len, ways.values())) == len(list(every_path(TREE)))
    for answer, those in ways.items():
        for _, query in those:
            assert walk(TREE, dict(parse_qsl(query))).answer == answer
