"""Reads a pasted message: the facts that it states or implies, each with the words it came from."""

from collections import namedtuple

from ..vocabulary import FACTS, VALUES
from .attribute import find_attribute
from .attribute_paths import find_paths
from .detail import find_detail
from .idp import ITS_NAME, find_idp
from .scim_type import find_scim_type
from .status import find_status
from .symptom import find_duplicate, find_symptom
from .topic import is_scim
from .web_addresses import parts_of_addresses
from .words import split_words

# Under a 409 these say that something else than a value is in the way.
_OTHER_CONFLICTS = ("version", "must-be-active", "seats", "edition", "rights", "missing-values", "wrong-type")
# A duplicate comes under these, or under none that is shown.
_OF_DUPLICATES = (None, "400", "409", "422", "500")


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
