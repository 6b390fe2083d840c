"""Pages that send readers on at once: short links, and addresses that have moved."""

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from hooks.addresses.moved_pages import moved_pages, short_link_page
from hooks.addresses.short_links import ShortLink
from hooks.content import Content, read_content
from tests.hooks.golden import write_valid_content

SITE = "https://x.com/help/"
MOVED = "\n2026-01-31 answers/taken/ -> answers/email-taken/\n"
LINK = ShortLink("e/409/", {"status": "409"}, "troubleshooter/?status=409&a=b#attribute", "Which value?")


@pytest.fixture
def content(tmp_path: Path) -> Content:
    docs = write_valid_content(tmp_path)
    with (docs / "ledger.txt").open("a", encoding="utf-8") as ledger:
        ledger.write(MOVED)
    content, problems = read_content(docs)
    assert content, problems
    return content


def soup(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "html.parser")


def test_page_sends_on_and_shows_the_same_link() -> None:
    page = soup(short_link_page(LINK, SITE))
    [link] = page.find_all("a")
    assert link["href"] == "../../" + LINK.target
    assert page.find("meta", {"http-equiv": "refresh"})["content"] == f"0; url={link['href']}"


def test_page_says_what_it_leads_to() -> None:
    page = soup(short_link_page(LINK, SITE))
    assert page.title.get_text() == page.h1.get_text() == "409 Conflict: Which value?"


def test_canonical_address_is_that_of_the_page_without_query_and_anchor() -> None:
    page = soup(short_link_page(LINK, SITE))
    assert page.find("link", rel="canonical")["href"] == "https://x.com/help/troubleshooter/"


def test_words_of_a_title_are_never_read_as_html() -> None:
    title = "</title><script>alert('&')</script>\"><a href=x>"
    page = soup(short_link_page(replace(LINK, title=title), SITE))
    assert title in page.title.get_text()
    assert page.find("script") is None
    assert len(page.find_all("a")) == 1


def test_address_that_has_moved_leads_to_the_new_one(content: Content) -> None:
    page = soup(moved_pages(content, SITE)["reference/old/index.html"])
    assert page.a["href"] == "../../reference/409/"


def test_answer_that_has_moved_names_the_new_one_and_its_markdown(content: Content) -> None:
    pages = moved_pages(content, SITE)
    assert "The email address is taken" in soup(pages["answers/taken/index.html"]).title.get_text()
    assert "https://x.com/help/answers/email-taken/index.md" in pages["answers/taken/index.md"]


def test_every_short_link_has_a_page(content: Content) -> None:
    pages = moved_pages(content, SITE)
    assert [link.address for link in content.links if f"{link.address}index.html" not in pages] == []


def test_addresses_that_did_not_move_are_left_alone(content: Content) -> None:
    made = [name for name in moved_pages(content, SITE) if not name.startswith("e/")]
    assert sorted(made) == ["answers/taken/index.html", "answers/taken/index.md", "reference/old/index.html"]
