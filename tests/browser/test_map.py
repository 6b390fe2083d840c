"""The map in a real browser: it can be read in every width, followed by keyboard, and printed."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium_only import in_dark, on_paper
from tests.browser.reader import every_look
from tests.browser.test_accessibility import violations

# The smallest letters on paper, in points.
POINTS = """() => Math.min(...[...document.querySelectorAll("article :is(h1, p, .map *)")].map(
  (element) => parseFloat(getComputedStyle(element).fontSize) * 0.75))"""


@in_dark
@every_look
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    new_page: Callable[..., Page], base: str, scheme: str, width: int
) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page.goto(f"{base}/map/")
    assert violations(page) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "columns"), [(320, 1), (1280, 2), (1800, 3)])
def test_questions_of_one_depth_stand_in_as_many_columns_as_can_be_read(
    page: Page, base: str, width: int, columns: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base}/map/")
    first, *seconds = page.locator(".map-band:nth-child(-n + 2) .map-card").all()
    boxes = [card.bounding_box() for card in seconds]
    assert len({box["x"] for box in boxes if box}) == columns
    above = first.bounding_box()
    assert above
    assert all(box and box["y"] > above["y"] + above["height"] for box in boxes)


def test_answer_named_in_the_address_is_in_sight_and_marked(page: Page, sub_path: str) -> None:
    page.set_viewport_size({"width": 600, "height": 500})
    page.goto(f"{sub_path}/map/#answer-entra-fault")
    link = page.locator("#answer-entra-fault")
    expect(link).to_be_in_viewport()
    assert fill_of(page, "#answer-entra-fault") != fill_of(page, "#answer-email-in-use")
    link.click()
    page.wait_for_url(f"{sub_path}/answers/entra-fault/")


def test_option_leads_to_the_card_of_its_question(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 600, "height": 500})
    page.goto(f"{base}/map/")
    link = page.locator("#question-status a[href='#question-words']").first
    link.focus()
    link.press("Enter")
    expect(page.locator("#question-words")).to_be_in_viewport()


@on_paper
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_map_prints_on_two_sheets_in_letters_that_can_be_read(
    new_page: Callable[..., Page], base: str, scheme: str
) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(f"{base}/map/")
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    page.emulate_media(media="print")
    assert len(sheets) <= 2
    assert round(page.evaluate(POINTS), 2) >= 7
    expect(page.locator("h1")).to_be_visible()


def fill_of(page: Page, selector: str) -> str:
    return page.locator(selector).first.evaluate("element => getComputedStyle(element).backgroundColor")
