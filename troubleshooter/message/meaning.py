"""Decides what the wordings of a message tell: of each fact the most special, or those that disagree."""

from collections import namedtuple

# A wording counts against another from this many times its weight; nearer ones disagree.
_MORE = 1.3


class Meaning(namedtuple("Meaning", "told undecided")):
    """For each fact the value and the Match that tells it, and the facts on which wordings disagree.

    `undecided` maps a fact to its values, at least two, each with its Match.
    """


def find_meaning(matches, complaint, scim_type):
    """Return the Meaning of the matches; those of a cause count in the complaint only.

    `scim_type` is the keyword that the message states, or None.
    """
    candidates: dict[str, list] = {}
    for match in matches:
        facts = match.entry.get("facts")
        if not facts or not ("idp" in facts or complaint.holds(match)):
            continue
        if facts.get("scimType") == "uniqueness" and scim_type not in (None, "uniqueness"):
            # A keyword is not overruled; what was seen stands beside it.
            facts = {"symptom": "duplicate"}
        for fact in facts:
            candidates.setdefault(fact, []).append((_rank(match, complaint), facts[fact], match))
        if match.attribute and "attribute" not in facts:
            candidates.setdefault("attribute", []).append(
                (_rank(match, complaint), match.attribute[0], match)
            )
    told: dict[str, tuple] = {}
    undecided: dict[str, list] = {}
    for fact in candidates:
        best = _best(candidates[fact])
        if len(best) == 1:
            told[fact] = best[0]
        else:
            undecided[fact] = best
    return Meaning(told, undecided)


def _rank(match, complaint):
    """Return how much a match counts: what gives way least, the service's own sentence more, then weight."""
    return (not match.entry.get("yields"), complaint.in_detail(match), match.weight)


def _overlap(one, other):
    return one.first < other.end and other.first < one.end


def _best(candidates):
    """Return pairs of a value and its Match: the one that counts most, and those that are as good.

    MicroPython sorts in a time that grows with the square, so nothing is sorted here.
    """
    rank, value, match = candidates[0]
    for candidate in candidates:
        if candidate[0] > rank:
            rank, value, match = candidate
    best = [(value, match)]
    for other_rank, other_value, other in candidates:
        near = other_rank[:2] == rank[:2] and other_rank[2] * _MORE > rank[2]
        if near and not _overlap(other, match) and other_value not in [value for value, _ in best]:
            best.append((other_value, other))
    return best
