"""Reads a pasted message: the facts that it states or implies, each with the words it came from."""

from collections import namedtuple

from .message_attribute import find_attribute
from .message_idp import ITS_NAME, find_idp
from .message_keyword import find_scim_type
from .message_path import find_paths
from .message_place import find_detail, parts_of_addresses
from .message_status import find_status
from .message_topic import is_scim
from .message_wording import find_duplicate, find_symptom
from .vocabulary import FACTS, VALUES
from .words import split_words

# Under a 409 these say that something else than a value is in the way.
_OTHER_CONFLICTS = ("version", "must-be-active", "seats", "edition", "rights", "missing-values", "wrong-type")
# A duplicate comes under these, or under none that is shown.
_OF_DUPLICATES = (None, "400", "409", "422", "500")
# Beyond ASCII; MicroPython's strip() knows the blanks of ASCII only.
_BLANKS = frozenset(
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)


class Finding(namedtuple("Finding", "fact value start end why stated")):
    """A fact read from text[start:end], why in a few words, and whether it is stated or only implied."""


class Reading(namedtuple("Reading", "findings scim")):
    """The findings, at most one for each fact, in the order of FACTS; and whether the text is SCIM at all."""


def read_message(text):
    """Return the Reading of `text`, in time linear in its length; any text can be read."""
    words = split_words(text)
    status = find_status(words)
    scim_type = find_scim_type(words)
    detail = find_detail(words)
    attribute = find_attribute(words, detail, parts_of_addresses(words), find_paths(words, *detail))
    symptom = find_symptom(words)
    idp = find_idp(words)
    if symptom and symptom[0] == "not-json" and status:
        # A page of HTML beside a code is how that code came.
        symptom = None
    found = {
        "status": status,
        "scimType": scim_type,
        "attribute": attribute,
        "resource": _find_resource(words, attribute),
        "symptom": symptom,
        "idp": idp,
    }
    implied = None
    if scim_type is None and (status and status[0]) in _OF_DUPLICATES:
        duplicate = find_duplicate(words)
        if duplicate:
            implied = ("uniqueness", duplicate[0], duplicate[1], "these words imply a duplicate")
    findings = []
    for fact in FACTS:
        entry = found[fact] or (implied if fact == "scimType" else None)
        if entry:
            value, first, end, why = entry
            stated = found[fact] is not None
            findings.append(Finding(fact, value, words.starts[first], words.ends[end - 1], why, stated))
    # A provider's name alone may stand in anything; the wording of its console does not.
    of_console = idp is not None and idp[3] != ITS_NAME
    of_cli = symptom is not None and symptom[0] == "cli-update"
    return Reading(findings, not of_cli and (of_console or is_scim(words, scim_type is not None)))


def stated_facts(reading):
    """Return the facts that the text states, name to value."""
    return {finding.fact: finding.value for finding in reading.findings if finding.stated}


def walk_facts(reading):
    """Return the facts to walk the tree with, stated and implied.

    Of a text that is no SCIM only a status counts that leads to a question, and never to a remedy.
    """
    facts = {}
    for finding in reading.findings:
        value = finding.value
        if value not in VALUES[finding.fact]:
            if finding.fact != "attribute":
                continue
            value = "other"
        facts[finding.fact] = value
    if facts.get("symptom") in _OTHER_CONFLICTS and facts.get("status") == "409" and "scimType" not in facts:
        facts.pop("attribute", None)
    if not reading.scim:
        if facts.get("symptom") == "cli-update":
            return {"status": "409", "symptom": "cli-update"}
        return {"status": facts["status"]} if facts.get("status") in _OF_DUPLICATES[1:] else {}
    if facts and list(facts) != ["idp"] and "status" not in facts:
        facts["status"] = "unknown"
    return facts


def split_messages(text):
    """Return the (start, end) of each message in a paste; where that is in doubt, it is one message.

    Lines are messages of their own where each is a whole one: it states a status or a keyword.
    """
    lines = []
    place = 0
    for line in text.split("\n"):
        if not _is_blank(line):
            lines.append((place, place + len(line), line))
        place += len(line) + 1
    if not lines:
        return []
    whole = [(lines[0][0], lines[-1][1])]
    if len(lines) == 1 or len(lines) > 200 or lines[0][2].lstrip("< ").startswith("HTTP/"):
        # Headers and a body belong together.
        return whole
    for _, _, line in lines:
        if not _is_whole(line):
            return whole
    return [(start, end) for start, end, _ in lines]


def _is_blank(line):
    return not any(letter > " " and letter not in _BLANKS for letter in line)


def _is_whole(line):
    """Whether a line is a message by itself: brackets close in it, and it says what failed."""
    if line.count("{") != line.count("}") or line.count("[") != line.count("]"):
        return False
    words = split_words(line)
    told = find_status(words) is not None or find_scim_type(words) is not None
    return told and len(words.words) >= 4


def _find_resource(words, attribute):
    """Return the kind of entry where it matters and one kind only is named."""
    if attribute and attribute[0] not in ("displayName", "members"):
        return None
    found = None
    for index, word in enumerate(words.lower):
        kind = {"user": "User", "users": "User", "group": "Group", "groups": "Group", "team": "Group"}.get(
            word
        )
        if kind:
            if found and found[0] != kind:
                return None
            found = found or (kind, index, index + 1, "kind of entry")
    return found
