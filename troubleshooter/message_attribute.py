"""Reads the attribute that a message names as the culprit; where it names two, the reader is asked."""

from .vocabulary import ATTRIBUTE
from .words import QUOTES, is_key, is_quoted, squeeze

_KNOWN = {name.lower(): name for name in ATTRIBUTE if name not in ("other", "unknown")}
_ALIASES = {
    "email": "emails",
    "mail": "emails",
    "emailaddress": "emails",
    "emailaddresses": "emails",
    "loginname": "userName",
    "givenname": "name",
    "familyname": "name",
    "groupname": "displayName",
    "teamname": "displayName",
    "scimexternalid": "externalId",
}
# Two words for one attribute.
_PAIRS = {
    ("user", "name"): "userName",
    ("login", "name"): "userName",
    ("e", "mail"): "emails",
    ("external", "id"): "externalId",
    ("display", "name"): "displayName",
    ("group", "name"): "displayName",
    ("team", "name"): "displayName",
    ("invalid", "members"): "members",
    ("member", "ids"): "members",
}
# Said without quotes, these name the attribute all the same.
_PLAIN = frozenset("username email emails usernames externalid displayname emailaddress".split())
_MARKERS = frozenset("attribute attributes path field property parameter column".split())
_OPERATORS = frozenset("eq ne co sw ew gt ge lt le pr".split())
_DETAIL_KEYS = frozenset("detail details description errordescription errormessage".split())
_COMPLAINTS = frozenset("already taken exists unique required blank invalid missing must duplicate".split())
_SMALL = frozenset(
    "is are was were not of to the a an in on for must has have and or with without that this no value "
    "values error errors name found does should cannot can be required operation operations filter "
    "expression argument named".split()
)


def find_attribute(words):
    """Return (attribute, first word, end word, why) of the one attribute that the detail names, or None."""
    found = []
    start, end = _detail(words)
    addresses = _parts_of_addresses(words)
    for index in range(start, end):
        if index in addresses:
            continue
        named = _attribute_at(words, index, end)
        if named:
            found.append(named)
    columns = [entry for entry in found if entry[3] == "column or constraint"]
    distinct: dict[str, tuple] = {}
    for entry in columns or found:
        distinct.setdefault(entry[0], entry)
    if len(distinct) != 1:
        return None
    return next(iter(distinct.values()))


def _detail(words):
    """Return the words of the service's own sentence: never those with which a console begins the entry."""
    lower = words.lower
    for index in range(len(lower) - 1):
        # In quotes, as a field of the response; a database writes DETAIL behind its own sentence.
        if squeeze(lower[index]) in _DETAIL_KEYS and is_quoted(words, index) and is_key(words, index):
            return index + 1, _end_of_value(words, index + 1)
    for index in range(len(lower) - 1):
        if lower[index : index + 2] == ["remote", "server"] or lower[index : index + 2] == [
            "the",
            "connector",
        ]:
            return index + 2, len(lower)
    start = 0
    for index in range(len(lower)):
        # "Error while creating user ann: …" and "… of user ann to app Pulumi failed: …" end at a colon.
        if lower[index] in ("while", "automatic", "unable") and index < 12:
            start = _behind_colon(words, index)
    return start, len(lower)


def _behind_colon(words, index):
    for place in range(index, len(words.words)):
        if words.gaps[place + 1].startswith(":"):
            return place + 1
    return len(words.words)


def _end_of_value(words, start):
    opening = words.gaps[start].rstrip()[-1:]
    if opening not in QUOTES:
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


def _attribute_at(words, index, end):
    lower = words.lower[index]
    following = words.lower[index + 1] if index + 1 < end else ""
    gap = words.gaps[index]
    if (
        following in _OPERATORS
        or gap[-1:] in ("/", "&", "?", "%", "@")
        or gap[-2:] in ("${",)
        or _in_braces(words, index)
    ):
        return None
    if lower == "urn" and words.gaps[index + 1] == ":":
        return _urn_at(words, index, end)
    joint = "-" if lower == "e" else " "
    if (lower, following) in _PAIRS and words.gaps[index + 1] in (joint, "\u00a0"):
        return _PAIRS[lower, following], index, index + 2, "attribute in the message"
    squeezed = squeeze(lower)
    name = _KNOWN.get(squeezed) or _ALIASES.get(squeezed)
    if name == "id" and "read" not in words.lower[index + 1 : index + 4] and following != "attribute":
        # Anything has an id.
        return None
    if name == "name" and gap == "." and "group" in words.lower[index - 1]:
        return "displayName", index - 1, index + 1, "column or constraint"
    if name:
        if is_quoted(words, index) and is_key(words, index) and not _is_complained_of(words, index):
            # The name of a field in a record, such as a log's own.
            return None
        camel = words.words[index] != lower and words.words[index][:1] == lower[:1]
        if camel or squeezed in _PLAIN or "_" in lower or _is_pointed_at(words, index, end):
            why = (
                "column or constraint"
                if "_" in lower and squeezed not in _KNOWN
                else "attribute in the message"
            )
            return name, index, index + 1, why
        return None
    if "_" in lower:
        return _column(words, index)
    return _other_attribute(words, index, end)


