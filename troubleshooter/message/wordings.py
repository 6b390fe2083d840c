"""Finds in a message the wordings of docs/troubleshooter/wordings.yml."""

from collections import namedtuple

from .phrases import NEXT, OR, SIGNS, WEIGHT_OF_SIGN, find_ends, find_lead, orders_of, take_apart
from .words import is_compound, parts_of

# An entry that stands so often in a text tells no more, and of so many compounds it is kept what they tell.
_MOST = 100
# No phrase stands over more words.
_REACH = 20


class Match(namedtuple("Match", "entry first end weight attribute")):
    """An entry whose phrase stands in words[first:end], and its weight.

    `attribute` is what `{attribute}` stands for, as (name, first word, end word), else None.
    """


class Units(namedtuple("Units", "one several")):
    """The words that make a number before or behind them no status: `port 404`, `404 users`."""


class Wordings:
    """What the build made of wordings.yml: the entries, and their phrases by their first words."""

    def __init__(self, data):
        """Take `data` as in wordings.json: `entries`, `phrases`, `parts` and `units`.

        `entries` are dicts with `facts` or `scim`; `phrases` has a list for each. A phrase is a text, its
        elements apart by NEXT; an element is a sign, BOTH, or alternatives apart by OR. `parts` are pairs of
        the number of an entry and a part of a text that is written without blanks.
        """
        self.entries = data["entries"]
        self.parts = data["parts"]
        self.units = Units(frozenset(data["units"]["one"]), frozenset(data["units"]["several"]))
        self._phrases = [
            (entry, ordered)
            for entry, texts in enumerate(data["phrases"])
            for text in texts
            for ordered in orders_of(text)
        ]
        # Most phrases are never asked for, so each is taken apart when it first is.
        self._elements: dict[int, list] = {}
        # Names in envelopes come again and again, ids do not.
        self._compounds: dict[str, list] = {}
        # By their first word: pairs of a second word, None where it may be any, and the phrases.
        self._by_words: dict[str, dict] = {}

    def find(self, words):
        """Return the Match of each phrase in the words, in their order, without those within a longer one."""
        found = self._matches(words)
        found.extend(self._matching_parts(words))
        return _without_shorter(found)

    def _matches(self, words, within=False):
        found: list[Match] = []
        counts: dict[int, int] = {}
        lower = words.lower
        possible = _Possible(self, lower)
        last = len(lower) - 1
        for index, word in enumerate(lower):
            phrases = possible.of(word)
            if phrases is not None:
                for number in phrases[1]:
                    self._add_matches(found, counts, number, words, index)
                if index < last:
                    for number in phrases[0].get(lower[index + 1], ()):
                        self._add_matches(found, counts, number, words, index)
            if not within and is_compound(words.words[index]):
                for entry, weight in self._of_compound(words.words[index]):
                    found.append(Match(entry, index, index + 1, weight, None))
        return found

    def _of_compound(self, word):
        """Return (entry, weight) of each phrase within words that are written as one."""
        known = self._compounds.get(word)
        if known is None:
            if len(self._compounds) == _MOST:
                self._compounds = {}
            matches = self._matches(parts_of(word), True)
            known = [(match.entry, match.weight) for match in matches if match.attribute is None]
            self._compounds[word] = known
        return known

    def by_words(self, word):
        """Return the phrases that begin with a word: a dict from their second word, or None, to numbers."""
        # Made when something is read, since pages start without a message.
        if not self._by_words:
            self._sort_phrases()
        return self._by_words.get(word)

    def _sort_phrases(self):
        for number, pair in enumerate(self._phrases):
            elements = pair[1].split(NEXT)
            if elements[0] in SIGNS:
                elements = elements[1:]
            following = _first_words(elements[1:])
            for alternative in elements[0].split(OR):
                words = alternative.split(" ", 2)
                first = self._by_words.setdefault(words[0], {})
                for second in words[1:2] if len(words) > 1 else following:
                    numbers = first.setdefault(second, [])
                    if not numbers or numbers[-1] != number:
                        numbers.append(number)

    def elements(self, number):
        """Return the elements of a phrase, taken apart."""
        elements = self._elements.get(number)
        if elements is None:
            elements = self._elements[number] = take_apart(self._phrases[number][1])
        return elements

    def _add_matches(self, found, counts, number, words, index):
        """Add the Match of each way in which a phrase stands in the words from an index on, and count it."""
        entry = self._phrases[number][0]
        if counts.get(entry, 0) >= _MOST:
            return
        elements = self.elements(number)
        lead = elements[0] if elements[0] in SIGNS else None
        leads, named = find_lead(words, index, lead) if lead else (True, None)
        if not leads:
            return
        for end, attribute, weight in find_ends(words, elements, 1 if lead else 0, index):
            if lead:
                weight += WEIGHT_OF_SIGN
            if end == index + 1 and is_compound(words.words[index]):
                # The name of an error tells more than a sentence.
                weight *= 2
            counts[entry] = counts.get(entry, 0) + 1
            found.append(Match(self.entries[entry], index, end, weight, attribute or named))

    def _matching_parts(self, words):
        for number, part in self.parts:
            start = words.text.find(part)
            if start >= 0 and words.words:
                first = 0
                while first + 1 < len(words.ends) and words.ends[first] <= start:
                    first += 1
                yield Match(self.entries[number], first, first + 1, 3 * len(part), None)


