"""The map shows the whole tree, once as a picture and once as text, with links that lead there."""

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


@pytest.mark.parametrize("name", ["map", "map-text"])
def test_every_answer_of_the_tree_is_linked(name: str) -> None:
    answers = {f"../answers/{answer}/" for _, answer in every_path(tree())}
    assert {address for address in addresses(name) if "answers/" in address} == answers


@pytest.mark.parametrize("name", ["map", "map-text"])
def test_every_question_leads_to_the_troubleshooter_with_the_facts_of_the_way(name: str) -> None:
    links = [urlsplit(address) for address in addresses(name) if "troubleshooter/" in address]
    assert {link.fragment for link in links} == set(tree().questions)
    for link in links:
        facts = {fact: values[0] for fact, values in parse_qs(link.query).items()}
        asked = [step.question.id for step in walk(tree(), facts).steps]
        assert link.fragment not in asked


@pytest.mark.parametrize("name", ["map", "map-text"])
def test_every_question_is_said(name: str) -> None:
    text = " ".join(part(name).get_text(" ").split())
    for question in tree().questions.values():
        assert question.text in text


def test_text_has_every_option() -> None:
    options = [option.text for question in tree().questions.values() for option in question.options]
    items = [item.get_text().split(":")[0] for item in part("map-text").find_all("li")]
    assert len(items) == len(options)
    assert {option.split(":")[0].split(" (")[0] for option in options} == {
        item.split(" (")[0] for item in items
    }


def test_questions_and_answers_have_one_place_each_in_the_picture() -> None:
    picture = part("map")
    for question in tree().questions:
        assert len(picture.find_all(id=f"question-{question}")) == 1
    for answer in {answer for _, answer in every_path(tree())}:
        place = picture.find_all(id=f"answer-{answer}")
        assert [link["href"] for link in place] == [f"../answers/{answer}/"]
    ids = [tag["id"] for tag in page().find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_picture_has_a_name_and_what_it_refers_to_exists() -> None:
    svg = part("map").find("svg")
    for attribute in ("aria-labelledby", "aria-describedby"):
        assert part("map").find(id=svg[attribute]).get_text(strip=True)


def test_picture_and_text_stay_out_of_the_search() -> None:
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
