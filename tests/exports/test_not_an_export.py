"""What is no export gets one sentence that says what was expected and what was found."""

import io
import json
import tarfile
import zipfile
from typing import Any

import pytest

from tests.exports.formats import compact, lines, okta_event
from tests.exports.scenario import CAUSES, START, Event, Person
from tests.exports.triages import triage_files
from troubleshooter.export.encoding import sniff
from troubleshooter.message import Wordings
from troubleshooter.tree import read_tree
from troubleshooter.triage import Triage
from troubleshooter.triage.summary import counts

ZIP = io.BytesIO()
with zipfile.ZipFile(ZIP, "w") as archive:
    archive.writestr("xl/workbook.xml", "<x/>")
TAR = io.BytesIO()
with tarfile.open(fileobj=TAR, mode="w") as tar:
    tar.addfile(tarfile.TarInfo("events.csv"))


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "export the events again"),
        (ZIP.getvalue(), "zip archive (an Excel workbook is one too); unpack it"),
        (b"\x1f\x8b\x08rest", "gzip archive; unpack it"),
        (TAR.getvalue(), "tar archive; unpack it"),
        (b"\xfd7zXZ\x00rest", "xz archive; unpack it"),
        (b"Rar!\x1a\x07rest", "RAR archive; unpack it"),
        (b"%PDF-1.7 rest", "PDF; export the events"),
        (b"{\\rtf1 rest", "formatted document; save it as plain text"),
        (b"ElfFile\x00rest", "Windows event log; save it"),
        (b"\x89PNG\r\n\x1a\n", "picture; export the events"),
        (bytes(30_000), "zeros; export the events again"),
        (bytes(range(256)) * 4, "binary data; export the events"),
    ],
)
def test_bytes_that_are_no_text_are_named_with_what_to_do(content: bytes, word: str) -> None:
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


ELSEWHERE = {
    "assignments of Okta": (
        "fullName,assigneeOktaUsername,assigneeAppUsername,assigneeOktaId\nAna,a@example.com,a,1\n",
        "System Log",
        1,
    ),
    "users of Okta": (
        "user.login,user.email,user.status\na@example.com,a@example.com,LOCKED_OUT\n",
        "System Log",
        1,
    ),
    "users of SCIM": (
        compact({"totalResults": 2, "Resources": [{"userName": "a", "active": True, "meta": {}}] * 2}),
        "list of users",
        2,
    ),
    "users of Entra ID": (
        compact({"value": [{"userPrincipalName": "a@example.com", "accountEnabled": False}]}),
        "list of users",
        1,
    ),
    "sign-ins of Entra ID": (
        "Date (UTC),User,Username,Status,Sign-in error code,Failure reason\n"
        "2026-03-02,Ana,a@example.com,Failure,50126,Invalid username or password\n",
        "provisioning logs",
        1,
    ),
    "sign-ins of Entra ID, JSON": (
        compact(
            [
                {
                    "createdDateTime": "2026-03-02T08:00:00Z",
                    "userPrincipalName": "a@example.com",
                    "clientAppUsed": "Browser",
                    "status": {"errorCode": 50126, "failureReason": "Invalid username or password"},
                }
            ]
        ),
        "sign-in logs",
        1,
    ),
    "sign-ins of Okta": (
        lines(
            [
                {"eventType": "user.session.start", "outcome": {"result": "FAILURE"}, "displayMessage": "x"},
                {"eventType": "app.oauth2.token.grant", "outcome": {"result": "FAILURE"}, "published": "x"},
            ]
        ),
        "events of provisioning",
        2,
    ),
    "RADIUS at JumpCloud": (
        compact([{"event_type": "radius_auth_attempt", "success": False, "error_message": "bad password"}]),
        "_provision",
        1,
    ),
    "sign-ins at Keycloak": (
        '2026-03-02 08:00:00 WARN [org.keycloak.events] (x) type="LOGIN_ERROR", error="user_not_found"\n' * 2,
        "SCIM extension",
        2,
    ),
    "events of Keycloak": (
        compact([{"type": "LOGIN_ERROR", "realmId": "a", "clientId": "b", "error": "invalid_token"}]),
        "sign-in events",
        1,
    ),
    "sign-ins at PingFederate": (
        "2026-03-02 08:00:00,101| tid:a| SSO| kim| 203.0.113.1 | | sp| SAML20| pf| IdP| failure| | | 12\n",
        "PingFederate sign-ins",
        1,
    ),
    "sign-ins at PingOne": (
        compact(
            [{"action": {"type": "PASSWORD.CHECK_FAILED"}, "result": {"status": "FAILED"}, "resources": []}]
        ),
        "PingOne",
        1,
    ),
    "sign-ins at OneLogin": (
        lines(
            [{"event_type_id": 6, "error_description": "Invalid"}, {"event_type_id": 11, "notes": "Failed"}]
        ),
        "OneLogin",
        2,
    ),
    "types of events": (
        "Event Type,Description,Since\nuser.session.start,Fired when a sign-in failed,2015\n",
        "list of event types",
        1,
    ),
    "state of a job": (
        json.dumps(
            {"id": "scim", "templateId": "scim", "schedule": {}, "status": {"code": "Quarantine"}}, indent=1
        ),
        "state of a provisioning job",
        1,
    ),
    "web requests": (
        '203.0.113.9 - - [02/Mar/2026:08:00:03 +0000] "POST /login HTTP/1.1" 401 10 "-" "Mozilla/5.0"\n' * 3,
        "web server",
        3,
    ),
}


@pytest.mark.parametrize("name", ELSEWHERE)
@pytest.mark.parametrize("size", [0, 3])
def test_what_is_no_provisioning_is_counted_and_what_to_export_is_said(
    name: str, size: int, data: dict[str, Any]
) -> None:
    text, word, rows = ELSEWHERE[name]
    summary = triage_files(data, [text], size).summary()
    file = summary["files"][0]
    assert file["complaint"] is None
    assert word in file["notice"]
    assert "Export" in file["notice"] or "Take" in file["notice"]
    assert (summary["rows"], summary["other"], summary["failed"], summary["causes"]) == (rows, rows, 0, [])


def test_rows_of_something_else_beside_provisioning_are_counted(data: dict[str, Any]) -> None:
    event = Event("id-1", "failed", Person("p", "ana@example.com", "Ana"), CAUSES[0], START)
    sign_in = {**okta_event(event), "uuid": "id-2", "eventType": "user.session.start"}
    summary = triage_files(data, [compact([sign_in, okta_event(event)])]).summary()
    assert (summary["failed"], summary["other"], summary["files"][0]["notice"]) == (1, 1, None)
    assert ("no provisioning", 1) in counts(summary)


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
