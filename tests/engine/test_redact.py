"""Any text can be masked; tests/cases/masks.yml says what of it leaves the page."""

import pytest

from troubleshooter.redact import redact

ODD = [
    "\n",
    "\ud800",
    "\0",
    "@",
    "a@b",
    "é@ü.example",
    '"',
    "\\",
    "{",
    "[",
    "&#",
    "%2",
    "\\u00",
    "-u",
    "--password ",
]
CUT = [
    '"password":',
    '"password":"a',
    "password: [",
    "<password>",
    "//a:",
    "-----BEGIN PRIVATE KEY-----",
    "password '",
]


@pytest.mark.parametrize("text", ["", "a" * 10_000, *ODD, *CUT])
def test_any_text_can_be_masked(text: str) -> None:
    for many in (text, text * 1_000):
        assert isinstance(redact(many), str)
