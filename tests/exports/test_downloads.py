"""What is downloaded is safe in a spreadsheet and in a ticket, and says what the summary says."""

import csv
import io
from typing import Any

import pytest

from tests.exports.formats import compact, okta_event
from tests.exports.scenario import CAUSES, NAMES, START, Event, Person
from tests.exports.triages import triage_files
from troubleshooter.triage.report_files import escape_markdown, people_csv, summary_markdown
from troubleshooter.triage.summary import counts

NASTY = [
    '=HYPERLINK("http://evil.example";"x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    'a "b", c',
    "line\nbreak",
    "| pipe `tick` <img> [x](y) # *b*",
    *NAMES,
]


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
            assert row[0].removeprefix("'") == person["name"]
            assert len(row) == len(rows[0])


def test_no_cell_is_run_as_a_formula(summary: dict[str, Any]) -> None:
    texts = [people_csv(cause) for cause in summary["causes"]]
    cells = [cell for text in texts for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.lstrip(" ")[:1] in tuple("=+-@\t\r")]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)


def test_markdown_holds_the_counts_and_no_markup_of_a_message(summary: dict[str, Any]) -> None:
    text = summary_markdown(summary)
    table = [line for line in text.splitlines() if line.startswith("| ")]
    assert table[2 : 2 + len(counts(summary))] == [f"| {what} | {count} |" for what, count in counts(summary)]
    for cause in summary["causes"]:
        assert any(f"| {cause['events']} | {cause['people']} | {cause['healed']} |" in line for line in table)
    assert "<img>" not in text.replace("` ", "").split("Sample")[0]


@pytest.mark.parametrize("text", [*NASTY, "<script>", "a\n# b", "\\`"])
def test_markup_in_a_name_is_shown_as_it_is(text: str) -> None:
    escaped = escape_markdown(text)
    assert "\n" not in escaped
    assert "<" not in escaped
    for mark in "|`*_#[":
        assert escaped.replace("\\" + mark, "").count(mark) == 0
