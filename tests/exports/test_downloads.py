"""What is downloaded is safe in a spreadsheet and in a ticket, and says what the summary says."""

import csv
import io
from typing import Any

import pytest

from tests.exports.formats import compact, okta_event
from tests.exports.scenario import CAUSES, NAMES, START, Event, Person
from tests.exports.triages import triage_files
from troubleshooter.triage.report_files import escape_markdown, people_csv, summary_markdown
from troubleshooter.triage.summary import counts, name_of

NASTY = [
    '=HYPERLINK("http://evil.example";"x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " \u00a0\u200b=1",
    "\0=1",
    "\uff1d1+\uff11",
    "\uff20SUM(A1)",
    "\ufe631",
    'a "b", c',
    "line\nbreak",
    "| pipe `tick` <img> [x](y) # *b*",
    *NAMES,
]
PERSON = {"events": 1, "healed": False, "first": None, "last": None}
TOKEN = "pul-0123456789abcdef0123456789abcdef01234567"


@pytest.fixture
def summary(data: dict[str, Any]) -> dict[str, Any]:
    people = [Person(f"id-{number}", "", name) for number, name in enumerate(NASTY)]
    events = [Event(f"event-{n}", "failed", person, CAUSES[n % 3], START) for n, person in enumerate(people)]
    return triage_files(data, [compact([okta_event(event) for event in events])]).summary()


def test_people_of_a_cause_come_back_from_the_csv(summary: dict[str, Any]) -> None:
    for cause in summary["causes"]:
        rows = list(csv.reader(io.StringIO(people_csv(cause), newline="")))
        assert rows[0][:2] == ["person", "events"]
        assert len(rows) == cause["people"] + 1
        for row, person in zip(rows[1:], cause["affected"], strict=True):
            assert row[0].removeprefix("'") == person["name"].replace("\0", "")
            assert len(row) == len(rows[0])


def test_no_cell_is_run_as_a_formula(summary: dict[str, Any]) -> None:
    texts = [people_csv(cause) for cause in summary["causes"]]
    cells = [cell for text in texts for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    bare = [cell.lstrip(" \u00a0\u200b") for cell in cells]
    assert not [cell for cell in bare if cell[:1] in tuple("=+-@\t\r\0\uff1d\uff20\ufe63")]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)


def test_markdown_holds_the_counts_and_no_markup_of_a_message(summary: dict[str, Any]) -> None:
    text = summary_markdown(summary)
    table = [line for line in text.splitlines() if line.startswith("| ")]
    assert table[2 : 2 + len(counts(summary))] == [f"| {what} | {count} |" for what, count in counts(summary)]
    for cause in summary["causes"]:
        assert any(f"| {cause['events']} | {cause['people']} | {cause['healed']} |" in line for line in table)
    assert "<img>" not in text.replace("` ", "").split("Sample")[0]


def test_ticket_names_files_providers_and_causes_with_whole_addresses(summary: dict[str, Any]) -> None:
    text = summary_markdown(summary, "https://help.example/x/")
    assert f"- File: {escape_markdown(summary['files'][0]['name'])} (" in text
    assert "- Identity provider: Okta\n" in text
    for cause in summary["causes"]:
        assert f"\n## {escape_markdown(name_of(cause))}\n" in text
        assert not cause["question"] or cause["title"] not in text
        if cause["answer"]:
            assert f"\nSteps: <https://help.example/x/answers/{cause['answer']}/?idp=okta>\n" in text


def test_sample_stands_in_a_longer_fence_than_any_in_it(summary: dict[str, Any]) -> None:
    cause = {**summary["causes"][0], "sample": "one\n````\n# two"}
    text = summary_markdown({**summary, "causes": [cause]})
    assert "\n`````\none\n````\n# two\n`````\n" in text


def test_secrets_are_masked_and_addresses_as_the_reader_wants(data: dict[str, Any]) -> None:
    long = "x" * 580 + " Bearer abcdefgh12345678 of ana@example.com"
    lines = f"409 Conflict: {long}\n"
    summary = triage_files(data, [lines]).summary()
    assert "abcd" not in summary["causes"][0]["sample"]
    for mask_addresses in (True, False):
        text = summary_markdown(summary, "", mask_addresses)
        assert "abcd" not in text
    cause = {**summary["causes"][0], "affected": [{**PERSON, "name": f"{TOKEN} ana@example.com"}]}
    assert "\n[secret] ana@example.com," in people_csv(cause)
    assert "\n[secret] [email 1]," in people_csv(cause, mask_addresses=True)


@pytest.mark.parametrize("text", [*NASTY, "<script>", "a\n# b", "\\`"])
def test_markup_in_a_name_is_shown_as_it_is(text: str) -> None:
    escaped = escape_markdown(text)
    assert "\n" not in escaped
    assert "<" not in escaped
    for mark in "|`*_#[":
        assert escaped.replace("\\" + mark, "").count(mark) == 0
