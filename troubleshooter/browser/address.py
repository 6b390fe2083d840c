"""The facts in the page's address, which are the whole state of the troubleshooter."""

from collections import namedtuple

from js import URLSearchParams, history, location

from ..spelling import read_value
from ..vocabulary import CAUSE_FACTS, FACTS

# More parts that are not understood would bury the page below the lines about them.
MOST_UNKNOWN = 9


class Address(namedtuple("Address", "facts unknown")):
    """The facts that are understood (name to value), and pairs of name and text of those that are not."""


def read_address():
    """Return the Address of the page; the first of several values of a fact counts.

    Of what is not understood, it has the first MOST_UNKNOWN parts.
    """
    query = URLSearchParams.new(location.search)
    facts = {}
    unknown = []
    for fact in FACTS:
        text = query.get(fact)
        if text is None:
            continue
        value = read_value(fact, text)
        if value:
            facts[fact] = value
        else:
            unknown.append((fact, text))
    names = query.keys()
    while len(unknown) < MOST_UNKNOWN:
        entry = names.next()
        if entry.done:
            break
        pair = (entry.value, query.get(entry.value))
        # What the search marks in a page that it found is no fact.
        if entry.value not in FACTS and entry.value != "h" and pair not in unknown:
            unknown.append(pair)
    return Address(facts, unknown)


def states_cause(address):
    """Whether the address states any fact but the provider, be its value known or not."""
    names = list(address.facts) + [name for name, _ in address.unknown]
    return any(fact in names for fact in CAUSE_FACTS)


def add_idp(idp):
    """Write the identity provider `idp` into an address that names none; None changes nothing."""
    query = URLSearchParams.new(location.search)
    if idp and not query.has("idp"):
        query.set("idp", idp)
        history.replaceState(None, "", location.pathname + "?" + query.toString() + location.hash)


def write_query(facts):
    """Return the query that states `facts`, with its question mark, or an empty text for none.

    A fact that is undecided is not stated.
    """
    query = URLSearchParams.new()
    for fact in FACTS:
        if isinstance(facts.get(fact), str):
            query.set(fact, facts[fact])
    text = query.toString()
    return "?" + text if text else ""
