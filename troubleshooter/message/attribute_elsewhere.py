"""Reads the attribute that no sentence names: in a field of the record, or as the name of a group."""

from .attribute_names import known_name
from .words import is_key, is_quoted

_FIELDS = frozenset("field attribute property target param".split())
_GROUPS = frozenset("group groups team teams groupscontroller".split())
_USERS = frozenset("user users member members person people account".split())
_SAID_OF_NAMES = frozenset("is was has must should may cannot too exceeds".split())
_FIELD = "field of the message"
_NAME = "name of a group"


def find_elsewhere(words):
    """Return [(attribute, first word, end word, why)], or [] where nothing names one."""
    for index in range(len(words.lower) - 1):
        if words.lower[index] in _FIELDS and is_quoted(words, index) and is_key(words, index):
            name = known_name(words.lower[index + 1])
            if name:
                return [(name, index + 1, index + 2, _FIELD)]
    of_groups = not _GROUPS.isdisjoint(words.lower) and _USERS.isdisjoint(words.lower)
    if of_groups:
        for index in range(len(words.lower) - 1):
            if words.lower[index] == "name" and words.lower[index + 1] in _SAID_OF_NAMES:
                return [("displayName", index, index + 1, _NAME)]
    return []
