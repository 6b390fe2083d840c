"""Reads the attributes that are spelled as paths: URNs, and the names of columns and constraints."""

from ..letters import DIGITS
from .attribute_names import KNOWN, known_name
from .words import is_of_record, is_quoted, without_underscores

COLUMN = "column or constraint"
_IN_COLUMNS = (
    ("externalid", "externalId"),
    ("username", "userName"),
    ("displayname", "displayName"),
    ("groupname", "displayName"),
    ("email", "emails"),
    ("userslogin", "userName"),
    ("userlogin", "userName"),
    ("mobilephone", "phoneNumbers"),
    ("phonenumber", "phoneNumbers"),
)
_INDEXES = frozenset("constraint index key".split())
_OF_REQUESTS = frozenset("value type display primary".split())
WHY = "attribute path"
# What validators call the whole that a path begins with, and how they go on from it.
_ROOTS = frozenset("body data input payload instance".split())
_BELOW = (".", "/", " -> ", "->", " → ", "['", '["', ", ", "', '", '", "', '","')
_BEFORE_NUMBERS = (".", "/", "[", ", ", " -> ", "->", "', ", '", ', '",')


def find_paths(words, start, end):
    """Return (attribute or None, first word, end word, why) of each path from start to end.

    None is said of words that name no attribute but a schema, or a field of a log.
    """
    found = []
    index = start
    while index < end:
        path = None
        if words.lower[index] == "urn" and words.gaps[index + 1] == ":":
            path = _urn_at(words, index, end)
        elif _is_in_place(words, index):
            path = known_name(words.lower[index]), index, index + 1, WHY
        elif "_" in words.lower[index] or (
            index and words.lower[index - 1] in _INDEXES and is_quoted(words, index)
        ):
            path = _column_at(words, index)
        index += 1
        if path:
            found.append(path)
            index = path[2]
    return found


def _is_in_place(words, index):
    """Whether a validator points here: `[body.active]`, `/emails/0/value`, `: photos, 0, value`."""
    name = known_name(words.lower[index])
    if not name or name in ("id", "schemas"):
        return False
    before, after = words.gaps[index], words.gaps[index + 1]
    following = words.lower[index + 1] if index + 1 < len(words.lower) else ""
    if following and following[0] in DIGITS and len(following) < 4 and after in _BEFORE_NUMBERS:
        return True
    previous = words.lower[index - 1] if index else ""
    return previous in _ROOTS and before in _BELOW


def _column_at(words, index):
    joined = without_underscores(words.lower[index])
    if joined in KNOWN:
        return None
    for text, name in _IN_COLUMNS:
        if text in joined:
            return None if is_of_record(words, index) else name, index, index + 1, COLUMN
    return None


def _urn_at(words, index, end):
    last = index
    kind = None
    while last + 1 < end and words.gaps[last + 1] in (":", "."):
        last += 1
        if "A" <= words.words[last][0] <= "Z" and words.gaps[last] == ":":
            kind = last
    first = last if kind is None else kind + 1
    if first > last or words.lower[first] in _OF_REQUESTS:
        return None, index, last + 1, WHY
    name = KNOWN.get(without_underscores(words.lower[first]))
    if name is None:
        of_schema = index and words.lower[index - 1] in ("schema", "schemas")
        if of_schema or not "a" <= words.lower[last][0] <= "z":
            return None, index, last + 1, WHY
        text = "".join([words.gaps[place] + words.words[place] for place in range(index, last + 1)])
        name = text[len(words.gaps[index]) :]
    return name, index, last + 1, WHY
