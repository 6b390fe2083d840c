"""What people type finds the page that helps, in the site's own search."""

from playwright.sync_api import Page

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
