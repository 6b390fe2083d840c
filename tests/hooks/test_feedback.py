"""Did this help? A prepared message for mail, GitHub and GitLab; nothing where nobody is asked."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from hooks.content import read_content
from hooks.formats.feedback import SAYINGS, feedback_links
from tests.hooks.golden import VALID

CONTENT, _ = read_content(VALID)
assert CONTENT
ANSWER = replace(CONTENT.answers["email-taken"], title="“A & B” (100 % + more)? *x* [y]")
URL = "https://x.com/answers/email-taken/"


@pytest.mark.parametrize(
    ("where", "subject", "body"),
    [
        ("mailto:help@example.com", "subject", "body"),
        ("https://github.com/o/r/issues/new", "title", "body"),
        ("https://gitlab.com/o/r/-/issues/new", "issue[title]", "issue[description]"),
    ],
)
def test_message_names_the_answer_and_its_address(where: str, subject: str, body: str) -> None:
    for (_, address), (label, verdict, asks) in zip(feedback_links(where, ANSWER, URL), SAYINGS, strict=True):
        assert address.startswith(f"{where}?")
        query = parse_qs(urlsplit(address).query)
        assert set(query) == {subject, body}, label
        assert query[subject] == [f"email-taken {verdict}"]
        for part in (ANSWER.title, URL, asks):
            assert part in query[body][0]


def test_settings_own_query_is_kept() -> None:
    for _, address in feedback_links("https://github.com/o/r/issues/new?labels=help", ANSWER, URL):
        assert set(parse_qs(urlsplit(address).query)) == {"labels", "title", "body"}


def test_blanks_are_no_plus_signs_which_mail_programs_would_show() -> None:
    for _, address in feedback_links("mailto:help@example.com", ANSWER, URL):
        assert "+" not in address


def test_no_character_ends_the_link_in_markdown_or_html() -> None:
    for _, address in feedback_links("mailto:help@example.com", ANSWER, URL):
        assert set(address).isdisjoint("()[]<>\"'` \n*")


def test_nobody_is_asked_where_the_setting_is_empty() -> None:
    assert feedback_links("", ANSWER, URL) == []
