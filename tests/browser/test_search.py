"""What people type finds the page that helps, in the site's own search."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.search import expected_pages, run_queries


def test_list_holds_enough_queries_each_once() -> None:
    queries = [query for query, _ in expected_pages()]
    assert len(queries) >= 120
    assert sorted(queries) == sorted(set(queries))


def test_every_query_finds_its_page_among_the_first_three(page: Page, base: str) -> None:
    lost = [
        f"{found.query!r}: {found.expected} is {found.rank or 'nowhere'}; before it {found.pages[:3]}"
        for found in run_queries(page, base)
        if not 1 <= found.rank <= 3
    ]
    assert lost == []


def results_of(page: Page, base: str, words: str) -> Locator:
    """Return the results for `words`, when the first is there."""
    page.goto(base + "/")
    box = page.get_by_role("textbox", name="Search")
    box.click()
    box.fill(words)
    box.press("Shift")
    results = page.locator(".md-search-result__item")
    expect(results.first).to_be_visible()
    return results


def test_other_wordings_find_their_page_without_being_shown(page: Page, base: str) -> None:
    found = results_of(page, base, "users_email_key").first
    expect(found.locator("a").first).to_have_attribute("href", re.compile("/answers/email-in-use/"))
    expect(found).not_to_contain_text("users_email_key")
    expect(page.locator(".md-tag")).to_have_count(0)


def test_answer_with_steps_for_a_provider_is_not_said_to_miss_it(page: Page, base: str) -> None:
    found = results_of(page, base, "okta email already in use zebra").filter(
        has=page.locator("a[href*='/answers/email-in-use/']")
    )
    missing = found.locator(".md-search-result__terms")
    expect(missing.first).to_be_visible()
    assert set(missing.all_text_contents()) == {"Missing: zebra"}


def test_small_words_are_not_taken_for_the_beginning_of_others(page: Page, base: str) -> None:
    marked = results_of(page, base, "user is not in a team").locator("mark")
    expect(marked.first).to_be_visible()
    words = {word.lower() for word in marked.all_text_contents()}
    assert [word for word in words if not word.startswith(("user", "team"))] == []
