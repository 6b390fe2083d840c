"""The map shows the whole tree, with links that lead there."""

import json
from functools import cache
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import PROJECT, published
from troubleshooter.tree import Tree, read_tree
from troubleshooter.walk import every_path, walk

SITE = PROJECT / "site"
pytestmark = pytest.mark.usefixtures("site")


@cache
def page() -> BeautifulSoup:
    return BeautifulSoup((SITE / "map/index.html").read_text(encoding="utf-8"), "html.parser")


@cache
def tree() -> Tree:
    return read_tree(json.loads(published(SITE, "assets/tree.json").read_text(encoding="utf-8")))


def part(name: str) -> Tag:
    found = page().find(class_=name)
    assert isinstance(found, Tag)
    return found


def addresses(name: str) -> list[str]:
    return [link["href"] for link in part(name).find_all("a", href=True)]


def test_every_answer_of_the_tree_is_linked() -> None:
    answers = {f"../answers/{answer}/" for _, answer in every_path(tree())}
    assert {address for address in addresses("map") if "answers/" in address} == answers


def test_every_question_leads_to_the_troubleshooter_with_the_facts_of_the_way() -> None:
    links = [urlsplit(address) for address in addresses("map") if "troubleshooter/" in address]
    assert {link.fragment for link in links} == set(tree().questions)
    for link in links:
        facts = {fact: values[0] for fact, values in parse_qs(link.query).items()}
        asked = [step.question.id for step in walk(tree(), facts).steps]
        assert link.fragment not in asked


def test_every_question_has_one_card_with_its_options() -> None:
    cards = part("map").find_all(class_="map-card")
    assert sorted(card["id"] for card in cards) == sorted(f"question-{key}" for key in tree().questions)
    for card in cards:
        question = tree().questions[card["id"].removeprefix("question-")]
        text = " ".join(card.get_text(" ").split())
        assert question.text in text
        for option in question.options:
            assert option.text in text


def test_answer_has_one_place_on_the_map() -> None:
    for answer in {answer for _, answer in every_path(tree())}:
        places = part("map").find_all(id=f"answer-{answer}")
        assert [link["href"] for link in places] == [f"../answers/{answer}/"]
    ids = [tag["id"] for tag in page().find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_cards_stay_out_of_the_search() -> None:
    index = json.loads((SITE / "search/search_index.json").read_text(encoding="utf-8"))
    texts = [entry["text"] for entry in index["docs"] if entry["location"].startswith("map/")]
    assert len(texts) == 1
    assert "invalidCursor" not in texts[0]


def test_only_the_map_loads_its_style_sheet() -> None:
    sheet = published(SITE, "assets/map.css").name

    def loads(file: str) -> bool:
        return sheet in (SITE / file).read_text(encoding="utf-8")

    assert loads("map/index.html")
    assert not loads("index.html")
