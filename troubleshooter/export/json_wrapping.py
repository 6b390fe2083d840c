"""Knows the objects that services put around records, and what stands between values of JSON."""

from ..letters import BLANKS
from .json_ends import Nesting
from .records import load_json

# Under these names the records stand in an answer of a service …
ARRAYS = frozenset("value records data tables rows events items results activities entries logs".split())
# … or an object that has one of them.
OBJECTS = frozenset("_embedded data".split())
BETWEEN = BLANKS + ",\x1e"
AFTER_KEYS = BLANKS + ":"
# Behind one of these no number and no word goes on.
ENDS = ',]}{["\n'
# Enough to see whether an object holds the records or is one.
ENOUGH = 8_192


def names_of_columns(text):
    """Return the names of the columns in the head of a table."""
    try:
        columns = load_json(text)
    except ValueError:
        return []
    return [str(column.get("name")) if isinstance(column, dict) else str(column) for column in columns]


def holds_records(text, last):
    """Whether the object that begins `text` holds the records; None where more must be seen."""
    enough = last or len(text) >= ENOUGH
    rest = text[1:ENOUGH]
    while True:
        rest = rest.lstrip(BETWEEN)
        if rest[:1] != '"':
            return None if not rest and not enough else False
        cut = Nesting().cut(rest)
        rest = cut[1].lstrip(AFTER_KEYS) if cut else ""
        if cut and rest:
            key = cut[0][1:-1].lower()
            if rest[0] == "[" and key in ARRAYS:
                inside = rest[1:].lstrip(BLANKS)[:1]
                if inside in "{[]":
                    return True if inside or enough else None
            if rest[0] == "{" and key in OBJECTS:
                return True
            if rest[0] in '{["':
                cut = Nesting().cut(rest)
                rest = cut[1] if cut else ""
            else:
                rest = rest[end_of_word(rest, 0) :]
        if not rest:
            return False if enough else None


def end_of_word(text, start):
    """Return the place, not before the start, at which a number or a word ends, or the length of the text."""
    for place, letter in enumerate(text):
        if place >= start and letter in ENDS:
            return place
    return len(text)
