"""The words of short links: which facts they state, and how they are spelled there."""

from hooks.addresses.ways import Facts
from troubleshooter.vocabulary import REASON_PHRASES, SYNONYMS, VALUES

# In the order in which their words stand in a link.
LINK_FACTS = ["status", "scimType", "attribute"]
# No part of a link: what they say is said by leaving the part out.
UNSAID = ("other", "unknown")
KEYWORDS = [value for value in VALUES["scimType"] if value not in UNSAID]
ATTRIBUTES = [value for value in VALUES["attribute"] if value not in UNSAID]
# For readers, as they stand in a link.
PARTS = [
    ("Status codes", list(REASON_PHRASES)),
    ("Keywords", [value.lower() for value in [*KEYWORDS, *SYNONYMS["scimType"]]]),
    ("Attributes", [value.lower() for value in ATTRIBUTES]),
]


def link_words() -> dict[str, tuple[str, str]]:
    """Return the fact and the value that each word states; another name of a value is a word of its own."""
    words = {status: ("status", status) for status in [*REASON_PHRASES, "none"]}
    for fact, values in (("scimType", KEYWORDS), ("attribute", ATTRIBUTES)):
        words |= {value.lower(): (fact, value) for value in values}
        words |= {name: (fact, value) for name, value in SYNONYMS[fact].items() if value in values}
    return words


def link_name(facts: Facts) -> str:
    """Return the last part of the link that states `facts`, as in "409-uniqueness-emails"."""
    return "-".join(facts[fact] for fact in LINK_FACTS if fact in facts).lower()


def other_names(fact: str, value: str) -> list[str]:
    """Return the words beside its own that state a value."""
    return [name for name, known in SYNONYMS[fact].items() if known == value]
