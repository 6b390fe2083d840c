"""Tells which words of a message say what was wrong, apart from envelope, headers, request and stack."""

from .words import QUOTES, is_key, is_quoted, without_underscores

_DETAIL_KEYS = frozenset("detail details description errordescription errormessage".split())
_METHODS = frozenset("GET POST PUT PATCH DELETE HEAD OPTIONS".split())
# In brackets behind a database's sentence stands the statement that failed, with all its values.
_STATEMENTS = frozenset("sql parameters".split())
# The one header that says what was wrong (RFC 6750, section 3).
_CHALLENGE = ["www", "authenticate"]


class Complaint:
    """Knows which words count, and where the service's own sentence stands."""

    def __init__(self, words, addresses, statuses):
        first, end, self._start = find_detail(words)
        # What a console puts before the service's sentence names people, who may be called like an error.
        self.detail = first, end
        self._words = words
        self._addresses = addresses
        self._aside = _words_aside(words)
        # A reason phrase is no sentence of the service's; as a whole it may be part of one.
        self._statuses = {index: status for status in statuses for index in range(status.start, status.end)}

    def holds(self, match):
        """Whether a Match is part of what was wrong."""
        if match.first < self._start:
            return False
        if match.first in self._addresses or match.end - 1 in self._addresses:
            return False
        status = self._statuses.get(match.first)
        if status and (status.start < match.first or match.end <= status.end):
            return False
        status = self._statuses.get(match.end - 1)
        if status and status.end > match.end:
            return False
        for index in range(match.first, match.end):
            if self._aside[index]:
                return False
        return not (is_quoted(self._words, match.first) and is_key(self._words, match.first))

    def in_detail(self, match):
        """Whether a Match is part of the service's own sentence, where that stands apart."""
        return self.detail[0] <= match.first and match.end <= self.detail[1]


def _words_aside(words):
    """Return a byte for each word: 1 for headers, requests, frames of a stack, statements of a database."""
    aside = bytearray(len(words.words))
    lower, gaps = words.lower, words.gaps
    in_head = line_aside = in_request = in_statement = False
    for index in range(len(lower)):
        gap = gaps[index]
        if "\n" in gap or "\\n" in gap or index == 0:
            if gap.count("\n") > 1 or gap.count("\\n") > 1 or "{" in gap:
                in_head = False
            challenge = lower[index : index + 2] == _CHALLENGE
            line_aside = (in_head and not challenge) or _is_frame(words, index)
            in_request = _is_request(words, index)
            in_head = in_head or (lower[index] == "http" and gaps[index + 1] == "/")
        if "]" in gap:
            in_statement = False
        if ": " in gap or "{" in gap or ">" in gap:
            # Behind the request a log says what came of it.
            in_request = False
        if gap[-1:] == "[" and lower[index] in _STATEMENTS and gaps[index + 1][:1] == ":":
            in_statement = True
        if line_aside or in_request or in_statement:
            aside[index] = 1
    return aside


def _is_frame(words, index):
    """Whether a line is a frame of a stack: `at a.b.C(D.java:1)`, `at f (a.js:1)` or `File "a.py"`."""
    word, gap = words.lower[index], words.gaps[index + 1]
    if word == "file" and gap == ' "':
        return True
    if word != "at" or index + 2 >= len(words.words) or gap != " ":
        return False
    return any(gap[:1] == "." or "(" in gap for gap in words.gaps[index + 2 : index + 5])


def _is_request(words, index):
    """Whether a line is the head of a request, such as `POST /scim/v2/Users`."""
    return (
        words.words[index] in _METHODS and words.gaps[index + 1] in (" /", " ") and _names_path(words, index)
    )


def _names_path(words, index):
    return words.gaps[index + 1] == " /" or words.lower[index + 1 : index + 2] in (["http"], ["https"])


def find_detail(words):
    """Return the first and the end word of the service's own sentence, and where what a console says ends."""
    lower = words.lower
    for index in range(len(lower) - 1):
        # In quotes, as a field of the response; a database writes DETAIL behind its own sentence.
        if (
            without_underscores(lower[index]) in _DETAIL_KEYS
            and is_quoted(words, index)
            and is_key(words, index)
        ):
            return index + 1, _end_of_value(words, index + 1), 0
    for index in range(len(lower) - 1):
        if lower[index : index + 2] == ["reported", "by"] and index + 3 < len(lower):
            # "Errors reported by remote server:" or "… by the connector:".
            return index + 4, len(lower), index + 4
    start, end = _behind_envelopes(words)
    return start, end, start


def _behind_envelopes(words):
    """Return what is left of the text behind "Error while creating user ann: …" and the like."""
    start, end = 0, len(words.words)
    began = None
    for index in range(end):
        if began is None and _is_envelope(words.lower, index):
            began = index
        if began is not None and words.gaps[index + 1].startswith(":"):
            start, began = index + 1, None
    return start, end if began is None else began


def _is_envelope(lower, index):
    """Whether a console begins to say here what it tried, and with whom: up to a colon."""
    if lower[index] == "while":
        return any(word in ("user", "if", "push") for word in lower[index + 1 : index + 4])
    if lower[index] == "automatic":
        return "user" in lower[index + 1 : index + 5]
    return lower[index] == "unable" and "push" in lower[index + 1 : index + 5]


def _end_of_value(words, start):
    opening = words.gaps[start].rstrip(" \t\r\n")[-1:]
    if opening not in QUOTES or "{" in words.gaps[start] or "[" in words.gaps[start]:
        # No string, or a list or an object of its own.
        return len(words.words)
    for index in range(start, len(words.words)):
        gap = words.gaps[index + 1]
        closing = gap.find(opening)
        if closing >= 0:
            rest = gap[closing + 1 :].lstrip(" \t\r\n\\")
            if not rest and index + 1 == len(words.words):
                return index + 1
            if rest[:1] in (",", "}", "]"):
                return index + 1
    return len(words.words)
