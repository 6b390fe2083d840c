"""The map: every question and option once, from left to right, and nothing on top of anything else."""

import re
from itertools import combinations

import pytest

from hooks.pages.map.boxes import MANY
from hooks.pages.map.lines import path
from hooks.pages.map.text_width import text_width, wrap, wrap_evenly
from hooks.pages.map.tree_map import ABOVE_START, Picture, PlacedBox, draw_map
from hooks.pages.map.tree_outline import outline
from troubleshooter.tree import Tree, read_tree

TITLES = {
    "email": "The email address already belongs to another account (409)",
    "fault": "The service answers with an error of its own",
    "checklist": "The message does not tell what is wrong",
}


def tree(start: list[dict], **others: list[dict]) -> Tree:
    """Return a tree whose first question has the options `start`, and each other question its own."""
    asks = {"start": "status", "first": "scimType", "second": "attribute", "third": "symptom"}
    questions = [
        {"id": name, "asks": asks.get(name, "symptom"), "text": f"What is the {name}?", "options": options}
        for name, options in {"start": start, **others}.items()
    ]
    return read_tree({"start": "start", "questions": questions})


def to(target: str, *values: str, idp: str = "") -> dict:
    """Return an option that leads to an answer or, if it has no such title, to a question."""
    kind = "answer" if target in TITLES else "question"
    return {"values": list(values), "text": "Text", kind: target, "idp": [idp] if idp else []}


SHARED = tree(
    [to("first", "400"), to("second", "409"), to("fault", "502", "503"), to("checklist", "unknown")],
    first=[to("second", "uniqueness"), to("third", "invalidValue"), to("checklist", "unknown")],
    second=[to("email", "emails"), to("third", "other"), to("third", "unknown")],
    third=[to("email", "version"), to("checklist", "unknown")],
)
MANY_OF_ONE = tree(
    [to("third", "409"), to("checklist", "unknown")],
    third=[
        *(to("fault", f"code{number}", idp="entra") for number in range(0, MANY, 2)),
        *(to("email", f"code{number}", idp="entra") for number in range(1, MANY, 2)),
        to("fault", "timeout"),
        to("checklist", "unknown"),
    ],
)
CHAIN = tree([to("first", "400")], first=[to("second", "uniqueness")], second=[to("checklist", "unknown")])
# So many questions that they stand above one another, with lines between them.
BROAD = tree(
    [*(to(name, name) for name in "abcdefgh"), to("checklist", "unknown")],
    **{
        name: [to("email", f"{name}1"), to("fault", f"{name}2"), to("last", f"{name}3")] for name in "abcdefg"
    },
    h=[to("checklist", "unknown"), to("last", "h1")],
    last=[to("email", "version"), *(to("fault", f"last{number}") for number in range(20))],
)
SINGLE = tree([to("fault", "502")])
TREES = pytest.mark.parametrize("drawn", [SHARED, MANY_OF_ONE, CHAIN, BROAD, SINGLE])


def box_of(picture: Picture, key: str) -> PlacedBox:
    return next(placed for placed in picture.boxes if placed.box.key == key)


def labels_of(picture: Picture, key: str) -> list[str]:
    return [row.row.way.label for row in box_of(picture, key).rows]


@TREES
def test_every_question_and_value_is_shown_once(drawn: Tree) -> None:
    picture = draw_map(drawn, TITLES)
    keys = [placed.box.key for placed in picture.boxes]
    assert sorted(key for key in keys if "--" not in key) == sorted(drawn.questions)
    for question in drawn.questions.values():
        boxes = [key for key in keys if key.split("--")[0] == question.id]
        shown = ", ".join(label for key in boxes for label in labels_of(picture, key))
        for value in (value for option in question.options for value in option.values if value != "unknown"):
            assert len(re.findall(rf"\b{value}\b", shown)) == 1


@TREES
def test_lines_lead_from_left_to_right(drawn: Tree) -> None:
    picture = draw_map(drawn, TITLES)
    for placed in picture.boxes:
        for row in placed.rows:
            assert bool(row.line) == bool(row.row.way.box)
            if row.line:
                xs = [int(x) for x in re.findall(r"(-?\d+) -?\d+", row.line)]
                target = box_of(picture, row.row.way.box)
                assert xs == sorted(xs)
                assert placed.left + picture.box_width < xs[-1] == target.left
                assert row.line.endswith(f" {target.entry}")
                assert row.colour == target.colour


