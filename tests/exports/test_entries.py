"""An entry of text is one record, however many lines it goes on over, whatever the slices."""

import json
from typing import Any

import pytest

from tests.exports.formats import compact, graph_event, okta_event
from tests.exports.scenario import CAUSES, START, Event, Person
from tests.exports.triages import summary_text, triage_files
from troubleshooter.export.text.entries import Entries
from troubleshooter.export.text.pairs import read_pairs
from troubleshooter.export.text.requests import is_scim, outcome_of_request

TAKEN = Event("event-1", "failed", Person("id-ana", "ana@example.com", "Ana"), CAUSES[0], START)
BODY = json.dumps(
    {"status": "409", "scimType": "uniqueness", "detail": "Email a@example.com already in use."}, indent=2
)
PAGE = (
    "<!doctype html>\n<html>\n<head>\n<style>\nbody { color: red }\n</style>\n</head>\n\n"
    "<body>\nSign in\n</body>\n</html>"
)
# Each text, and in how many entries it is.
ENTRIES = {
    "times": ("2026-03-02 08:00 one\n2026-03-02 08:01 two\n", 2),
    "times of many kinds": (
        "[2026-03-02T08:00:00Z] a\n02/03/2026 08:00 b\nMar  2 08:00:00 c\nMon, 02 Mar 2026 d\n08:00:01 e\n"
        "1772438400 f\n",
        6,
    ),
    "levels": ("ERROR one\nWARN: two\n[info] three\nError: four\n", 4),
    "messages a line": ("ana has a conflict\nben has a conflict\n", 2),
    "wrapped sentence": (
        "Automatic provisioning of user Ana to app Harbour failed: Error while creating\nuser ana: "
        "Conflict. Errors reported\nby remote server: Email in use.\n"
        "Automatic provisioning of user Ben to app x\n",
        2,
    ),
    "sentence in its parts": (
        "Automatic provisioning of user Ana to app Harbour failed\nError while creating user ana: Conflict.\n"
        "Errors reported by remote server: Email in use.\n",
        1,
    ),
    "body behind a blank line": (
        f"Failed to create User 'a' in x; Error: StatusCode: Conflict\n\nWeb Response:\n{BODY}\n",
        1,
    ),
    "body behind a line": (f"could not write ana\n{BODY}\ncould not write ben\n{BODY}\n", 2),
    "page of HTML": (f"2026-03-02 08:00 got: {PAGE}\n2026-03-02 08:01 next\n", 2),
    "page of HTML without times": (f"ERROR got: {PAGE}\nERROR next\n", 2),
    "stack trace": (
        "ERROR one\n\tat a.B.c(D.java:1)\nCaused by: x\n\t... 3 more\nERROR two\n"
        'Traceback (most recent call last):\n  File "a.py", line 1\n',
        2,
    ),
    "name of an exception below a time": (
        "2026-03-02 08:00 failed\nError: Request failed\n    at f (a.js:1)\n",
        1,
    ),
    "message of a database": (
        "duplicate key value\nDETAIL:  Key (a)=(b) already exists.\nduplicate key value\n",
        2,
    ),
    "answers with heads": (
        f"HTTP/1.1 409 Conflict\nA: b\n\n{BODY}\n\nHTTP/1.1 201 Created\nA: b\n\n" + "{}\n",
        2,
    ),
    "traced calls": (
        f"> POST /scim/v2/Users HTTP/1.1\n> Host: x\n>\n< HTTP/1.1 409 Conflict\n<\n{BODY}\n"
        "> GET /scim/v2/Users HTTP/1.1\n>\n< HTTP/1.1 200 OK\n",
        2,
    ),
    "JSON a line between text": (
        'begun\n{"level": "error", "msg": "x"}\nwaiting\n{"level": "info", "msg": "y"}\n',
        4,
    ),
    "JSON below a time": (
        '2026-03-02 08:00 got\n{"detail": "x"}\n2026-03-02 08:01 got\n{"level":"info","msg":"x"}\n',
        3,
    ),
    "JSON over lines": ('{\n "a": 1,\n "b": [\n  2\n ]\n}\n{\n "a": 2\n}\n', 2),
    "JSON cut off between lines": ('{"a": {"b": 1\n{"a": 2}\n', 2),
    "part of an object": ('"status": "409",\n  "scimType": "uniqueness",\n"detail": "x"\n', 1),
    "heading in brackets": ("warning from the gateway\n[Detail]\n" + BODY + "\n", 1),
    "indented lines": ("fail: Sync[0]\n      Could not create\n      at x\ninfo: Sync[0]\n      Done\n", 2),
}


def entries_of(text: str, size: int) -> list[str]:
    entries = Entries()
    found = []
    for start in range(0, len(text), size):
        found += entries.feed(text[start : start + size])
    return [record.value for record in [*found, *entries.close()]]


@pytest.mark.parametrize("name", ENTRIES)
def test_entry_goes_on_over_the_lines_that_belong_to_it(name: str) -> None:
    text, count = ENTRIES[name]
    whole = entries_of(text, len(text))
    assert len(whole) == count, whole
    for size in (1, 7):
        assert entries_of(text, size) == whole
    assert "\n".join(whole).replace("\n", "") == text.replace("\n", "")


