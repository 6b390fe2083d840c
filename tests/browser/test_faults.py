"""Whatever fails, the page stays useful, says one clear line, and loses nothing."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.faults import RUNTIME, SCRIPTS, STYLES, THEME, WAYS, lose
from tests.browser.reader import ATTRIBUTE_QUESTION, EMAIL_ANSWER, long, open_started, question, result

BLOCK_STORAGE = """
for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, {get() { throw new DOMException("blocked", "SecurityError"); }});
"""
# Some of each kind in every run; the whole matrix is left to `make test-all`.
SHORT = {
    ("/core-", "cut off"),
    ("/micropython.wasm", "missing"),
    ("/python/troubleshooter", "cut off"),
    ("/assets/tree", "held"),
    ("/assets/start", "held"),
    ("/assets/message-box", "missing"),
    ("/javascripts/bundle", "missing"),
}


def each_way_of_losing(parts: list[str]) -> pytest.MarkDecorator:
    """Parametrize by each part and way; a browser draws nothing of any page while a style sheet may come."""
    return pytest.mark.parametrize(
        ("part", "way"),
        [
            pytest.param(part, way, marks=() if (part, way) in SHORT else long)
            for part in parts
            for way in WAYS
            if part not in STYLES or way != "held"
        ],
    )


@each_way_of_losing(RUNTIME)
def test_runtime_that_does_not_arrive_leaves_the_static_page_and_one_line(
    new_page: Callable[..., Page], base: str, part: str, way: str
) -> None:
    page = new_page(expect_faults=True)
    page.clock.install()
    lose(page, part, way)
    with page.expect_request(re.compile(re.escape(part))):
        page.goto(base + "/troubleshooter/?status=409")
    if way == "held":
        page.clock.run_for(16_000)
        expect(page.get_by_role("status").filter(has_text="longer than usual")).to_be_visible()
        expect(page.get_by_role("link", name="The email address").first).to_be_visible()
    else:
        assert_static_with_one_line(page)


@each_way_of_losing(SCRIPTS)
def test_script_of_the_page_that_does_not_arrive_is_said(
    new_page: Callable[..., Page], base: str, part: str, way: str
) -> None:
    page = new_page(expect_faults=True)
    page.clock.install()
    lose(page, part, way)
    page.goto(base + "/troubleshooter/?status=409", wait_until="commit")
    page.locator("#start").wait_for(state="attached")
    if way == "held":
        page.clock.run_for(16_000)
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


def test_lost_text_for_support_is_said(new_page: Callable[..., Page], base: str) -> None:
    page = new_page(expect_faults=True)
    page.route("**/*_later.*", lambda route: route.abort())
    page.goto(base + "/troubleshooter/?status=409&scimType=tooMany")
    expect(page.get_by_role("alert").filter(has_text="could not be loaded")).to_be_visible()
    expect(page.get_by_role("heading", name="These facts do not come together")).to_be_visible()
    page.unroute("**/*_later.*")
    page.get_by_role("button", name="Leave out scimType tooMany").click()
    question(page, ATTRIBUTE_QUESTION)


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
    page.add_init_script(BLOCK_STORAGE)
    open_started(page, base + "/troubleshooter/" + query)
    page.get_by_label("Your identity provider").select_option("okta")
    expect(page).to_have_url(re.compile("idp=okta$"))
    expect(page.get_by_role("alert")).to_have_count(0)


@each_way_of_losing(THEME)
def test_theme_that_does_not_arrive_does_not_stop_the_troubleshooter(
    new_page: Callable[..., Page], base: str, part: str, way: str
) -> None:
    page = new_page(expect_faults=True)
    lose(page, part, way)
    page.goto(base + "/troubleshooter/?status=409", wait_until="commit")
    if (part, way) == ("/javascripts/bundle", "held"):
        # A browser runs no later script before it; the page can be read, and its links lead on.
        expect(page.get_by_role("link", name="The email address").first).to_be_visible()
        return
    page.get_by_role("button", name="The email address").click()
    result(page, EMAIL_ANSWER)


@pytest.mark.parametrize("part", ["/workers/search", "/search_index"])
def test_search_that_does_not_arrive_leads_to_all_answers(
    new_page: Callable[..., Page], base: str, part: str
) -> None:
    page = new_page(expect_faults=True)
    lose(page, part, "missing")
    page.goto(base + "/")
    page.get_by_role("textbox", name="Search").click()
    page.get_by_role("dialog", name="Search").get_by_role("link", name="all answers").click()
    page.wait_for_url(base + "/answers/")


def test_answer_that_was_cut_off_is_not_shown_as_if_whole(new_page: Callable[..., Page], base: str) -> None:
    page = new_page(expect_faults=True)
    open_started(page, base + "/troubleshooter/?status=409")
    lose(page, "/answers/email-in-use/", "cut off")
    page.get_by_role("button", name="The email address").click()
    result(page, EMAIL_ANSWER)
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")


def test_lost_copy_script_leaves_no_button_that_does_nothing(
    new_page: Callable[..., Page], base: str
) -> None:
    page = new_page(expect_faults=True)
    lose(page, "/assets/copy", "missing")
    open_started(page, base + "/troubleshooter/?status=409&attribute=emails")
    result(page, EMAIL_ANSWER)
    expect(page.locator("section.result ol").first).to_be_visible()
    expect(page.get_by_role("button", name="Copy link")).not_to_be_visible()
    page.goto(base + "/answers/email-in-use/")
    expect(page.get_by_role("button", name="Copy link")).not_to_be_visible()


def test_what_an_extension_breaks_does_not_stop_the_start(new_page: Callable[..., Page], base: str) -> None:
    page = new_page(expect_faults=True)
    page.route(
        "**/extension.js", lambda route: route.fulfill(content_type="text/javascript", body="throw Error()")
    )
    page.add_init_script(
        "new MutationObserver((_, watch) => {"
        "  if (!document.querySelector('script[type=mpy]')) return;"
        "  watch.disconnect();"
        "  document.body.append(Object.assign(document.createElement('script'), {src: '/extension.js'}));"
        "}).observe(document, {childList: true, subtree: true})"
    )
    with page.expect_request("**/extension.js"):
        page.goto(base + "/troubleshooter/?status=409")
    question(page, ATTRIBUTE_QUESTION)
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("path", ["/", "/answers/email-in-use/"])
def test_blocked_storage_leaves_the_theme_at_work(
    new_page: Callable[..., Page], base: str, path: str
) -> None:
    page = new_page()
    page.add_init_script(BLOCK_STORAGE)
    page.goto(base + path)
    page.get_by_title("Switch to dark mode").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("textbox", name="Search").fill("tenant url")
    page.get_by_role("textbox", name="Search").press("Shift")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_very_long_address_leaves_the_question_within_reach(page: Page, base: str) -> None:
    names = "&".join(f"{number}{'x' * 200}=1" for number in range(100))
    open_started(page, f"{base}/troubleshooter/?status=409&attribute={'y' * 5_000}&{names}")
    question(page, ATTRIBUTE_QUESTION)
    lines = page.get_by_role("alert").locator("p")
    expect(lines).to_have_count(9)
    page.get_by_role("button", name="The email address").click()
    result(page, EMAIL_ANSWER)


def test_double_click_answers_one_question_only(page: Page, base: str) -> None:
    open_started(page, base + "/troubleshooter/?status=409")
    page.get_by_role("button", name="The email address").dblclick()
    result(page, EMAIL_ANSWER)
    page.go_back()
    question(page, ATTRIBUTE_QUESTION)
