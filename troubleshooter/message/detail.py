"""Finds where in a message the service's own sentence stands."""

from .words import QUOTES, is_key, is_quoted, squeeze

_DETAIL_KEYS = frozenset("detail details description errordescription errormessage".split())


def find_detail(words):
    """Return (first word, end word) of the service's own sentence, without what a console puts before it."""
    lower = words.lower
    for index in range(len(lower) - 1):
        # In quotes, as a field of the response; a database writes DETAIL behind its own sentence.
        if squeeze(lower[index]) in _DETAIL_KEYS and is_quoted(words, index) and is_key(words, index):
            return index + 1, _end_of_value(words, index + 1)
    for index in range(len(lower) - 1):
        if lower[index : index + 2] in (["remote", "server"], ["the", "connector"]):
            return index + 2, len(lower)
    return _behind_envelopes(words)


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
