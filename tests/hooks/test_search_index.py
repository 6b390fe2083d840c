"""The search's index: what finds a page without being shown, and where it stands."""

import json
from dataclasses import replace

from hooks.content import read_content
from hooks.formats.search_index import search_fields, with_fields
from tests.hooks.golden import VALID

CONTENT, _ = read_content(VALID)
assert CONTENT
EMAIL = CONTENT.answers["email-taken"]
RETRY = CONTENT.steps["other", "retry"]
FOR_OKTA = replace(CONTENT, steps={**CONTENT.steps, ("okta", "retry"): RETRY}, shown_by_one={})


def test_answer_is_found_by_the_provider_whose_clicks_it_has() -> None:
    assert CONTENT
    assert "Okta" in search_fields(EMAIL, FOR_OKTA)["hints"]
    assert "Okta" not in search_fields(EMAIL, CONTENT)["hints"]


def test_answer_that_one_console_shows_is_found_by_its_name_alone() -> None:
    alone = replace(FOR_OKTA, shown_by_one={EMAIL.id: "onelogin"})
    hints = search_fields(EMAIL, alone)["hints"]
    assert "OneLogin" in hints
    assert "Okta" not in hints


def test_codes_are_found_in_lower_case() -> None:
    assert CONTENT
    coded = replace(EMAIL, title="“InvalidDomain”", aliases=["externalId taken"])
    hints = search_fields(coded, replace(CONTENT, shown_by_one={}))["hints"]
    assert {"invaliddomain", "externalid"} <= set(hints.split("\n"))


def test_guide_is_found_by_its_provider_in_lower_case_and_before_the_answers() -> None:
    assert CONTENT
    guide = search_fields(CONTENT.pages["guides/okta.md"], CONTENT)
    assert "okta" in guide["aliases"].split()
    assert guide["boost"] > 1
    assert "boost" not in search_fields(EMAIL, CONTENT)


def test_words_of_a_page_stand_in_its_first_entry_alone() -> None:
    entries = [{"location": "a/"}, {"location": "a/#fix-it"}, {"location": "b/"}]
    index = with_fields(json.dumps({"docs": entries}), {"a/": {"aliases": "taken", "hints": ""}})
    assert json.loads(index)["docs"] == [{"location": "a/", "aliases": "taken"}, *entries[1:]]
