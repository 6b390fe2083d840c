"""Reads the attribute that a message names as the culprit; where it names two, the reader is asked."""

from ..vocabulary import SCIM_TYPE
from .attribute_names import KNOWN, PAIRS, known_name
from .attribute_paths import COLUMN
from .words import is_key, is_of_record, is_quoted, without_underscores

_KEYWORDS = frozenset([name.lower() for name in SCIM_TYPE])
# Fields of a request or of any value, which are no attributes of a person.
_OF_REQUESTS = frozenset(
    "op path value operation operations method filter count startindex sortby sortorder attributes "
    "excludedattributes body type bulkid".split()
)
# Said without quotes, these name the attribute all the same.
_PLAIN = frozenset("username email emails usernames externalid displayname emailaddress".split())
# These do where a sentence begins with them and says what is wrong with them; they are names of nothing else.
_SUBJECTS = frozenset(
    "login password roles members active locale timezone entitlements addresses photos".split()
)
_SAID_OF_SUBJECTS = frozenset("is are must should cannot can may has have contains contain".split())
_MARKERS = frozenset("attribute attributes path field property parameter column".split())
_KINDS = frozenset("user users group groups".split())
_SUB_ATTRIBUTES = frozenset("value display primary type".split())
_OPERATORS = frozenset("eq ne co sw ew gt ge lt le pr".split())
_SMALL = frozenset(
    "is are was were not of to the a an in on for must has have and or with without that this no value "
    "values error errors name found does should cannot can be required operation operations filter "
    "expression argument named".split()
)
_IN_MESSAGE = "attribute in the message"


def find_attributes(words, detail, addresses, paths):
    """Return (attribute, first word, end word, why) of each attribute that the detail names.

    `detail` is where the service's own sentence begins and ends; words of `addresses` are not read.
    """
    start, end = detail
    taken = set(addresses)
    for _, first, last, _ in paths:
        taken.update(range(first, last))
    found = [path for path in paths if path[0] and path[1] not in addresses]
    for index in range(start, end):
        named = None if index in taken else _attribute_at(words, index, start, end)
        if named:
            found.append(named)
    # The name of a constraint tells more than the words around it, and what a value is not tells nothing.
    found = [entry for entry in found if entry[3] == COLUMN] or found
    found = [entry for entry in found if not _is_aside(words, entry[1])] or found
    distinct: dict[str, tuple] = {}
    for entry in found:
        distinct.setdefault(entry[0], entry)
    return list(distinct.values())


def _attribute_at(words, index, start, end):
    lower = words.lower[index]
    following = words.lower[index + 1] if index + 1 < end else ""
    previous = words.lower[index - 1] if index else ""
    gap = words.gaps[index]
    if following in _OPERATORS or gap[-1:] in tuple("/&?%@") or gap[-2:] == "${" or _in_braces(words, index):
        return None
    pair = PAIRS.get((lower, following))
    if pair and words.gaps[index + 1] in ("-" if lower == "e" else " ", "\u00a0"):
        return pair, index, index + 2, _IN_MESSAGE
    name = known_name(lower)
    if name == "name" and gap == "." and "group" in previous:
        return "displayName", index - 1, index + 1, COLUMN
    if name == "emails" and previous in ("group", "groups", "team"):
        # Not an address of a person.
        return None
    if lower in _KINDS and words.gaps[index + 1] == "." and known_name(following):
        # The table before its column.
        return None
    if name:
        return _known_at(words, index, start, end, name)
    return _other_attribute(words, index, end)


