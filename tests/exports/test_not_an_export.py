"""What is no export gets one sentence that says what was expected and what was found."""

import io
import zipfile
from typing import Any

import pytest

from tests.exports.formats import compact, okta_event
from tests.exports.scenario import CAUSES, START, Event, Person
from tests.exports.triages import triage_files
from troubleshooter.export.encoding import sniff
from troubleshooter.message import Wordings
from troubleshooter.tree import read_tree
from troubleshooter.triage import Triage

ZIP = io.BytesIO()
with zipfile.ZipFile(ZIP, "w") as archive:
    archive.writestr("xl/workbook.xml", "<x/>")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (ZIP.getvalue(), "zip archive"),
        (b"\x1f\x8b\x08rest", "gzip"),
        (b"%PDF-1.7 rest", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (bytes(30_000), "zeros"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_bytes_that_are_no_text_are_named(content: bytes, word: str) -> None:
    encoding, complaint = sniff(content)
    assert encoding is None
    assert word in complaint
    assert "Expected an export" in complaint


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("é".encode() * 100, "utf-8"),
        (("x" + "é" * 100).encode()[:-1], "utf-8"),
        ("é".encode("windows-1252") * 100 + b"a", "windows-1252"),
        ("id,é".encode("utf-16"), "utf-16le"),
        ("id,status,reason".encode("utf-16-be"), "utf-16be"),
        (b"\xef\xbb\xbfid", "utf-8"),
    ],
)
def test_encoding_is_told_from_the_first_bytes(content: bytes, encoding: str) -> None:
    assert sniff(content) == (encoding, None)


OTHERS = {
    "nothing": ("", "empty"),
    "blanks": (" \n\t\n", "empty"),
    "HTML": ("<!doctype html><p>409 Conflict", "HTML"),
    "other JSON": ('{"name": "harbour", "version": 1, "lines": []}', "fields lines, name, version"),
    "list of numbers in JSON": ('[{"a": 1}, {"a": 2}]', "fields a"),
    "prose": ("The sea was calm that day.\nNobody was late.\nWe went home.\n", "text"),
    "other table": ("berth,ship,cargo\n1,Ana,salt\n2,Ben,rope\n", "berth, ship, cargo"),
    "assignments of Okta": (
        "fullName,assigneeOktaUsername,assigneeAppUsername,assigneeOktaId\nAna,a@example.com,a,1\n",
        "System Log",
    ),
}


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("size", [0, 3])
def test_text_that_is_no_export_is_named_and_counts_for_nothing(
    name: str, size: int, data: dict[str, Any]
) -> None:
    text, word = OTHERS[name]
    summary = triage_files(data, [text], size).summary()
    complaint = summary["files"][0]["complaint"]
    assert word in complaint
    assert "xpected" in complaint
    assert complaint.count("\n") == 0
    assert (summary["rows"], summary["read"], summary["other"], summary["causes"]) == (0, 0, 0, [])


def test_file_after_a_wrong_one_is_read(data: dict[str, Any]) -> None:
    event = Event("id-1", "failed", Person("p", "ana@example.com", "Ana"), CAUSES[0], START)
    files = [OTHERS["prose"][0], compact([okta_event(event)])]
    summary = triage_files(data, files).summary()
    assert (summary["rows"], summary["failed"]) == (1, 1)
    assert [file["complaint"] is None for file in summary["files"]] == [False, True]


def test_progress_can_be_read_while_feeding(data: dict[str, Any]) -> None:
    triage = Triage(read_tree(data), data["answers"], Wordings(data["wordings"]))
    event = Event("id-1", "failed", Person("p", "ana@example.com", "Ana"), CAUSES[0], START)
    triage.open("export")
    seen = []
    for _ in range(30):
        triage.feed(compact([okta_event(event)]) + "\n")
        seen.append(triage.rows)
    assert seen == sorted(seen)
    assert 0 < seen[-1] <= 30
