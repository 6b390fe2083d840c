"""Under its own policy, by nginx and by a server that sends no headers, every type of page does its work."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import EMAIL_ANSWER, EMAIL_TAKEN, paste, result
from tests.browser.test_everyone import KINDS, open_kind
from tests.nginx import needs_nginx, nginx

HOSTS = [
    "base",
    pytest.param("behind_nginx", marks=needs_nginx),
    pytest.param("in_a_folder_behind_nginx", marks=[needs_nginx, pytest.mark.long]),
]
REPORT = """
addEventListener("securitypolicyviolation", ({violatedDirective, blockedURI, sourceFile, lineNumber}) =>
  console.error("policy:", violatedDirective, blockedURI, sourceFile, lineNumber));
"""


@pytest.fixture(scope="module")
def behind_nginx(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with nginx(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture(scope="module")
def in_a_folder_behind_nginx(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with nginx(site, tmp_path_factory.mktemp("nginx"), at="/help/scim") as address:
        yield address


@pytest.fixture(params=HOSTS)
def host(request: pytest.FixtureRequest) -> str:
    return request.getfixturevalue(request.param)


def test_no_page_breaks_its_policy_or_asks_another_site(new_page: Callable[..., Page], host: str) -> None:
    page = new_page()
    page.add_init_script(REPORT)
    for kind in KINDS:
        open_kind(page, host, kind)
    page.goto(host + "/e/409-uniqueness-emails/")
    page.wait_for_url(f"{host}/answers/email-in-use/")
    page.get_by_title("Switch to dark mode").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("textbox", name="Search").fill("tenant url")
    page.get_by_role("textbox", name="Search").press("Shift")
    page.locator(".md-search-result__item a").first.click()
    page.wait_for_url("**h=tenant**")
    page.goto(host + "/troubleshooter/")
    paste(page, EMAIL_TAKEN)
    result(page, EMAIL_ANSWER)
    expect(page.locator("section.result ol").first).to_be_visible()


@needs_nginx
def test_unknown_address_shows_the_page_that_helps_in_whatever_folder(
    new_page: Callable[..., Page], request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue("in_a_folder_behind_nginx")
    # The style sheet is not where a site at the root of its host has it.
    page = new_page(expect_faults=True)
    page.goto(root + "/no/such/page")
    expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()
    expect(page.locator("html.js")).to_be_attached()
    page.get_by_role("textbox", name="Search").fill("tenant url")
    page.get_by_role("textbox", name="Search").press("Shift")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Paste the message").click()
    page.wait_for_url(root + "/troubleshooter/")
