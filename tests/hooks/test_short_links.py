"""Short links: every combination has one, and none leads to an answer that its facts speak against."""

import json
from dataclasses import replace
from itertools import product

import pytest

from hooks.addresses.short_links import ATTRIBUTES, KEYWORDS, ShortLink, answered_links, short_links
from hooks.content import read_content
from hooks.writing.answers import Answer
from tests.hooks.golden import VALID
from troubleshooter.tree import read_tree
from troubleshooter.vocabulary import REASON_PHRASES, SYNONYMS

CONTENT, _ = read_content(VALID)
assert CONTENT
TREE = read_tree(
    {**CONTENT.tree, "rules": [{"facts": rule.facts, "because": rule.because} for rule in CONTENT.rules]}
)
# The email answer holds for a duplicate only, as a real one does.
EMAIL = CONTENT.answers["email-taken"]
ANSWERS: dict[str, Answer] = {
    **CONTENT.answers,
    "email-taken": replace(EMAIL, facts={**EMAIL.facts, "scimType": ["uniqueness", "invalidValue"]}),
}
LINKS = {link.address: link for link in short_links(TREE, ANSWERS)}
EMAIL_PAGE = "answers/email-taken/"


def target(name: str) -> str:
    return LINKS[f"e/{name}/"].target


def test_every_combination_of_status_keyword_and_attribute_has_a_link() -> None:
    statuses = [*REASON_PHRASES, "unknown"]
    keywords = ["", *KEYWORDS, *SYNONYMS["scimType"]]
    for parts in product(statuses, keywords, ["", *ATTRIBUTES]):
        assert f"e/{'-'.join(filter(None, parts)).lower()}/" in LINKS
    assert "e/none/" in LINKS


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
    assert target("409-uniqueness") == "troubleshooter/?status=409&scimType=uniqueness#attribute"


def test_keyword_is_known_in_both_spellings_with_and_without_an_attribute() -> None:
    for rest in ("", "-username"):
        assert target(f"400-immutability{rest}") == target(f"400-mutability{rest}")


@pytest.mark.parametrize(("name", "value"), SYNONYMS["attribute"].items())
def test_other_name_of_an_attribute_stands_behind_a_status(name: str, value: str) -> None:
    assert target(f"409-{name}") == target(f"409-{value.lower()}")


def test_facts_that_disagree_lead_to_the_last_question_and_never_to_the_answer() -> None:
    assert target("409-emails") == EMAIL_PAGE
    assert target("409-mutability-emails").startswith("troubleshooter/?status=409&scimType=mutability")
    assert target("409-mutability-emails").endswith("#attribute")


def test_facts_that_cannot_come_together_lead_to_a_question() -> None:
    assert target("409-members").endswith("#attribute")
    assert target("409-uniqueness-members").endswith("#attribute")


def test_listed_links_are_the_ways_alone_and_with_each_keyword_of_their_answer() -> None:
    email = [link.address for link in answered_links(TREE, ANSWERS) if link.target == EMAIL_PAGE]
    assert email == ["e/409-emails/", "e/409-uniqueness-emails/", "e/409-invalidvalue-emails/"]


def test_listed_links_leave_out_what_is_not_known() -> None:
    listed = [link.address for link in answered_links(TREE, ANSWERS)]
    assert "e/409/" in listed
    assert len(listed) == len(set(listed))
    assert [address for address in listed if "other" in address or address not in LINKS] == []


def test_listed_links_are_the_same_as_all_links() -> None:
    for link in answered_links(TREE, ANSWERS):
        assert link == LINKS[link.address], json.dumps(link.facts)
