"""What a reader came for is seen at first sight, nothing moves under a finger, and nothing is too wide."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import EMAIL_ANSWER, EMAIL_TAKEN, paste, result
from tests.conftest import PROJECT, published
from troubleshooter.tree import read_tree
from troubleshooter.vocabulary import FACTS, IDP

# A desk and a phone, each with the lowest places of an answer's title and of its first step, in CSS pixels.
SCREENS = [pytest.param(1280, 800, 260, 800, id="desk"), pytest.param(360, 740, 220, 1100, id="phone")]
each_screen = pytest.mark.parametrize(("width", "height", "title", "step"), SCREENS)
RESULT = "/troubleshooter/?status=409&attribute=emails"
# The box, from the top of the page, of the first that is shown.
BOX_OF = """selector => {
  const first = [...document.querySelectorAll(selector)].find((element) => element.getClientRects().length);
  const { top, bottom } = first.getBoundingClientRect();
  return { top: top + scrollY, bottom: bottom + scrollY };
}"""
PLACES = """() => [...document.querySelectorAll("#troubleshooter .options button, #questions li a")]
  .filter((element) => element.getClientRects().length)
  .map((element) => [element.textContent.trim(), Math.round(element.getBoundingClientRect().top)])"""
ENLARGE = """size => {
  const root = document.documentElement;
  root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * size / 100}px`;
}"""
GO_TO = "query => { history.pushState(null, '', query); dispatchEvent(new PopStateEvent('popstate')); }"


@pytest.fixture
def screen(new_page: Callable[..., Page], width: int, height: int) -> Page:
    return new_page(viewport={"width": width, "height": height})


@each_screen
@pytest.mark.parametrize("query", ["", "&idp=okta"])
def test_link_with_facts_shows_the_answer_at_first_sight(
    screen: Page, base: str, title: int, step: int, query: str
) -> None:
    screen.goto(base + RESULT + query)
    result(screen, EMAIL_ANSWER)
    assert screen.locator("main h1").all_inner_texts() == [EMAIL_ANSWER]
    assert screen.evaluate(BOX_OF, "main h1")["top"] <= title
    assert screen.evaluate(BOX_OF, "main ol > li")["top"] <= step
    expect(screen.get_by_label("Paste the error message")).to_be_hidden()
    screen.get_by_text("Paste another message").click()
    expect(screen.get_by_label("Paste the error message")).to_be_visible()


@each_screen
def test_every_answer_shows_its_first_step_at_first_sight(
    screen: Page, base: str, site: Path, title: int, step: int
) -> None:
    low = []
    for page in sorted(site.glob("answers/*/index.html")):
        screen.goto(f"{base}/answers/{page.parent.name}/")
        places = [screen.evaluate(BOX_OF, part)["top"] for part in ("main h1", "main ol > li")]
        if places[0] > title or places[1] > step:
            low.append((page.parent.name, places))
    assert low == []


@each_screen
@pytest.mark.parametrize("path", ["/", "/troubleshooter/"])
def test_outcome_of_a_paste_is_seen_without_scrolling(
    screen: Page, base: str, height: int, path: str, title: int, step: int
) -> None:
    screen.goto(base + path)
    paste(screen, EMAIL_TAKEN)
    expect(screen.get_by_role("heading", name=EMAIL_ANSWER)).to_be_visible()
    button = screen.get_by_role("link", name="Show the steps")
    assert screen.evaluate("scrollY") + height >= screen.evaluate(BOX_OF, ".filled")["bottom"]
    assert screen.locator(".filled:visible").count() == 1
    button.click()
    expect(screen.locator("main ol > li").first).to_be_visible()


@each_screen
@pytest.mark.parametrize(
    "address",
    ["?status=409#attribute", "?status=400#scimType", "?status=400&scimType=invalidValue#refused-kind"],
)
def test_question_stays_where_it_is_when_python_takes_over(
    screen: Page, base: str, address: str, title: int, step: int
) -> None:
    held = []
    screen.route("**/micropython.wasm", lambda route: held.append(route))
    with screen.expect_request("**/micropython.wasm"):
        screen.goto(f"{base}/troubleshooter/{address}")
    before = screen.evaluate(PLACES)
    held[0].continue_()
    expect(screen.locator("#troubleshooter")).to_be_visible()
    after = screen.evaluate(PLACES)
    assert [text for text, _ in after] == [text for text, _ in before]
    assert max(abs(one - other) for (_, one), (_, other) in zip(before, after, strict=True)) <= 4


def queries() -> dict[str, str]:
    """Return for each question that is asked the query that leads to it."""
    data = json.loads(published(PROJECT / "site", "assets/tree.json").read_text(encoding="utf-8"))
    tree = read_tree(data)
    found: dict[str, dict[str, str]] = {tree.start: {}}
    waiting = [tree.start]
    for key in waiting:
        for option in tree.questions[key].options:
            if option.question and option.question not in found:
                found[option.question] = {**found[key], tree.questions[key].asks: option.values[0]}
                waiting.append(option.question)
    return {
        tree.questions[key].text: "&".join(f"{fact}={facts[fact]}" for fact in FACTS if fact in facts)
        for key, facts in found.items()
        if not tree.questions[key].optional
    }


@pytest.mark.parametrize("size", [100, 200])
def test_no_question_is_wider_than_the_screen(new_page: Callable[..., Page], base: str, size: int) -> None:
    page = new_page(viewport={"width": 320, "height": 700})
    page.goto(f"{base}/troubleshooter/?status=409")
    expect(page.locator("#troubleshooter")).to_be_visible()
    page.evaluate(ENLARGE, size)
    wide: list[Any] = []
    for text, query in queries().items():
        for idp in [None, *IDP]:
            page.evaluate(GO_TO, f"?{query}&idp={idp}" if idp else f"?{query}")
            expect(page.locator("#troubleshooter .focus")).to_have_text(text)
            width = page.evaluate("document.scrollingElement.scrollWidth")
            if width > 320:
                wide.append((text, idp, width))
    assert wide == []


def test_long_question_leaves_what_has_the_words_typed(page: Page, base: str) -> None:
    page.goto(f"{base}/troubleshooter/?status=400&scimType=invalidValue")
    field = page.get_by_label("Filter this list")
    field.press_sequentially("password")
    options = page.locator("#troubleshooter .options button:visible")
    # And what those choose who find nothing.
    expect(options).to_have_count(2)
    expect(page.get_by_role("status").filter(has_text="2 of 3")).to_be_visible()
    field.fill("")
    assert options.count() > 30
