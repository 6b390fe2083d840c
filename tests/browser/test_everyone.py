"""Whoever reads it, and by whatever means: menu and search, keyboard, large text, own colours, paper."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium_only import in_dark, on_paper, scripts_off
from tests.browser.reader import EMAIL_ANSWER, FIRST_QUESTION, every_look, long, question
from tests.browser.test_accessibility import violations

KINDS = {
    "home": "/",
    "question": "/troubleshooter/?status=409",
    "result": "/troubleshooter/?status=409&attribute=emails",
    "answer": "/answers/email-in-use/",
    "list": "/answers/",
    "guide": "/guides/okta/",
    "map": "/map/",
    "triage": "/triage/",
}
# Two in every run; the others are left to `make test-all`.
every_kind = pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=() if kind in ("result", "answer") else long) for kind in KINDS]
)
# What stands still has no moment in which a test could meet it half-way.
MOVING = """[...document.querySelectorAll("*")].filter((element) => {
  const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
  const lasts = (text) => text.split(", ").some((time) => parseFloat(time) > 0.01);
  return lasts(transitionDuration) || (animationName !== "none" && lasts(animationDuration));
}).map((element) => element.outerHTML.slice(0, 100))"""
# Of what has the focus: what it is, whether something marks it, and whether something lies over all of it
# (WCAG 2.2, 2.4.11); of a link that goes on in the next line, over each of its lines.
FOCUSED = """() => {
  const element = document.activeElement;
  const lines = [...element.getClientRects()];
  const shown = element.matches(".tabbed-set > input")
    ? element.parentElement.querySelector(".tabbed-labels") : element;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const over = lines.map(({ left, top, width, height }) =>
    document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 10)));
  const covers = (other) => other && !element.contains(other) && !other.contains(element);
  return {
    what: element.outerHTML.slice(0, 120),
    under: over[0]?.outerHTML.slice(0, 80),
    is_body: element === document.body,
    is_marked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 1,
    is_covered: lines.some(({ width }) => width > 2) && shown === element && over.every(covers),
  };
}"""


def open_kind(page: Page, base: str, kind: str) -> None:
    page.goto(base + KINDS[kind])
    if "?" in KINDS[kind]:
        expect(page.locator("#troubleshooter")).to_be_visible()


@in_dark
@every_look
def test_axe_finds_nothing_with_the_search_open(
    new_page: Callable[..., Page], base: str, scheme: str, width: int
) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page.goto(base + "/answers/email-in-use/")
    if width < 960:
        page.locator("label[for=__search]:visible").first.click()
    page.get_by_role("textbox", name="Search").fill("tenant url")
    page.get_by_role("textbox", name="Search").press("Shift")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert violations(page) == []


@in_dark
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_the_menu_open(new_page: Callable[..., Page], base: str, scheme: str) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": 320, "height": 700}, reduced_motion="reduce")
    page.goto(base + "/answers/email-in-use/")
    page.locator("label[for=__drawer]:visible").first.click()
    expect(page.get_by_role("link", name="Troubleshooter").first).to_be_in_viewport()
    assert violations(page) == []


@every_kind
@pytest.mark.parametrize("width", [1280, 320])
def test_focus_is_marked_and_never_covered(
    new_page: Callable[..., Page], base: str, kind: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 700}, reduced_motion="reduce")
    open_kind(page, base, kind)
    page.evaluate("document.activeElement.blur()")
    faults = []
    reached = 0
    for key in ["Tab"] * 18 + ["Shift+Tab"] * 9 + ["Tab"] * 40:
        page.keyboard.press(key)
        found = page.evaluate(FOCUSED)
        # The line that waits for the search goes with the focus that is on it.
        if found["is_body"] and reached <= 9:
            continue
        # After the end of the page comes the browser, from which Firefox without windows comes back unmarked.
        if found["is_body"]:
            break
        reached += 1
        if found["is_covered"] or not found["is_marked"]:
            faults.append(found)
    assert faults == []
    assert reached > 9


def test_keyboard_alone_leads_from_the_home_page_to_the_questions(page: Page, base: str) -> None:
    page.goto(base + "/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    step_by_step = page.get_by_role("link", name="Step by step")
    for _ in range(10):
        page.keyboard.press("Tab")
        if step_by_step.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(base + "/troubleshooter/")
    page.keyboard.press("Tab")
    question(page, FIRST_QUESTION)


@every_kind
@pytest.mark.parametrize("width", [1280, 320])
def test_text_of_twice_the_size_flows_into_the_page(
    new_page: Callable[..., Page], base: str, kind: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 700})
    open_kind(page, base, kind)
    page.evaluate(
        "document.documentElement.style.fontSize ="
        " `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`"
    )
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


@every_kind
def test_wider_spacing_of_text_cuts_nothing_off(new_page: Callable[..., Page], base: str, kind: str) -> None:
    """With the spacing of WCAG 2.2, 1.4.12."""
    page = new_page(viewport={"width": 320, "height": 700})
    open_kind(page, base, kind)
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
            + " word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }");
          document.adoptedStyleSheets = [sheet];
        }"""
    )
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    cut = page.evaluate(
        """[...document.querySelectorAll("main :is(button, a, h1, h2, h3, p, li, label, summary)")].filter(
          (element) =>
            getComputedStyle(element).overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1
        ).map((element) => element.outerHTML.slice(0, 100))"""
    )
    assert cut == []


