"""Files as they really are: any encoding, delimiter and order of columns, and damage that is named."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from tests.exports.decoding import decode
from tests.exports.formats import (
    Rows,
    compact,
    entra_rows,
    graph_event,
    lines,
    log_analytics_rows,
    okta_event,
    okta_rows,
    table,
)
from tests.exports.scenario import invent, truth_of
from tests.exports.test_formats import counted
from tests.exports.triages import summary_text, triage_files
from troubleshooter.triage.summary import for_programs

EVENTS = invent(seed=11, count=60, people=12)
OKTA = truth_of(EVENTS, True)
ENTRA = truth_of(EVENTS, True)
ROWS = {"Okta": (okta_rows, OKTA), "Entra": (entra_rows, ENTRA), "Log Analytics": (log_analytics_rows, ENTRA)}


def shuffled(rows: Rows) -> Rows:
    order = list(range(len(rows[0])))
    Random(1).shuffle(order)
    return [[row[index] for index in order] for row in rows]


def with_unknown_columns(rows: Rows) -> Rows:
    return [
        ["Sea state", *row, "Étage"] if number == 0 else ["4, calm", *row, "409"]
        for number, row in enumerate(rows)
    ]


def without_trailing_blanks(rows: Rows) -> Rows:
    kept = []
    for row in rows:
        row = list(row)
        while not row[-1]:
            row.pop()
        kept.append(row)
    return kept


WAYS: dict[str, Callable[[Rows], bytes]] = {
    "byte-order mark": lambda rows: b"\xef\xbb\xbf" + table(rows).encode(),
    "UTF-16 with tabs": lambda rows: table(rows, "\t", "\r\n").encode("utf-16"),
    "UTF-16 without a mark": lambda rows: table(rows).encode("utf-16-le"),
    "big-endian UTF-16": lambda rows: b"\xfe\xff" + table(rows).encode("utf-16-be"),
    "Windows-1252": lambda rows: table(rows).encode("windows-1252", "replace"),
    "CRLF": lambda rows: table(rows, ",", "\r\n").encode(),
    "carriage returns": lambda rows: table(rows).replace("\r", "").replace("\n", "\r").encode(),
    "semicolons": lambda rows: table(rows, ";").encode(),
    "sep line": lambda rows: b"sep=;\r\n" + table(rows, ";", "\r\n").encode(),
    "titles above the header": lambda rows: b"Harbour,,\nExported on 2 March\n\n" + table(rows).encode(),
    "blank rows at the end": lambda rows: table([*rows, *[[""] * len(rows[0])] * 3]).encode() + b"\n\n",
    "columns in another order": lambda rows: table(shuffled(rows)).encode(),
    "unknown columns": lambda rows: table(with_unknown_columns(rows)).encode(),
    "no trailing blanks": lambda rows: table(without_trailing_blanks(rows)).encode(),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", ROWS)
def test_table_is_read_exactly(kind: str, way: str, data: dict[str, Any]) -> None:
    make, truth = ROWS[kind]
    content = WAYS[way](make(EVENTS))
    text = decode(content)
    summary = triage_files(data, [text], 64).summary()
    assert counted(summary) == truth
    assert (summary["rows"], summary["read"], summary["set_aside"]) == (len(EVENTS), len(EVENTS), [])
    assert summary_text(triage_files(data, [text])) == summary_text(triage_files(data, [text], 5))


@pytest.mark.parametrize("column", ["severity", "uuid", "display_message", "timestamp", "target3.id"])
def test_missing_column_costs_only_what_it_held(column: str, data: dict[str, Any]) -> None:
    rows = okta_rows(EVENTS)
    index = rows[0].index(column)
    summary = triage_files(data, [table([row[:index] + row[index + 1 :] for row in rows])]).summary()
    if column == "uuid":
        assert summary["duplicates"] == 0
        assert summary["failed"] >= OKTA.failed
    else:
        assert (summary["failed"], summary["people"]) == (OKTA.failed, OKTA.people)
    if column == "timestamp":
        assert all(cause["first"] is None and cause["healed"] == 0 for cause in summary["causes"])


WHOLE = [okta_event(event) for event in EVENTS]
CUT = {
    "CSV within a row": (table(okta_rows(EVENTS))[:-60], "it is cut off"),
    "CSV within quotes": (
        table(okta_rows(EVENTS))
        + 'ERROR,application.provision.user.push,Push,u9,0,2026,FAILURE,"Error\nwhile',
        "it is cut off",
    ),
    "JSON array": (compact(WHOLE)[:-200], "it is cut off"),
    "wrapped JSON": (json.dumps({"value": WHOLE}, indent=1)[:-300], "it is cut off"),
    "JSON lines": (lines(WHOLE)[:-200], "it is not valid JSON, or cut off"),
}


@pytest.mark.parametrize("name", CUT)
@pytest.mark.parametrize("size", [0, 13])
def test_row_that_is_cut_off_is_set_aside_and_the_others_are_kept(
    name: str, size: int, data: dict[str, Any]
) -> None:
    text, reason = CUT[name]
    summary = triage_files(data, [text], size).summary()
    rows = len(EVENTS) + (name == "CSV within quotes")
    assert [(entry["row"], entry["reason"]) for entry in summary["set_aside"]] == [(rows, reason)]
    assert summary["rows"] == rows == summary["read"] + 1


def test_broken_row_is_named_and_the_rows_around_it_are_read(data: dict[str, Any]) -> None:
    rows = okta_rows(EVENTS)
    texts = [table([row]) for row in rows]
    texts.insert(3, "a,b," + "c," * len(rows[0]) + "d\n")
    texts.insert(9, '"stray' + "," * (len(rows[0]) - 1) + "\n")
    summary = triage_files(data, ["".join(texts)]).summary()
    assert [entry["row"] for entry in summary["set_aside"][:2]] == [3, 9]
    assert counted(summary).failed == OKTA.failed


def test_lines_that_a_stray_quotation_mark_swallows_are_all_counted(data: dict[str, Any]) -> None:
    rows = okta_rows(EVENTS)
    texts = [table([row]) for row in rows]
    cut = len(rows[0]) - 1
    texts[5:5] = [
        '"stray' + "," * cut + "\n",
        "x" + "," * cut + "\n",
        "no row\nat all\n",
        "y" + "," * cut + "\n",
    ]
    summary = triage_files(data, ["".join(texts)]).summary()
    assert summary["rows"] == summary["read"] + len(summary["set_aside"])
    assert summary["rows"] == len(EVENTS) + 4
    assert counted(summary).failed == OKTA.failed


def test_mark_before_json_is_no_text(data: dict[str, Any]) -> None:
    for text in (compact(WHOLE), lines(WHOLE)):
        assert counted(triage_files(data, ["\ufeff" + text]).summary()) == OKTA


def test_broken_json_among_good_is_set_aside(data: dict[str, Any]) -> None:
    texts = [compact(entry) for entry in WHOLE]
    texts.insert(4, '{"uuid": "x", oops}')
    texts.insert(8, "17")
    texts.insert(12, '{"harbour": "calm"}')
    text = "[" + ",\n".join(texts) + "]"
    for size in (0, 11):
        summary = triage_files(data, [text], size).summary()
        assert [entry["row"] for entry in summary["set_aside"]] == [5, 9, 13]
        assert counted(summary) == OKTA


def test_brackets_and_quotes_in_texts_do_not_end_a_record(data: dict[str, Any]) -> None:
    events = [graph_event(event) for event in EVENTS]
    for number, event in enumerate(events):
        event["jobId"] = ["}", "{", '\\"}', "]}{[", '"', "\\", "\\\\}", '{"status": "404"'][number % 8]
    for text in (compact(events), json.dumps(events, indent=1), lines(events)):
        for size in (0, 9):
            assert counted(triage_files(data, [text], size).summary()) == ENTRA


def test_letter_in_two_halves_is_one_letter(data: dict[str, Any]) -> None:
    text = json.dumps([okta_event(event) for event in EVENTS])
    assert "\\ud83d" in text
    whole = json.dumps([okta_event(event) for event in EVENTS], ensure_ascii=False)
    assert summary_text(triage_files(data, [text])) == summary_text(triage_files(data, [whole]))


ENORMOUS = {
    "zeros": "\0" * 3_000_000,
    "a line without end": "0" * 3_000_000,
    "a JSON text without end": compact(WHOLE)[:-1] + ',{"uuid":"' + "x" * 3_000_000,
    "JSON nested without end": compact(WHOLE)[:-1] + ',{"uuid":' + "[" * 3_000_000,
    "a cell without end": table(okta_rows(EVENTS)) + '"' + "x,\n" * 100_000,
}


@pytest.mark.parametrize("name", ENORMOUS)
def test_record_without_end_is_set_aside_once(name: str, data: dict[str, Any]) -> None:
    summary = triage_files(data, [ENORMOUS[name]], 65_536, least=2_048).summary()
    assert "longer than" in summary["set_aside"][0]["reason"]
    assert summary["rows"] == summary["read"] + len(summary["set_aside"])
    if name not in ("zeros", "a line without end"):
        assert counted(summary).failed == OKTA.failed
        assert summary["set_aside"][0]["row"] == len(EVENTS) + 1


def test_record_larger_than_a_slice_is_read(data: dict[str, Any]) -> None:
    events = [okta_event(event) for event in EVENTS]
    events[3]["debugContext"] = {"debugData": "x{" * 100_000}
    assert counted(triage_files(data, [compact(events)], 4_096, least=2_048).summary()) == OKTA


def test_export_without_a_failure_is_fine(data: dict[str, Any]) -> None:
    good = [event for event in EVENTS if event.outcome == "succeeded"]
    for text in (
        table(okta_rows(good)),
        compact([okta_event(event) for event in good]),
        table(okta_rows([])),
        "[]",
    ):
        found = for_programs(triage_files(data, [text]).summary())
        assert (found["failed"], found["causes"]) == (0, [])
        assert found["format"]
