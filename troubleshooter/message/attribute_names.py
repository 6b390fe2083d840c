"""Reads the name of an attribute where a phrase expects one: a label, a name, or a path in any spelling."""

from ..letters import DIGITS
from ..vocabulary import ATTRIBUTE, SYNONYMS
from .words import QUOTES, without_underscores

KNOWN = {name.lower(): name for name in ATTRIBUTE if name not in ("other", "unknown")}
# Two words for one attribute.
PAIRS = {
    ("user", "name"): "userName",
    ("login", "name"): "userName",
    ("e", "mail"): "emails",
    ("email", "address"): "emails",
    ("mail", "address"): "emails",
    ("external", "id"): "externalId",
    ("display", "name"): "displayName",
    ("group", "name"): "displayName",
    ("team", "name"): "displayName",
    ("invalid", "members"): "members",
    ("member", "ids"): "members",
    ("given", "name"): "name",
    ("first", "name"): "name",
    ("family", "name"): "name",
    ("last", "name"): "name",
    ("phone", "number"): "phoneNumbers",
    ("nick", "name"): "nickName",
    ("employee", "number"): "employeeNumber",
    ("cost", "center"): "costCenter",
}
# What a path names beside the attribute.
_AROUND = frozenset(
    "body data request user users group groups resource urn ietf params scim schemas core".split()
)
# Ids and resources have these too, and languages as words of their own.
_NOT_ALONE = frozenset(
    "id meta name member title value type groups division manager department organization".split()
)
_LONGEST_PATH = 12


def known_name(word):
    """Return the attribute that a word in lower case is a spelling of, or None."""
    squeezed = without_underscores(word)
    return KNOWN.get(squeezed) or SYNONYMS["attribute"].get(squeezed)


def attribute_ends(words, place):
    """Return pairs of an end and the attribute that words[place:end] name: by a label, or as one path."""
    found = []
    lower = words.lower
    if place + 1 < len(lower):
        pair = PAIRS.get((lower[place], lower[place + 1]))
        if pair and words.gaps[place + 1] in (" ", "-", "\u00a0"):
            found.append((place + 2, pair))
    end = place + 1
    last = min(place + _LONGEST_PATH, len(lower))
    while end < last and _is_tied(words.gaps[end]):
        end += 1
    name = _name_of_run(words, place, end)
    if name is not None:
        found.append((end, name))
    return found


def attribute_start(words, end):
    """Return (first word, attribute) of the attribute named right before words[end], or None."""
    lower = words.lower
    if end > 1:
        pair = PAIRS.get((lower[end - 2], lower[end - 1]))
        if pair and words.gaps[end - 1] in (" ", "-", "\u00a0"):
            return end - 2, pair
    first = end - 1
    while first > 0 and end - first < _LONGEST_PATH and _is_tied(words.gaps[first]):
        first -= 1
    name = _name_of_run(words, first, end)
    return None if name is None else (first, name)


def _is_tied(gap):
    """Whether two words are written as one path, such as `emails[0].value` or `/emails/0/value`."""
    if len(gap) == 1:
        return gap in ".[]/:$"
    return gap in ("].", "][", '["', '"]', '"].', "['", "']", "'].", '"]["')


def _name_of_run(words, first, end):
    """Return the attribute that a run of words names, None if it names none.

    A name that the standard does not know is an empty text: it may be the name of a person as well.
    """
    for place in range(first, end):
        lower = words.lower[place]
        if lower in _AROUND or lower[0] in DIGITS:
            continue
        known = known_name(lower)
        if known:
            alone = end - first == 1 and lower in _NOT_ALONE and not _is_marked(words, first, end)
            return None if alone else known
        return "" if _is_a_name(words, place, first, end) else None
    return None


def _is_a_name(words, place, first, end):
    """Whether a word that the standard does not know is written as a name of an attribute is."""
    word, lower = words.words[place], words.lower[place]
    camel = word[:1] == lower[:1] and word != lower
    return camel or "_" in word[1:] or _is_marked(words, first, end)


def _is_marked(words, first, end):
    """Whether quotation marks or brackets stand around."""
    before, after = words.gaps[first].rstrip("\\")[-1:], words.gaps[end].lstrip("\\")[:1]
    return bool(before and after) and before in QUOTES + "[(" and after in QUOTES + "])"
