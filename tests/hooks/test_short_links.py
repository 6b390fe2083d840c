"""Short links: each path of the tree has them, and none leads to an answer that its facts speak against."""

import json
from dataclasses import replace

import pytest

from hooks.addresses.known_links import known_links_json
from hooks.addresses.link_words import ATTRIBUTES, link_words
from hooks.addresses.short_links import ShortLink, path_links, promised_links, short_links
from hooks.content import read_content
from hooks.writing.answers import Answer
from tests.hooks.golden import VALID
from troubleshooter.tree import read_tree
from troubleshooter.vocabulary import SYNONYMS

CONTENT, _ = read_content(VALID)
assert CONTENT
# A tree with what real ones have: a code that says all, and a question that a keyword decides.
DATA = {
    "start": "status",
    "rules": [
        {"facts": {"status": ["409"], "attribute": ["members"]}, "because": "Members are never taken."}
    ],
    "questions": [
        {
            "id": "status",
            "asks": "status",
            "text": "Which code?",
            "options": [
                {"value": "409", "text": "409", "question": "attribute"},
                {"value": "400", "text": "400", "question": "keyword"},
                {"value": "429", "text": "429", "answer": "checklist"},
                {"value": "unknown", "text": "None", "answer": "checklist"},
            ],
        },
        {
            "id": "attribute",
            "asks": "attribute",
            "text": "Which value is taken?",
            "options": [
                {"value": "emails", "text": "The email address", "answer": "email-taken"},
                {"values": ["other", "unknown"], "text": "Another", "answer": "checklist"},
            ],
        },
        {
            "id": "keyword",
            "asks": "scimType",
            "text": "Which word?",
            "options": [
                {"value": "mutability", "text": "immutable", "answer": "checklist"},
                {"value": "unknown", "text": "None", "answer": "checklist"},
            ],
        },
    ],
}
TREE = read_tree(DATA)
# The email answer holds for a duplicate only, as a real one does.
EMAIL = CONTENT.answers["email-taken"]
ANSWERS: dict[str, Answer] = {
    "checklist": replace(CONTENT.answers["checklist"], facts={fact: [] for fact in EMAIL.facts}),
    "email-taken": replace(EMAIL, facts={**EMAIL.facts, "scimType": ["uniqueness", "invalidValue"]}),
}
LINKS = {link.address: link for link in short_links(TREE, ANSWERS)}
EMAIL_PAGE, CHECKLIST_PAGE = "answers/email-taken/", "answers/checklist/"


def target(name: str) -> str:
    return LINKS[f"e/{name}/"].target


def test_ways_have_links_alone_and_with_each_keyword_of_their_answer() -> None:
    assert [link.address.removeprefix("e/").strip("/") for link in path_links(TREE, ANSWERS)] == [
        "400",
        "400-mutability",
        "409",
        "409-emails",
        "409-uniqueness-emails",
        "409-invalidvalue-emails",
        "429",
        "unknown",
    ]


def test_every_link_leads_to_an_answer_or_to_a_question() -> None:
    for link in LINKS.values():
        path, _, question = link.target.partition("#")
        assert path.removeprefix("answers/").strip("/") in ANSWERS or question in TREE.questions
        assert link.title


def test_addresses_are_lower_case_and_unique() -> None:
    assert len(short_links(TREE, ANSWERS)) == len(LINKS)
    assert [address for address in LINKS if address != address.lower()] == []


def test_link_to_an_answer_states_its_facts_and_names_it() -> None:
    assert LINKS["e/409-uniqueness-emails/"] == ShortLink(
        "e/409-uniqueness-emails/",
        {"status": "409", "scimType": "uniqueness", "attribute": "emails"},
        EMAIL_PAGE,
        EMAIL.title,
    )
    assert LINKS["e/409-uniqueness-emails/"].label == "409 Conflict, uniqueness, emails"


def test_link_without_an_answer_leads_to_the_next_question_with_its_facts() -> None:
    assert target("409") == "troubleshooter/?status=409#attribute"


def test_attribute_that_is_not_told_apart_has_a_link_where_it_leads_to_the_answer() -> None:
    leading = {link.facts.get("attribute") for link in LINKS.values() if link.target == CHECKLIST_PAGE}
    # A rule speaks against the members.
    assert leading - {None} == {*ATTRIBUTES} - {"emails", "members"}


def test_facts_that_cannot_come_together_have_no_link() -> None:
    assert "e/409-members/" not in LINKS


def test_facts_that_the_answer_speaks_against_have_no_link() -> None:
    narrow = replace(ANSWERS["email-taken"], facts={**EMAIL.facts, "attribute": ["userName"]})
    addresses = [link.address for link in short_links(TREE, {**ANSWERS, "email-taken": narrow})]
    assert "e/409/" in addresses
    assert "e/409-emails/" not in addresses


def test_combination_that_leads_where_a_shorter_one_leads_has_no_link() -> None:
    assert [address for address in LINKS if address.startswith(("e/429-", "e/400-uniqueness"))] == []


def test_keyword_is_known_in_both_spellings() -> None:
    assert target("400-immutability") == target("400-mutability") == CHECKLIST_PAGE


@pytest.mark.parametrize(
    "name", [name for name, value in SYNONYMS["attribute"].items() if value != "members"]
)
def test_other_name_of_an_attribute_stands_behind_a_status_alone(name: str) -> None:
    assert target(f"409-{name}") == target(f"409-{SYNONYMS['attribute'][name].lower()}")
    assert f"e/409-uniqueness-{name}/" not in LINKS


def test_ledger_promises_statuses_as_they_are_and_every_other_word() -> None:
    promised = promised_links(list(LINKS.values()))
    assert {"e/409/", "e/unknown/", "e/*-emails/", "e/*-email/", "e/*-immutability/"} <= set(promised)
    assert len(promised) == len(set(promised))
    assert [address for address in promised if "*" not in address and address not in LINKS] == []


KNOWN = json.loads(
    known_links_json(
        replace(CONTENT, answers=ANSWERS, links=list(LINKS.values()), tree=DATA, rules=CONTENT.rules)
    )
)


def test_list_for_unknown_addresses_has_every_word_and_every_link_under_its_own_name() -> None:
    assert KNOWN["words"] == {word: list(stated) for word, stated in link_words().items()}
    assert KNOWN["words"]["email"] == ["attribute", "emails"]
    assert {f"e/{name}/" for name in KNOWN["links"]} < LINKS.keys()
    assert "409-email" not in KNOWN["links"]


def test_list_names_what_an_answer_can_do_without_and_nothing_of_a_question() -> None:
    links = KNOWN["links"]
    assert links["429"] == ["scimType", "attribute"]
    # A keyword would disagree with the answer.
    assert links["409-emails"] == []
    assert links["409"] == []