def _first_words(elements):
    """Return the words with which elements can begin; None where that may be any, or nothing."""
    found: set[str] = set()
    for element in elements:
        if element in SIGNS:
            return [None]
        alternatives = element.split(OR)
        found.update([alternative.split(" ", 1)[0] for alternative in alternatives if alternative])
        if "" not in alternatives:
            return found
    return [None]


class _Possible:
    """Knows which phrases a text may hold at all: those of which each element has its words in it."""

    def __init__(self, wordings, present):
        self._wordings = wordings
        self._present = frozenset(present)
        self._known: dict[str, tuple | None] = {}

    def of(self, word):
        """Return the phrases that begin with a word: by their second word, and those where it may be any."""
        if word not in self._known:
            by_second = self._wordings.by_words(word)
            if by_second is not None:
                by_second = by_second, [number for number in by_second.get(None, ()) if self._has_all(number)]
            self._known[word] = by_second
        return self._known[word]

    def _has_all(self, number):
        present = self._present
        needed = [wanted for wanted in self._wordings.elements(number)[1:] if _is_needed(wanted)]
        for wanted in needed:
            if present.isdisjoint(wanted):
                return False
        return all([self._has_one_of(wanted) for wanted in needed])

    def _has_one_of(self, wanted):
        for word in wanted:
            if word in self._present and any([self._present.issuperset(rest) for rest, _ in wanted[word]]):
                return True
        return False


def _is_needed(element):
    return not isinstance(element, str) and "" not in element


def _covers(longer, match):
    """Whether a match lies within a longer one of its kind: what tells of provisioning tells no cause."""
    within = longer.first <= match.first and match.end <= longer.end
    return within and _tells_a_cause(longer) == _tells_a_cause(match)


def _tells_a_cause(match):
    return "facts" in match.entry and "idp" not in match.entry["facts"]


def _without_shorter(found):
    """Return the matches, given in order, that no heavier neighbour covers: phrases are short."""
    kept = []
    count = len(found)
    for place, match in enumerate(found):
        covered = False
        other = place - 1
        while other >= 0 and match.first - found[other].first <= _REACH and not covered:
            covered = found[other].weight > match.weight and _covers(found[other], match)
            other -= 1
        other = place + 1
        while other < count and found[other].first == match.first and not covered:
            covered = found[other].weight > match.weight and _covers(found[other], match)
            other += 1
        if not covered:
            kept.append(match)
    return kept