def test_entry_without_end_is_cut(data: dict[str, Any]) -> None:
    text = "2026-03-02 08:00 ERROR 409 Conflict uniqueness\n" + "  more of it\n" * 100_000
    assert [len(entry) < 110_000 for entry in entries_of(text, 4_096)] == [True]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/scim/v2/harbour/Users?filter=a", True),
        ("https://harbour.example/Users/7", True),
        ("/api/scim2/Groups", True),
        ("/Me", True),
        ("/docs/scim/", False),
        ("https://scim.harbour.example/login", False),
        ("/api/users", False),
        ("/", False),
    ],
)
def test_call_of_scim_is_told_by_its_path(path: str, told: bool) -> None:
    assert is_scim(path) is told


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ('x - - [02/Mar/2026] "POST /scim/v2/Users HTTP/1.1" 409 10 "-"', "failed"),
        ('x - - [02/Mar/2026] "POST /scim/v2/Users HTTP/1.1" 201 10 "-"', "succeeded"),
        ('x - - [02/Mar/2026] "GET /login HTTP/1.1" 401 10 "-"', "other"),
        ("POST https://harbour.example/scim/v2/Users\nHTTP/1.1 308 Permanent Redirect", "failed"),
        ("ERROR GET https://harbour.example/teapots: 404", "other"),
        ("HTTP/1.1 204 No Content", "succeeded"),
        ("the ferry left", None),
    ],
)
def test_outcome_of_a_request_is_that_of_its_answer(text: str, outcome: str | None) -> None:
    assert outcome_of_request(text) == outcome


def test_pairs_are_read_with_quotes_and_without() -> None:
    line = r'time=08:00 level=error msg="no \"seat\" left" cause=all taken, url=/a?b=c status=403'
    assert read_pairs(line) == {
        "time": "08:00",
        "level": "error",
        "msg": 'no "seat" left',
        "cause": "all taken",
        "url": "/a?b=c",
        "status": "403",
    }
    assert read_pairs("a=1 b=2") == {}
    assert read_pairs("A long sentence that names things stands before a=1 b=2 c=3") == {}


OPENED = {
    "head before events": "HTTP/1.1 200 OK\nA: b\n\n" + json.dumps({"value": [graph_event(TAKEN)]}, indent=1),
    "event below a line": "2026-03-02 08:00 got\n" + json.dumps(graph_event(TAKEN), indent=1),
    "texts in texts": compact({"message": compact({"event": compact(okta_event(TAKEN))})}),
    "answer of an API": compact({"data": {"items": [okta_event(TAKEN)]}}),
    "calls that a browser kept": compact(
        {
            "log": {
                "entries": [
                    {
                        "request": {"method": "POST", "url": "https://harbour.example/scim/v2/Users"},
                        "response": {"status": 409, "content": {"text": BODY}},
                    }
                ]
            }
        }
    ),
    "object of no known kind": json.dumps({"status": "409", "response": json.loads(BODY)}, indent=1),
    "answer that was not copied whole": BODY[:-2],
    "web server of Windows": (
        "#Software: x\n#Fields: date time cs-method cs-uri-stem c-ip sc-status\n"
        "2026-03-02 08:00:01 POST /scim/v2/Users 203.0.113.1 401\n"
    ),
    "table in Markdown": "| user | error |\n| --- | --- |\n| ana | Email x already in use |\n",
}


@pytest.mark.parametrize("name", OPENED)
def test_event_inside_something_else_is_found(name: str, data: dict[str, Any]) -> None:
    summary = triage_files(data, [OPENED[name]]).summary()
    answer = "token-refused" if name == "web server of Windows" else "email-in-use"
    assert [(cause["answer"], cause["events"]) for cause in summary["causes"]] == [(answer, 1)]
    assert (summary["failed"], summary["other"]) == (1, 0)
    for size in (1, 9):
        assert summary_text(triage_files(data, [OPENED[name]], size)) == summary_text(
            triage_files(data, [OPENED[name]])
        )


@pytest.mark.parametrize(
    ("text", "failed", "other"),
    [
        (
            "2026-03-02 08:00 INFO users: 0 failed, 3 created\n2026-03-02 08:01 ERROR user a failed\n",
            1,
            1,
        ),
        (
            "Mar  2 08:00:00 host sshd[9]: Failed password for root\nMar  2 08:00:01 host x: 409 Conflict\n",
            1,
            1,
        ),
        ("ERROR GET https://harbour.example/teapots: 404\nERROR POST /scim/v2/Users: 409 Conflict\n", 1, 1),
        (
            "apiVersion: v1\nError from server (NotFound): pods not found\nERROR 409 Conflict userName\n",
            1,
            2,
        ),
        (
            "Time,Event info,User,Outcome,Reason\nx,User login,ana,FAILURE,INVALID_CREDENTIALS\n"
            "x,Push new user,ben,FAILURE,409 Conflict\n",
            1,
            1,
        ),
        (
            '{"RequestMethod": "GET", "RequestPath": "/scim/v2/Users", "response_code": 401}\n'
            '{"RequestMethod": "GET", "RequestPath": "/metrics", "response_code": 500}\n',
            1,
            1,
        ),
        (
            '{"operationName": "Microsoft.Gateway/Logs", "category": "GatewayLogs", "resultType": "Failed", '
            '"properties": {"method": "PUT", "url": "https://x/scim/v2/Users/1", "responseCode": 403}}\n',
            1,
            0,
        ),
        (" user | status | error\n------+--------+-------\n ana | failed | 409 Conflict\n", 1, 0),
    ],
)
def test_what_is_no_failure_of_provisioning_is_counted_apart(
    text: str, failed: int, other: int, data: dict[str, Any]
) -> None:
    summary = triage_files(data, [text]).summary()
    assert (summary["failed"], summary["other"]) == (failed, other)
