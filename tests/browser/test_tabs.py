"""The steps of the provider in the address: in the tab of a page, and in place of the tabs in a result."""

from functools import cache

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from tests.browser.reader import EMAIL_ANSWER, result
from tests.conftest import PROJECT
from troubleshooter.vocabulary import IDP, value_label

ANSWER = "/answers/email-in-use/"
CHECKED = """sets => sets.map((set) => {
  const open = set.querySelector(":scope > input:checked");
  return set.querySelector(`label[for="${open.id}"]`).textContent;
})"""

for_each_provider = pytest.mark.parametrize("idp", IDP)


@cache
def tab_sets() -> list[dict[str, str]]:
    """Return the text below each label of each set of tabs in the answer."""
    html = (PROJECT / "site" / ANSWER.strip("/") / "index.html").read_text(encoding="utf-8")
    sets = BeautifulSoup(html, "html.parser").select(".tabbed-set")
    return [
        {
            label.get_text(): in_one_line(block.get_text())
            for label, block in zip(
                found.select(".tabbed-labels > label"), found.select(".tabbed-block"), strict=True
            )
        }
        for found in sets
    ]


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def label_in(tabs: dict[str, str], idp: str) -> str:
    """Return the label of the provider, or that for all others where it has no tab of its own."""
    own = value_label("idp", idp)
    return own if own in tabs else value_label("idp", "other")


@for_each_provider
def test_answer_opens_the_tab_of_the_provider_in_the_address(page: Page, base: str, idp: str) -> None:
    page.goto(f"{base}{ANSWER}?idp={idp}")
    opened = page.locator("main .tabbed-set").evaluate_all(CHECKED)
    assert opened == [label_in(tabs, idp) for tabs in tab_sets()] != []


@for_each_provider
def test_result_shows_the_steps_of_the_provider_in_the_address(page: Page, base: str, idp: str) -> None:
    page.goto(f"{base}/troubleshooter/?status=409&attribute=emails&idp={idp}")
    result(page, EMAIL_ANSWER)
    assert page.locator("#troubleshooter .tabbed-set").count() == 0
    text = in_one_line(page.locator("#troubleshooter .result").text_content() or "")
    for tabs in tab_sets():
        own = tabs[label_in(tabs, idp)]
        assert own in text
        assert [label for label, steps in tabs.items() if steps in text and steps not in own] == []
