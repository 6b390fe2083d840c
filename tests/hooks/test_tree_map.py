"""The map: every question once, behind those that lead to it, and every option on its card."""

from hooks.pages.tree_map import columns_of
from troubleshooter.tree import read_tree


def option(value: str, target: str, idp: str = "") -> dict:
    """Return an option that leads to a question if one has that name, else to an answer."""
    kind = "question" if target in ("status", "first", "second") else "answer"
    return {"values": [value], "text": value, kind: target, "idp": [idp] if idp else []}


TREE = read_tree(
    {
        "start": "status",
        "questions": [
            {"id": "second", "asks": "symptom", "text": "What?", "options": [option("timeout", "late")]},
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
                "options": [
                    option("emails", "email", "okta"),
                    option("userName", "second"),
                    option("other", "fault"),
                ],
            },
        ],
    }
)


def test_question_stands_once_in_the_column_behind_the_nearest_that_leads_to_it() -> None:
    assert [[card.question.id for card in column] for column in columns_of(TREE)] == [
        ["status"],
        ["first", "second"],
    ]


def test_card_has_every_option_and_names_the_one_console_that_shows_it() -> None:
    cards = {card.question.id: card for column in columns_of(TREE) for card in column}
    assert {(row.option.text, row.provider) for row in cards["first"].rows} == {
        ("emails", "Okta"),
        ("userName", ""),
        ("other", ""),
    }


def test_answer_has_its_place_on_the_first_card_that_leads_to_it() -> None:
    rows = [row for column in columns_of(TREE) for card in column for row in card.rows]
    assert [row.option.text for row in rows if row.is_first and row.option.answer == "fault"] == ["500"]
