"""Whatever fails, the page stays useful, says one clear line, and loses nothing."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import ATTRIBUTE_QUESTION, EMAIL_ANSWER, open_started, question, result

FAULTS = [
    "core.js",
    "micropython.js",
    "micropython.wasm",
    "assets/python/app",
    "assets/tree",
]


@pytest.mark.parametrize("lost", FAULTS)
def test_lost_file_leaves_the_static_page_and_one_line(
    new_page: Callable[..., Page], base: str, lost: str
) -> None:
    page = new_page(expect_faults=True)
    page.route(re.compile(re.escape(lost)), lambda route: route.fulfill(status=404, body="lost"))
    page.goto(base + "/troubleshooter/?status=409")
    assert_static_with_one_line(page)


def test_blocked_webassembly_leaves_the_static_page_and_one_line(
    new_page: Callable[..., Page], base: str
) -> None:
    page = new_page(expect_faults=True)
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(base + "/troubleshooter/?status=409")
    assert_static_with_one_line(page)


def test_lost_answer_page_is_said_and_the_way_back_works(new_page: Callable[..., Page], base: str) -> None:
    page = new_page(expect_faults=True)
    open_started(page, base + "/troubleshooter/?status=409")
    page.route("**/answers/**", lambda route: route.abort())
    page.get_by_role("button", name="The email address").click()
    result(page, EMAIL_ANSWER)
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    expect(page.get_by_role("link", name="Open this answer as a page")).to_be_visible()
    page.unroute("**/answers/**")
    page.go_back()
    question(page, ATTRIBUTE_QUESTION)
    page.go_forward()
    expect(page.locator("section.result ol").first).to_be_visible()


def test_back_while_an_answer_loads_is_followed(page: Page, base: str) -> None:
    open_started(page, base + "/troubleshooter/?status=409")
    held = []
    page.route("**/answers/**", lambda route: held.append(route))
    with page.expect_request("**/answers/**"):
        page.get_by_role("button", name="The email address").click()
    page.go_back()
    with page.expect_response("**/answers/**"):
        held[0].continue_()
    question(page, ATTRIBUTE_QUESTION)
    page.unroute("**/answers/**")
    page.go_forward()
    result(page, EMAIL_ANSWER)
    page.go_back()
    question(page, ATTRIBUTE_QUESTION)


def assert_static_with_one_line(page: Page) -> None:
    expect(page.get_by_role("alert")).to_have_text(re.compile("could not"))
    expect(page.locator("main [role=status]:visible")).to_have_count(0)
    expect(page.get_by_role("link", name="The email address").first).to_be_visible()


def test_loading_is_said_while_python_does_not_arrive(new_page: Callable[..., Page], base: str) -> None:
    page = new_page()
    held = []
    page.route("**/micropython.wasm", lambda route: held.append(route))
    with page.expect_request("**/micropython.wasm"):
        page.goto(base + "/troubleshooter/?status=409")
    expect(page.get_by_role("status").filter(has_text="Starting")).to_be_visible()
    expect(page.get_by_role("link", name="The email address").first).to_be_visible()
    held[0].continue_()
    question(page, ATTRIBUTE_QUESTION)


@pytest.mark.parametrize("query", ["", "?status=409"])
def test_blocked_storage_does_not_stop_the_troubleshooter(
    new_page: Callable[..., Page], base: str, query: str
) -> None:
    page = new_page(expect_faults=True)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " {get() { throw new DOMException('blocked', 'SecurityError'); }})"
    )
    open_started(page, base + "/troubleshooter/" + query)
    page.get_by_label("Your identity provider").select_option("okta")
    expect(page).to_have_url(re.compile("idp=okta$"))
    expect(page.get_by_role("alert")).to_have_count(0)
