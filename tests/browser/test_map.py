"""The map in a real browser: its text fits, it scrolls in its own place, and it prints on one sheet."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium_only import in_dark, into_picture, on_paper
from tests.browser.reader import every_look
from tests.browser.test_accessibility import violations

# Each line of text must stay in the rectangle of its link, and a label must end before the title.
OVERFLOWING = """() => [...document.querySelectorAll(".map a")].flatMap((link) => {
  const room = link.querySelector("rect").getBBox();
  const title = link.querySelector(".map-label ~ text tspan");
  return [...link.querySelectorAll("tspan")].filter((line) => {
    const left = line.x.baseVal[0].value, baseline = line.y.baseVal[0].value;
    const beforeTitle = title && line.parentNode !== title.parentNode;
    const end = beforeTitle ? title.x.baseVal[0].value : room.x + room.width;
    return left < room.x + 4 || left + line.getComputedTextLength() > end - 4
      || baseline - 8 < room.y || baseline + 3 > room.y + room.height;
  }).map((line) => line.textContent);
})"""
# Boxes that stand on one another.
OVERLAPPING = """() => {
  const boxes = [...document.querySelectorAll(".map-paper")].map((paper) => paper.getBBox());
  return boxes.filter((one, number) => boxes.slice(number + 1).some((other) =>
    one.x < other.x + other.width && other.x < one.x + one.width
    && one.y < other.y + other.height && other.y < one.y + one.height)).length;
}"""
# The text of the picture's name and how to read it, which no box may cover.
COVERED = """() => {
  const start = document.querySelector(".map-start .map-paper").getBBox();
  const notes = [...document.querySelectorAll("#map-name, #map-how-to-read")].map((text) => text.getBBox());
  return notes.some((box) => box.y + box.height > start.y || box.x + box.width > start.x + start.width);
}"""
# The smallest letters on paper, in points.
POINTS = """() => {
  const svg = document.querySelector(".map svg");
  return svg.getScreenCTM().a * parseFloat(getComputedStyle(svg).fontSize) * 0.75;
}"""
# A sheet of A4 with the margins that map.css leaves, in the browser's pixels.
SHEET = {"width": 1077, "height": 748}


def test_text_stays_in_its_box_and_boxes_stand_apart(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 1800, "height": 900})
    page.goto(f"{base}/map/")
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate(OVERLAPPING) == 0
    assert not page.evaluate(COVERED)


@in_dark
@every_look
def test_axe_finds_nothing_and_only_the_picture_scrolls(
    new_page: Callable[..., Page], base: str, scheme: str, width: int
) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page.goto(f"{base}/map/")
    assert violations(page) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    picture = page.get_by_role("region", name="The map, as a picture")
    picture.focus()
    page.keyboard.press("ArrowRight")
    expect(picture).not_to_have_js_property("scrollLeft", 0)


@into_picture
def test_answer_named_in_the_address_is_in_sight_and_marked(page: Page, sub_path: str) -> None:
    page.set_viewport_size({"width": 600, "height": 500})
    page.goto(f"{sub_path}/map/#answer-entra-fault")
    row = page.locator("#answer-entra-fault")
    expect(row).to_be_in_viewport()
    assert fill_of(page, "#answer-entra-fault rect") != fill_of(page, "#answer-email-in-use rect")
    row.click()
    page.wait_for_url(f"{sub_path}/answers/entra-fault/")


@into_picture
def test_row_leads_to_the_box_of_its_question(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 600, "height": 500})
    page.goto(f"{base}/map/")
    link = page.locator(".map-start a[href='#question-words']")
    link.focus()
    link.press("Enter")
    expect(page.locator("#question-words")).to_be_in_viewport()


@on_paper
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_picture_prints_on_one_sheet_on_white_and_in_letters_that_can_be_read(
    new_page: Callable[..., Page], base: str, scheme: str
) -> None:
    page = new_page(color_scheme=scheme, viewport=SHEET)
    page.goto(f"{base}/map/")
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    width, height = re.search(rb"/MediaBox \[0 0 (\S+) (\S+)\]", printed).groups()
    assert float(width) > float(height)
    page.emulate_media(media="print")
    assert page.evaluate(POINTS) >= 5.5
    assert fill_of(page, ".map-sheet") == "rgb(255, 255, 255)"
    expect(page.locator(".map svg")).to_be_in_viewport(ratio=1)
    expect(page.locator("h1")).to_be_hidden()


def fill_of(page: Page, selector: str) -> str:
    return page.locator(selector).first.evaluate("element => getComputedStyle(element).fill")
