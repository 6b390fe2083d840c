"""The feed: what is new or changed, newest first, with days that do not change with a build."""

from dataclasses import replace
from xml.etree import ElementTree

from hooks.addresses.ledger import Entry
from hooks.content import Content, read_content
from hooks.formats.feed import LONGEST, feed_entry, feed_xml
from tests.hooks.golden import VALID

CONTENT, _ = read_content(VALID)
assert CONTENT
SITE = "https://x.com/"
ATOM = "{http://www.w3.org/2005/Atom}"
EMAIL = CONTENT.answers["email-taken"]
CHANGED = replace(
    EMAIL,
    changes=[{"day": "2026-03-01", "what": "Third step."}, {"day": "2026-02-01", "what": "First step."}],
)


def content_with(*answers) -> Content:
    assert CONTENT
    return replace(CONTENT, answers={answer.id: answer for answer in answers})


def feed(content: Content) -> ElementTree.Element:
    return ElementTree.fromstring(feed_xml(content, "Arrivals", SITE))


def test_new_answer_was_published_on_the_day_in_the_ledger() -> None:
    assert CONTENT
    entry = feed_entry(EMAIL, CONTENT, SITE)
    assert (entry.published, entry.updated, entry.what) == ("2026-01-31", "2026-01-31", "")
    assert entry.url == "https://x.com/answers/email-taken/"


def test_answer_that_is_not_in_the_ledger_yet_is_new_on_the_day_of_its_check() -> None:
    assert CONTENT
    new = replace(EMAIL, id="new", reviewed="2026-01-15")
    assert feed_entry(new, CONTENT, SITE).published == "2026-01-15"


def test_checking_an_answer_again_does_not_make_it_new() -> None:
    assert CONTENT
    assert feed_entry(replace(EMAIL, reviewed="2026-05-05"), CONTENT, SITE).updated == "2026-01-31"


def test_change_makes_an_answer_newer_and_says_what_changed() -> None:
    assert CONTENT
    entry = feed_entry(CHANGED, CONTENT, SITE)
    assert (entry.published, entry.updated, entry.what) == ("2026-01-31", "2026-03-01", "Third step.")


def test_newest_comes_first_and_dates_the_feed() -> None:
    root = feed(content_with(CONTENT.answers["checklist"], CHANGED))  # type: ignore[union-attr]
    updated = [entry.findtext(f"{ATOM}updated") for entry in root.iter(f"{ATOM}entry")]
    assert updated == ["2026-03-01T00:00:00Z", "2026-01-31T00:00:00Z"]
    assert root.findtext(f"{ATOM}updated") == updated[0]
    assert root.findtext(f"{ATOM}entry/{ATOM}summary", "").startswith("Changed: Third step. ")


def test_words_of_an_answer_are_never_read_as_xml() -> None:
    title = "<b> & ]]> “x”"
    assert feed(content_with(replace(EMAIL, title=title))).findtext(f"{ATOM}entry/{ATOM}title") == title


def test_feed_holds_the_newest_only() -> None:
    many = [replace(EMAIL, id=f"answer-{number}", reviewed="2026-01-01") for number in range(LONGEST + 5)]
    root = feed(content_with(*many, EMAIL))
    ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    assert len(ids) == LONGEST
    assert ids[0] == "https://x.com/answers/email-taken/"


def test_feed_without_answers_is_a_feed() -> None:
    assert feed(content_with()).findtext(f"{ATOM}updated")


def test_day_in_the_ledger_is_the_day_of_publication_for_good() -> None:
    assert CONTENT
    ledger = {**CONTENT.ledger, "answers/email-taken/": Entry("answers/email-taken/", "2025-12-24", "", 1)}
    assert feed_entry(EMAIL, replace(CONTENT, ledger=ledger), SITE).published == "2025-12-24"