@every_kind
def test_nothing_moves_for_who_wants_less_motion(new_page: Callable[..., Page], base: str, kind: str) -> None:
    page = new_page(reduced_motion="reduce")
    open_kind(page, base, kind)
    assert page.evaluate(MOVING) == []


@every_kind
def test_own_colours_of_the_reader_leave_borders_and_marks(
    new_page: Callable[..., Page], base: str, kind: str
) -> None:
    page = new_page(forced_colors="active", reduced_motion="reduce")
    open_kind(page, base, kind)
    for button in page.locator("main button:visible:not(.md-code__button)").all():
        assert button.evaluate("button => getComputedStyle(button).borderStyle") != "none"
    # What the page fades, a reader's own colours may not bear.
    faded = page.evaluate(
        "[...document.querySelectorAll('.md-tabs__link, article :is(p, li, h1, h2, button, label)')].filter("
        "(element) => element.offsetHeight && getComputedStyle(element).opacity < 1)"
        ".map((element) => element.outerHTML.slice(0, 100))"
    )
    assert faded == []


@on_paper
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_has_the_whole_answer_in_dark_letters(
    new_page: Callable[..., Page], base: str, scheme: str
) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(base + "/answers/email-in-use/")
    page.emulate_media(media="print", color_scheme=scheme)
    for part in page.locator(".tabbed-block, .tabbed-labels label").all():
        expect(part).to_be_visible()
    light = page.evaluate(
        """[...document.querySelectorAll("article *")].filter((element) => {
          const [red, green, blue] = getComputedStyle(element).color.match(/[\\d.]+/g).map(Number);
          return element.offsetHeight && element.innerText && red + green + blue > 400;
        }).map((element) => element.outerHTML.slice(0, 100))"""
    )
    assert light == []
    address = page.evaluate(
        "getComputedStyle(document.querySelector('.foot a[href^=http]'), '::after').content"
    )
    assert "http" in address


@on_paper
@pytest.mark.parametrize(("query", "most"), [("?idp=okta", 5), ("", 8)])
def test_answer_is_printed_on_few_sheets(page: Page, base: str, query: str, most: int) -> None:
    page.goto(f"{base}/answers/email-in-use/{query}")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= most


@on_paper
def test_short_page_is_printed_on_one_sheet(page: Page, base: str) -> None:
    page.goto(base + "/guides/")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


@scripts_off
def test_every_answer_is_two_links_away_without_javascript(new_page: Callable[..., Page], base: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base + "/")
    page.get_by_role("link", name="409 Conflict").first.click()
    page.get_by_role("link", name="The email address").first.click()
    expect(page.get_by_role("heading", level=1, name=EMAIL_ANSWER)).to_be_visible()
    expect(page.locator("article ol").first).to_be_visible()
