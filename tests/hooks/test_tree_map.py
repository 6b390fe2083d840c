"""The map: every question once, behind those that lead to it; a shared option on the longest card only."""

from hooks.pages.tree_map import bands_of
from troubleshooter.tree import read_tree


def option(value: str, target: str, idp: str = "") -> dict:
    """Return an option that leads to a question if one has that name, else to an answer."""
    kind = "question" if target in ("status", "first", "second", "third") else "answer"
    return {"values": [value], "text": value, kind: target, "idp": [idp] if idp else []}


EMAIL = option("emails", "email", "okta")
NAME = option("userName", "second")
OTHER = option("other", "fault")
TREE = read_tree(
    {
        "start": "status",
        "questions": [
            {
                "id": "second",
                "asks": "symptom",
                "text": "What?",
                "options": [option("timeout", "late"), OTHER, option("unknown", "fault")],
            },
            {
                "id": "status",
                "asks": "status",
                "text": "Which?",
                "options": [option("409", "first"), option("400", "second"), option("500", "fault")],
            },
            {
                "id": "first",
                "asks": "attribute",
                "text": "Where?",
                "options": [EMAIL, NAME, option("members", "third"), OTHER, option("unknown", "fault")],
            },
            {
                "id": "third",
                "asks": "resource",
                "text": "Whose?",
                "options": [EMAIL, NAME, option("unknown", "fault")],
            },
        ],
    }
)
CARDS = {card.question.id: card for band in bands_of(TREE) for card in band}


def values(question: str) -> list[str]:
    return [option.values[0] for option in CARDS[question].options]


def test_question_stands_once_in_the_band_behind_the_nearest_that_leads_to_it() -> None:
    bands = [[(card.number, card.question.id) for card in band] for band in bands_of(TREE)]
    assert bands == [[(1, "status")], [(2, "first"), (3, "second")], [(4, "third")]]


def test_shared_options_stand_on_the_longest_card_only_and_others_count_them() -> None:
    assert values("third") == ["unknown"]
    assert CARDS["third"].elsewhere == {"first": 2}
    assert values("first") == ["userName", "members", "other", "emails", "unknown"]


def test_single_shared_option_stands_on_each_card() -> None:
    assert values("second") == ["timeout", "other", "unknown"]
    assert CARDS["second"].elsewhere == {}
