"""Axe, with its best practices, finds nothing on any type of page, in light and dark, wide and narrow."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.chromium_only import in_dark
from tests.browser.reader import CONFLICT, EMAIL_TAKEN, PROSE, USERNAME_TAKEN, every_look_of, paste

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PAGES = {
    "home": "/",
    "questions": "/troubleshooter/",
    "question": "/troubleshooter/?status=409",
    "result": "/troubleshooter/?status=409&attribute=emails&idp=okta",
    "result for all providers": "/troubleshooter/?status=409&attribute=userName",
    "no match": "/troubleshooter/?status=400&scimType=mutability&attribute=emails",
    "impossible": "/troubleshooter/?status=409&scimType=mutability",
    "unknown value": "/troubleshooter/?status=banana",
    "answer": "/answers/email-in-use/",
    "list": "/answers/",
    "guide": "/guides/keycloak/",
    "status": "/reference/409/",
    "coverage": "/reference/coverage/",
    "glossary": "/reference/glossary/",
    "text": "/faq/",
    "not found": "/404.html",
}


MESSAGES = {
    "message read": ("/troubleshooter/", EMAIL_TAKEN),
    "fact asked for": ("/troubleshooter/", CONFLICT),
    "several messages": ("/troubleshooter/", f"{EMAIL_TAKEN}\n{USERNAME_TAKEN}"),
    "not recognised": ("/troubleshooter/", PROSE),
    "message read at home": ("/", EMAIL_TAKEN),
    "not recognised at home": ("/", PROSE),
}


@in_dark
@every_look_of(PAGES)
def test_axe_finds_nothing(
    new_page: Callable[..., Page], base: str, name: str, scheme: str, width: int
) -> None:
    # Material fades its colours in; a colour half-way would be measured.
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page.goto(base + PAGES[name])
    if "?" in PAGES[name]:
        expect(page.locator("#troubleshooter")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


@in_dark
@every_look_of(MESSAGES)
def test_axe_finds_nothing_in_what_was_read(
    new_page: Callable[..., Page], base: str, name: str, scheme: str, width: int
) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    path, text = MESSAGES[name]
    page.goto(base + path)
    paste(page, text)
    expect(page.locator("#troubleshooter .focus").first).to_be_visible()
    for details in page.locator("#troubleshooter summary").all():
        details.click()
    assert violations(page) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Return what axe finds wrong in the page as it is."""
    page.evaluate(AXE.read_text())
    # The size of targets is off by default, and part of WCAG 2.2 AA.
    options = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
    found = page.evaluate("async (options) => (await axe.run(options)).violations", options)
    return [(entry["id"], [node["html"] for node in entry["nodes"]]) for entry in found]