@TREES
def test_boxes_stand_in_the_picture_and_on_no_other(drawn: Tree) -> None:
    picture = draw_map(drawn, TITLES)
    for placed in picture.boxes:
        assert placed.left >= 0
        assert placed.left + picture.box_width <= picture.width
        assert placed.top + placed.box.height <= picture.height
    for one, other in combinations(picture.boxes, 2):
        beside = abs(one.left - other.left) > picture.box_width
        upper, lower = sorted([one, other], key=lambda placed: placed.top)
        assert beside or upper.top + upper.box.height < lower.top


@TREES
def test_start_leaves_room_for_the_name(drawn: Tree) -> None:
    assert box_of(draw_map(drawn, TITLES), "start").top >= ABOVE_START


def test_questions_stand_above_one_another_where_that_prints_larger() -> None:
    picture = draw_map(BROAD, TITLES)
    assert len({placed.left for placed in picture.boxes}) < len(picture.boxes)


@TREES
def test_lines_pass_between_boxes(drawn: Tree) -> None:
    picture = draw_map(drawn, TITLES)
    for row in (row for placed in picture.boxes for row in placed.rows if row.line):
        points = [(int(x), int(y)) for x, y in re.findall(r"(-?\d+) (-?\d+)", row.line)][1:]
        for placed in picture.boxes:
            inside = [
                (x, y)
                for x, y in points
                if placed.left < x < placed.left + picture.box_width
                and placed.top < y < placed.top + placed.box.height
            ]
            assert inside == []


def test_values_that_lead_the_same_way_share_a_row() -> None:
    picture = draw_map(SHARED, TITLES)
    assert "502 Bad Gateway, 503 Service Unavailable" in labels_of(picture, "start")
    assert "other, not\u00a0said" in labels_of(picture, "second")


def test_only_the_first_row_of_an_answer_can_be_its_place() -> None:
    picture = draw_map(SHARED, TITLES)
    first = [row.row.way.answer for placed in picture.boxes for row in placed.rows if row.is_first]
    assert sorted(filter(None, first)) == sorted(TITLES)


def test_many_options_of_one_provider_stand_in_a_box_of_their_own() -> None:
    picture = draw_map(MANY_OF_ONE, TITLES)
    own = box_of(picture, "third--entra")
    assert own.box.provider == "entra"
    assert len(own.rows) == 2
    row = next(row for row in box_of(picture, "third").rows if row.row.way.label == "Only in Entra ID")
    assert row.row.way.box == "third--entra"


def test_few_options_of_one_provider_stand_below_its_name_after_all_others() -> None:
    drawn = tree([to("fault", "502"), to("email", "409", idp="okta"), to("checklist", "unknown")])
    labels = labels_of(draw_map(drawn, TITLES), "start")
    assert labels == ["502 Bad Gateway", "The message shows no code", "Only in Okta", "409 Conflict"]


def test_title_is_shown_without_the_brackets_at_its_end() -> None:
    picture = draw_map(SHARED, TITLES)
    row = next(row for row in box_of(picture, "second").rows if row.row.way.answer == "email")
    assert " ".join(row.row.title) == "The email address already belongs to another account"


def test_box_is_as_wide_as_its_longest_word() -> None:
    value, title = "a" * 25, "b" * 20
    picture = draw_map(tree([to("fault", value)]), {**TITLES, "fault": title})
    assert picture.box_width >= text_width(value, 10, bold=True) + text_width(title, 10)


def test_text_is_wrapped_between_words_and_only_where_needed_within() -> None:
    assert wrap("one two", 1000, 10) == ("one two",)
    assert wrap("not-carried-over", text_width("not-carried-", 10), 10) == ("not-carried-", "over")
    assert wrap("SchemaAttribute", text_width("Attribute", 10), 10) == ("Schema", "Attribute")
    assert wrap_evenly("one two six ten", text_width("one two six", 10), 10) == ("one two", "six ten")


def test_path_turns_with_rounded_corners_and_skips_what_is_straight() -> None:
    assert path([(0, 0), (10, 0), (20, 0)]) == "M0 0L20 0"
    assert path([(0, 0), (20, 0), (20, 30), (40, 30)]) == "M0 0L15 0Q20 0 20 5L20 25Q20 30 25 30L40 30"


def test_outline_has_every_option_once_and_expands_each_question_once() -> None:
    entries = outline(SHARED)
    options = [option for question in SHARED.questions.values() for option in question.options]
    assert len(entries) == len(options)
    expanded = [entry.option.question for entry in entries if entry.expands]
    assert sorted(expanded) == ["first", "second", "third"]
    assert entries[0].depth == 0
    assert entries[1].depth == 1
