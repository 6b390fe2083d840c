"""The ledger: every address that was ever published keeps its line, and new ones get one."""

import re
from datetime import date
from pathlib import Path

import pytest

from hooks import add_to_ledger
from hooks.addresses.ledger import add_entries, check_ledger, new_entries, read_ledger
from tests.hooks.golden import write_valid_content

TEXT = """\
# Every address.

2026-01-31 answers/new/
2026-01-31 answers/old/ -> answers/new/
2026-01-31 e/*-emails/
"""
DAY = date(2026, 2, 1)


def test_new_entries_are_those_the_ledger_lacks_once_each_in_order() -> None:
    ledger, _ = read_ledger("docs/ledger.txt", TEXT)
    promised = ["faq/", "e/*-emails/", "e/*-username/", "answers/new/", "faq/"]
    assert new_entries(ledger, promised) == ["e/*-username/", "faq/"]


def test_adding_keeps_every_line_and_sorts_by_address() -> None:
    assert add_entries(TEXT, ["answers/older/", "e/409/"], DAY).splitlines() == [
        "# Every address.",
        "",
        "2026-01-31 answers/new/",
        "2026-01-31 answers/old/ -> answers/new/",
        "2026-02-01 answers/older/",
        "2026-01-31 e/*-emails/",
        "2026-02-01 e/409/",
    ]


def test_adding_nothing_changes_nothing() -> None:
    assert add_entries(TEXT, [], DAY) == TEXT


def test_ledger_can_begin_empty() -> None:
    assert add_entries("", ["faq/"], DAY).strip() == "2026-02-01 faq/"


@pytest.mark.parametrize(
    "line",
    [
        "answers/old -> answers/new/",  # would be written as answers/oldindex.html
        "/answers/old/ -> answers/new/",  # would be written outside the site
        "../old/ -> answers/new/",
        "e/*-nowhere/ -> answers/new/",  # a star is no address
        "answers/old/ -> e/409/",  # a short link sends on again
        "answers/old/ -> e/*-emails/",
        "old.json -> answers/new/",  # a page cannot stand for a file
    ],
)
def test_entry_that_would_send_readers_astray_is_a_problem(line: str) -> None:
    ledger, problems = read_ledger("docs/ledger.txt", f"2026-01-31 {line}")
    assert problems + check_ledger("docs/ledger.txt", ledger, ["answers/new/", "e/409/", "e/*-emails/"])


LISTED = """\
2026-01-31 answers/service-busy/
2026-01-31 answers/service-fault/
2026-01-31 answers/username-taken/
"""


def cures(*there: str) -> list[str]:
    """Return where the build would send the readers of what LISTED has and is no longer there."""
    ledger, _ = read_ledger("docs/ledger.txt", LISTED)
    problems = check_ledger("docs/ledger.txt", ledger, there)
    return [re.findall(r" -> (\S+)`", str(problem))[0] for problem in problems]


@pytest.mark.parametrize("busy", ["service-overloaded", "too-much-to-do"])
def test_of_two_renamed_pages_each_is_sent_to_the_new_one_most_like_it(busy: str) -> None:
    new = [f"answers/{busy}/", "answers/username-in-use/"]
    assert cures("answers/service-fault/", *new, "reference/service-busy/") == new


def test_new_page_is_offered_once() -> None:
    assert cures("answers/service-fault/", "answers/service-busier/") == [
        "answers/service-busier/",
        "answers/service-fault/",
    ]


def test_where_no_page_is_new_the_one_most_alike_is_offered() -> None:
    listed = ["answers/service-fault/", "answers/username-taken/"]
    assert cures(*listed, "reference/service-busy/") == ["answers/service-fault/"]


def test_short_link_is_never_offered() -> None:
    assert set(cures("e/409/", "e/*-busy/")) == {"answers/its-id/"}


def test_command_adds_new_addresses_and_says_how_many(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    docs = write_valid_content(tmp_path)
    ledger = docs / "ledger.txt"
    before = ledger.read_text(encoding="utf-8")
    assert add_to_ledger.main(docs, DAY) == 0
    added = set(ledger.read_text(encoding="utf-8").splitlines()) - set(before.splitlines())
    assert "2026-02-01 guides/okta/" in added
    assert capsys.readouterr().out.startswith(f"{len(added)} addresses added")
    assert set(before.splitlines()) <= set(ledger.read_text(encoding="utf-8").splitlines())


def test_command_run_again_adds_nothing(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    docs = write_valid_content(tmp_path)
    add_to_ledger.main(docs, DAY)
    text = (docs / "ledger.txt").read_text(encoding="utf-8")
    capsys.readouterr()
    assert add_to_ledger.main(docs, DAY) == 0
    assert capsys.readouterr().out.strip() == "0 addresses added to ledger.txt."
    assert (docs / "ledger.txt").read_text(encoding="utf-8") == text


def test_command_stops_with_the_problems_when_a_page_is_gone(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    docs = write_valid_content(tmp_path)
    (docs / "ledger.txt").write_text("2026-01-31 answers/gone/\n", encoding="utf-8")
    assert add_to_ledger.main(docs, DAY) == 1
    assert "docs/ledger.txt:1: `answers/gone/` was published and is gone;" in capsys.readouterr().err
    assert (docs / "ledger.txt").read_text(encoding="utf-8") == "2026-01-31 answers/gone/\n"
