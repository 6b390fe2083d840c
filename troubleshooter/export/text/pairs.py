"""Reads the pairs of a line such as `level=error msg="no seat" status=403`."""

from ...letters import DIGITS, LETTERS

_OF_KEYS = frozenset(LETTERS + DIGITS + "_.-@")
_BEFORE_KEYS = frozenset(" \t,\n")
# Fewer may stand in any sentence.
_LEAST = 3
# Only a time stands before them.
_LATEST = 40
_LONGEST = 20_000


def read_pairs(text):
    """Return the pairs of a text as a dict, or an empty one where there are fewer than three."""
    text = text[:_LONGEST]
    found = []
    place = 0
    while True:
        equals = text.find("=", place)
        if equals < 0:
            break
        start = equals
        while start > place and text[start - 1] in _OF_KEYS:
            start -= 1
        if start == equals or (start > 0 and text[start - 1] not in _BEFORE_KEYS):
            place = equals + 1
            continue
        end = _end_of_quotes(text, equals + 1)
        found.append((start, equals, end))
        place = end or equals + 1
    if len(found) < _LEAST or found[0][0] > _LATEST:
        return {}
    fields: dict[str, str] = {}
    for number, pair in enumerate(found):
        start, equals, end = pair
        if end:
            value = text[equals + 2 : end - 1].replace('\\"', '"').replace("\\\\", "\\")
        else:
            limit = found[number + 1][0] if number + 1 < len(found) else len(text)
            value = text[equals + 1 : limit].strip(" \t,\n")
        fields.setdefault(text[start:equals], value)
    return fields


def _end_of_quotes(text, start):
    """Return the place behind the quotation mark that closes the one at `start`, or 0."""
    if text[start : start + 1] != '"':
        return 0
    place = start + 1
    while True:
        place = text.find('"', place)
        if place < 0:
            return 0
        marks = place
        while text[marks - 1] == "\\":
            marks -= 1
        if (place - marks) % 2 == 0:
            return place + 1
        place += 1
