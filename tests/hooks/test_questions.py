"""The questions as links: the troubleshooter without Python states only what the reader chose."""

from hooks.addresses.ways import facts_on_every_way
from hooks.pages.questions import questions_markdown
from troubleshooter.tree import read_tree

LAST = {"value": "unknown", "text": "Neither", "answer": "checklist"}
TREE = read_tree(
    {
        "start": "status",
        "questions": [
            {
                "id": "status",
                "asks": "status",
                "text": "Which code?",
                "options": [
                    {"value": "409", "text": "Taken", "question": "attribute"},
                    {"values": ["500", "503"], "text": "A fault", "question": "word"},
                    {"value": "unknown", "text": "No code", "question": "word"},
                ],
            },
            {
                "id": "word",
                "asks": "scimType",
                "text": "Which word?",
                "options": [{"value": "uniqueness", "text": "Duplicate", "question": "attribute"}, LAST],
            },
            {
                "id": "attribute",
                "asks": "attribute",
                "text": "Which value?",
                "options": [
                    {"value": "emails", "text": "The email address", "answer": "email-taken"},
                    {"value": "other", "text": "Another", "question": "kind"},
                    LAST,
                ],
            },
            {"id": "kind", "asks": "resource", "text": "What failed?", "options": [LAST]},
        ],
    }
)


def test_options_lead_to_answers_or_to_the_next_question_with_the_way_there() -> None:
    page = questions_markdown(TREE, "../")
    assert '<section id="status" markdown>\n\n## Which code? ' in page
    assert "[Taken](?status=409#attribute)" in page
    assert "[The email address](../answers/email-taken.md)" in page


def test_option_of_several_values_has_a_link_for_each() -> None:
    page = questions_markdown(TREE, "../")
    assert "[500 Internal Server Error](?status=500#word)" in page
    assert "[503 Service Unavailable](?status=503#word)" in page


def test_question_on_several_ways_states_only_what_all_of_them_share() -> None:
    assert facts_on_every_way(TREE) == {
        "status": {},
        "attribute": {},
        "word": {},
        "kind": {"attribute": "other"},
    }
    assert "[Another](?attribute=other#kind)" in questions_markdown(TREE, "../")
