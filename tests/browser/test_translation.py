"""A browser that translates a page sends its words to a service: the reader's own are left out of it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import BOX, EMAIL_TAKEN, PROSE, USERNAME_TAKEN, paste
from tests.conftest import PROJECT

EXPORT = PROJECT / "tests/exports/example.csv"
# The parts of the page that hold one of the words and would be translated, and those that would not.
HOLDING = """words => {
  const holds = (text) => words.some((word) => text.includes(word));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [...document.querySelectorAll("textarea")].filter(({ value }) => holds(value));
  while (walker.nextNode()) if (holds(walker.currentNode.data)) found.push(walker.currentNode.parentElement);
  return [true, false].map((translated) =>
    found.filter(({ translate }) => translate === translated).map(({ outerHTML }) => outerHTML));
}"""


def assert_left_out(page: Page, *words: str) -> None:
    translated, left_out = page.evaluate(HOLDING, words)
    assert translated == []
    assert left_out


@pytest.mark.parametrize(
    ("text", "word"),
    [(EMAIL_TAKEN, "ben.okafor"), (f"{EMAIL_TAKEN}\n{USERNAME_TAKEN}", "ben.okafor"), (PROSE, "Lisbon")],
)
@pytest.mark.parametrize("path", ["/", "/troubleshooter/"])
def test_words_of_a_message_are_not_translated(
    page: Page, base: str, path: str, text: str, word: str
) -> None:
    page.goto(base + path)
    expect(page.get_by_label(BOX)).to_have_attribute("spellcheck", "false")
    paste(page, text)
    expect(page.locator("#troubleshooter .focus").first).to_be_visible()
    assert_left_out(page, word)


def test_words_in_an_address_are_not_translated(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/?status=ben.okafor&amaryllis=1")
    expect(page.get_by_text("is no fact this page knows")).to_be_visible()
    assert_left_out(page, "ben.okafor", "amaryllis")


def test_words_of_an_export_are_not_translated(page: Page, base: str, tmp_path: Path) -> None:
    page.goto(base + "/triage/")
    other = tmp_path / "quince.txt"
    other.write_text("Nothing", encoding="utf-8")
    page.locator("#triage-files").set_input_files([EXPORT, other])
    expect(page.locator(".cause").first).to_be_visible()
    for rows in page.locator("details.rows summary").all():
        rows.click()
    expect(page.get_by_role("region", name="Rows")).to_have_count(page.locator(".cause").count())
    assert_left_out(page, "person.", "berth", "Harbour", "Ana Díaz", "example.csv", "quince")
