"""Reads a pasted message: the facts that it states or implies, each with the words it came from."""

from collections import namedtuple

from ..vocabulary import FACTS, VALUES
from .attribute import find_attributes
from .attribute_elsewhere import find_elsewhere
from .attribute_paths import find_paths
from .complaint import Complaint
from .meaning import find_meaning
from .origin import find_idp, find_topic
from .scim_type import find_scim_type
from .status import find_status, find_statuses
from .web_addresses import parts_of_addresses
from .words import split_words

# Under a 409 the words that name another hindrance than a value that is taken count more than an attribute.
_DUPLICATE = "uniqueness"
# A duplicate comes under these, or under none that is shown.
_OF_DUPLICATES = (None, "400", "409", "422", "500")
_BY_WORDING = "this wording"


class Finding(namedtuple("Finding", "fact value start end why stated")):
    """A fact read from text[start:end], why in a few words, and whether it is stated or only implied."""


class Reading(namedtuple("Reading", "findings scim undecided other told")):
    """The findings, at most one for each fact, in the order of FACTS, and whether the text is SCIM.

    `scim` is None where nothing tells. `undecided` maps a fact to the values between which wordings
    disagree; `other` is the entry of wordings.yml that says what a text is that is no SCIM, else None.
    `told` is whether words, and not a keyword alone, say what is wrong.
    """


def read_message(text, wordings):
    """Return the Reading of `text`, in time linear in its length; any text can be read."""
    words = split_words(text)
    addresses = parts_of_addresses(words)
    statuses = find_statuses(words, wordings.units)
    complaint = Complaint(words, addresses, statuses)
    matches = wordings.find(words)
    scim_type = find_scim_type(words)
    told, undecided = find_meaning(matches, complaint, scim_type and scim_type[0])
    detail = complaint.detail
    paths = find_paths(words, *detail)
    attributes = find_attributes(words, detail, addresses, paths) or find_elsewhere(words)
    stated = {
        "status": find_status(statuses),
        "scimType": scim_type,
        "attribute": attributes[0] if len(attributes) == 1 else None,
        "idp": find_idp(words, matches),
    }
    stated["resource"] = _find_resource(words, stated["attribute"])
    status = stated["status"] and stated["status"][0]
    scim, other = find_topic(words, matches, bool(attributes or stated["resource"]))
    findings = []
    for fact in FACTS:
        entry, is_stated = stated.get(fact), True
        if entry is None and fact in told and _may_tell(fact, told[fact], attributes):
            entry, is_stated = _by_wording(fact, *told[fact])
            if entry[0] == _DUPLICATE and status not in _OF_DUPLICATES:
                continue
        if entry:
            value, first, end, why = entry
            findings.append(Finding(fact, value, words.starts[first], words.ends[end - 1], why, is_stated))
    undecided = {
        fact: [value for value, _ in undecided[fact]] for fact in undecided if stated.get(fact) is None
    }
    return Reading(findings, scim, undecided, other and other.entry, "scimType" in told or "symptom" in told)


def _may_tell(fact, told, attributes):
    """Whether a wording counts: of several attributes that a message names it may tell the one meant."""
    if fact != "attribute" or not attributes:
        return True
    value, match = told
    return match.attribute is None and value in [attribute[0] for attribute in attributes]


def _by_wording(fact, value, match):
    """Return a fact that a wording tells, and whether it counts as stated; other facts are implied.

    What was seen is stated by the words themselves, and so is an attribute that they name.
    """
    if fact == "attribute" and match.attribute and match.attribute[0] == value:
        return match.attribute + (_BY_WORDING,), True
    return (value, match.first, match.end, _BY_WORDING), fact == "symptom"


def stated_facts(reading):
    """Return the facts that the text states, name to value."""
    return {finding.fact: finding.value for finding in reading.findings if finding.stated}


def walk_facts(reading):
    """Return the facts to walk the tree with, stated and implied; an undecided one has a list of values.

    Of a text that is evidently no SCIM only what its entry says counts.
    """
    if reading.scim is False:
        return dict(reading.other.get("facts", {}))
    facts = {}
    for finding in reading.findings:
        value = finding.value
        if value not in VALUES[finding.fact]:
            if finding.fact != "attribute":
                continue
            value = "other"
        facts[finding.fact] = value
    for fact in reading.undecided:
        facts[fact] = reading.undecided[fact]
    if facts.get("status") == "409" and "symptom" in facts and "scimType" not in facts:
        # The words name another hindrance than a value that is taken.
        facts.pop("attribute", None)
    if reading.told and "attribute" not in facts:
        # The words say what is wrong, and not with which value: there is no use in asking.
        facts["attribute"] = "unknown"
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
