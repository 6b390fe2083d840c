"""The map shows the whole tree, with links that lead there."""

import json
from functools import cache
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import PROJECT, published
from troubleshooter.tree import Tree, read_tree
from troubleshooter.vocabulary import value_label
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


def text(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


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


def test_every_option_stands_on_its_card_or_on_one_that_the_card_names() -> None:
    cards = {card["id"].removeprefix("question-"): card for card in part("map").find_all(class_="map-card")}
    texts = {key: {text(span) for span in card.find_all("span")} for key, card in cards.items()}
    assert set(cards) == set(tree().questions)
    for key, card in cards.items():
        question = tree().questions[key]
        assert question.text in text(card)
        named = [link["href"].removeprefix("#question-") for link in card.select("li:not(:has(span)) a")]
        shown = set.union(*(texts[name] for name in [key, *named]))
        for option in question.options:
            console = f" (only in {value_label('idp', option.idp[0])})" if len(option.idp) == 1 else ""
            assert option.text + console in shown


def test_answer_has_its_place_where_it_stands_first() -> None:
    for answer in {answer for _, answer in every_path(tree())}:
        first, *others = part("map").find_all(href=f"../answers/{answer}/")
        assert first["id"] == f"answer-{answer}"
        assert not any(link.has_attr("id") for link in others)
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