def _is_complained_of(words, index):
    return any(word in _COMPLAINTS for word in words.lower[index + 1 : index + 6])


def _in_braces(words, index):
    return words.gaps[index][-1:] in ("{", "<") and words.gaps[index + 1][:1] in ("}", ">")


def _is_pointed_at(words, index, end):
    """Whether quotes, a word such as `attribute`, or the place in the sentence show that a name is meant."""
    previous = words.lower[index - 1] if index else ""
    following = words.lower[index + 1] if index + 1 < end else ""
    before, after = words.gaps[index], words.gaps[index + 1]
    if is_quoted(words, index) or following in ("attribute", "field", "property"):
        return True
    if previous in _MARKERS and "." not in before and words.lower[index] != "name":
        return words.lower[index - 2] != "no"
    if before.rstrip(" ").endswith(":") and index + 1 == end:
        return True
    if "\n" in before and "\n" in after:
        return True
    return "\\n" in before and ("\\n" in after or after.startswith("."))


def _column(words, index):
    parts = words.lower[index].split("_")
    joined = "".join(parts)
    for text, name in (
        ("externalid", "externalId"),
        ("username", "userName"),
        ("displayname", "displayName"),
        ("groupname", "displayName"),
        ("email", "emails"),
    ):
        if text in joined:
            return name, index, index + 1, "column or constraint"
    return None


def _urn_at(words, index, end):
    last = index
    while last + 1 < end and words.gaps[last + 1] in (":", "."):
        last += 1
    name = squeeze(words.lower[last])
    if name in _KNOWN:
        return _KNOWN[name], index, last + 1, "attribute path"
    if words.words[last][:1].isupper() or not words.words[last][:1].isalpha():
        return None
    if index and words.lower[index - 1] in ("schema", "schemas"):
        return None
    text = "".join([words.gaps[place] + words.words[place] for place in range(index, last + 1)])
    return text[len(words.gaps[index]) :], index, last + 1, "attribute path"


def _other_attribute(words, index, end):
    """Return an attribute that the standard does not know, where the sentence says that it is one."""
    word, lower = words.words[index], words.lower[index]
    if (
        not word[:1].isalpha()
        or lower in _SMALL
        or lower in _MARKERS
        or words.gaps[index][-1:] in ("{", "<", "$")
    ):
        return None
    camel = word[:1] == lower[:1] and word != lower
    previous = words.lower[index - 1] if index else ""
    gap = words.gaps[index]
    if previous in _MARKERS and words.lower[index - 2] == "no":
        # "'str' object has no attribute 'get'" is a fault in the service's own code.
        return None
    if previous in _MARKERS and (
        is_quoted(words, index) or (camel and gap == " ") or (previous == "path" and gap == ": ")
    ):
        return word, index, index + 1, "attribute in the message"
    rest = words.lower[index + 1 : index + 5]
    if (
        is_quoted(words, index)
        and rest[:1] == ["is"]
        and ("attribute" in rest or rest[1:3] == ["read", "only"])
    ):
        return word, index, index + 1, "attribute in the message"
    if camel and index + 1 == end and gap.rstrip(" ").endswith(":"):
        return word, index, index + 1, "attribute in the message"
    return None


def _parts_of_addresses(words):
    """Return the indexes of words that belong to an email address or to the address of a page."""
    parts = set()
    joined = (".", "-", "_", "+", "@")
    count = len(words.words)
    for index in range(1, count):
        if words.gaps[index] == "@":
            place = index
            while place < count:
                parts.add(place)
                place += 1
                if place < count and words.gaps[place] not in joined:
                    break
            place = index - 1
            while place >= 0:
                parts.add(place)
                if words.gaps[place] not in joined:
                    break
                place -= 1
        elif words.gaps[index] == "://":
            place = index
            while place < count:
                parts.add(place)
                place += 1
                if place < count and (
                    " " in words.gaps[place] or "\n" in words.gaps[place] or '"' in words.gaps[place]
                ):
                    break
    return parts