def _known_at(words, index, start, end, name):
    """Return a name of the standard where it stands for the attribute and is no word of the language."""
    lower = words.lower[index]
    following = words.lower[index + 1] if index + 1 < end else ""
    if name == "id" and "read" not in words.lower[index + 1 : index + 4] and following != "attribute":
        # Anything has an id.
        return None
    if words.gaps[index + 1][:1] == "%" or _is_no_attribute(words, index):
        return None
    if _begins_quotation(words, index, start):
        return None
    if is_of_record(words, index) and (index == 0 or words.lower[index - 1] not in _MARKERS):
        return None
    camel = words.words[index] != lower and words.words[index][:1] == lower[:1]
    said = following in _SAID_OF_SUBJECTS
    if lower == "login":
        # Anything else is said of signing in.
        said = any(word in ("already", "taken", "unique") for word in words.lower[index + 1 : index + 4])
    subject = said and lower in _SUBJECTS and _begins_sentence(words, index, start)
    if not (
        camel
        or without_underscores(lower) in _PLAIN
        or "_" in lower
        or subject
        or _is_in_path(words, index, end)
        or _is_pointed_at(words, index, end)
    ):
        return None
    return (
        name,
        index,
        index + 1,
        COLUMN if "_" in lower and without_underscores(lower) not in KNOWN else _IN_MESSAGE,
    )


def _begins_quotation(words, index, start):
    """Whether it is the first of several words in quotes, such as the name of a team."""
    return index > start and words.gaps[index] in (' "', ' \\"') and words.gaps[index + 1] == " "


def _is_no_attribute(words, index):
    """Whether it is a fault in the service's own code: "'str' object has no attribute 'get'"."""
    return index > 1 and words.lower[index - 1] in _MARKERS and words.lower[index - 2] == "no"


def _is_aside(words, index):
    """Whether a name is the key of the sentence, or says what a value should be: `must be a valid email`."""
    if is_quoted(words, index) and is_key(words, index):
        return True
    before = words.lower[max(0, index - 4) : index]
    if not before or before[-1] not in ("a", "an", "valid"):
        return False
    return any(word in ("be", "as", "not") for word in before[:-1])


def _in_braces(words, index):
    return words.gaps[index][-1:] in ("{", "<") and words.gaps[index + 1][:1] in ("}", ">")


def _begins_sentence(words, index, start):
    before = words.gaps[index].rstrip(" ")
    return index == start or before[-1:] in tuple(":.;\n\"'")


def _is_in_path(words, index, end):
    """Whether a name is part of a path such as `members[0]`, `roles.value` or `group.members`."""
    after = words.gaps[index + 1]
    following = words.lower[index + 1] if index + 1 < end else ""
    if after[:1] == "[" or (after == "." and following in _SUB_ATTRIBUTES):
        return True
    return words.gaps[index] == "." and index > 0 and words.lower[index - 1] in _KINDS


def _is_pointed_at(words, index, end):
    """Whether quotes, a word such as `attribute`, or the place in the sentence show that a name is meant."""
    previous = words.lower[index - 1] if index else ""
    following = words.lower[index + 1] if index + 1 < end else ""
    before, after = words.gaps[index], words.gaps[index + 1]
    if is_quoted(words, index) or following in ("attribute", "field", "property"):
        return True
    rest = words.lower[index + 1 : index + 6]
    if rest[:2] == ["is", "not"] and "attribute" in rest:
        return True
    if previous in _MARKERS and "." not in before and words.lower[index] != "name":
        return True
    if before.rstrip(" ").endswith(":") and index + 1 == end:
        return True
    if "\n" in before and "\n" in after:
        return True
    return "\\n" in before and ("\\n" in after or after.startswith("."))


def _other_attribute(words, index, end):
    """Return an attribute that the standard does not know, where the sentence says that it is one."""
    word, lower = words.words[index], words.lower[index]
    gap = words.gaps[index]
    if (
        not "a" <= lower[0] <= "z"
        or lower in _SMALL
        or lower in _MARKERS
        or lower in _OF_REQUESTS
        or lower in _KEYWORDS
        or gap[-1:] in tuple("{<$")
    ):
        return None
    camel = word[:1] == lower[:1] and word != lower
    previous = words.lower[index - 1] if index else ""
    if _is_no_attribute(words, index):
        return None
    rest = words.lower[index + 1 : index + 5]
    if (
        (
            previous in _MARKERS
            and (is_quoted(words, index) or (camel and gap == " ") or (previous == "path" and gap == ": "))
        )
        or (
            is_quoted(words, index)
            and rest[:1] == ["is"]
            and ("attribute" in rest or rest[1:3] == ["read", "only"])
        )
        or (camel and index + 1 == end and gap.rstrip(" ").endswith(":"))
    ):
        return word, index, index + 1, _IN_MESSAGE
    return None
