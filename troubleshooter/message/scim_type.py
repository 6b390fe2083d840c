"""Reads the scimType that a message states: behind its name, or as the keyword itself."""

from ..letters import DIGITS
from ..vocabulary import SCIM_TYPE, SYNONYMS
from .words import QUOTES, is_key, is_quoted, without_underscores

_KEYWORDS = {name.lower(): name for name in SCIM_TYPE if name != "unknown"}
_KEYWORDS.update(SYNONYMS["scimType"])
# These are words of the language as well.
_PLAIN = frozenset("uniqueness mutability immutability sensitive".split())


def find_scim_type(words):
    """Return (keyword, first word, end word, why) of the first scimType, or None."""
    for index, word in enumerate(words.lower):
        # Whatever stands between: a colon, the edge of a table's cell, a tag.
        if index and word in _KEYWORDS and without_underscores(words.lower[index - 1]) == "scimtype":
            return _KEYWORDS[word], index, index + 1, "behind scimType"
    for index, word in enumerate(words.lower):
        if word in _KEYWORDS and _stands_for_itself(words, index, word):
            return _KEYWORDS[word], index, index + 1, "keyword of the standard"
    return None


def _stands_for_itself(words, index, word):
    if word not in _PLAIN:
        # Two words written as one are no words of the language.
        return is_quoted(words, index) or words.words[index][1:] != words.lower[index][1:]
    before, after = words.gaps[index], words.gaps[index + 1]
    if is_quoted(words, index):
        # As a key it is a property of an attribute, in a schema.
        return not is_key(words, index)
    if after[:2] == ": " and (before == "" or before[-1:] in QUOTES or before[-2:] == ": "):
        return True
    beside = words.lower[index - 1] if index else ""
    return len(beside) == 3 and beside[0] == "4" and not any(letter not in DIGITS for letter in beside)
