"""Follows a phrase through the words of a text: alternatives, gaps, and what its signs stand for."""

from ..letters import DIGITS
from .attribute_names import attribute_ends, attribute_start
from .words import QUOTES

# Signs of a phrase.
GAP, ATTRIBUTE, VALUE, NUMBER = SIGNS = ("…", "{attribute}", "{value}", "{number}")
# What stands between the elements of a phrase, and between the alternatives of an element.
NEXT, OR = "/", "|"
# Between two parts of a phrase that may come in any order.
BOTH = "&"
# As many words may `…` stand for, and a value hold.
_LONGEST_GAP = 10
_LONGEST_VALUE = 8
# A sign tells as much as so many letters.
WEIGHT_OF_SIGN = 2
# Words that stand apart tell less than the same words together.
_COST_OF_GAP = 4
_ENDS = ("\n", "; ", "\\n", "! ", "? ", "。")
# A field of a record ends in these where another string or a list begins behind them.
_ENDS_OF_FIELDS = ('",', "',", "],", "},")


def orders_of(phrase):
    """Return a phrase in each order of its parts, with a gap between them."""
    first, both, second = phrase.partition(NEXT + BOTH + NEXT)
    if not both:
        return [phrase]
    orders = []
    for other in orders_of(second):
        orders += [NEXT.join([first, GAP, other]), NEXT.join([other, GAP, first])]
    return orders


def take_apart(phrase):
    """Return the elements of a phrase: a sign each, or a dict from a first word to what may follow it."""
    elements: list = []
    for element in phrase.split(NEXT):
        if element in SIGNS:
            elements.append(element)
            continue
        by_first: dict[str, list] = {}
        for alternative in element.split(OR):
            parts = alternative.split(" ")
            by_first.setdefault(parts[0], []).append((parts[1:], len(alternative)))
        elements.append(by_first)
    return elements


def find_ends(words, elements, element, index):
    """Yield (end, attribute, weight) of each way in which the elements stand from words[index] on."""
    lower, gaps = words.lower, words.gaps
    count = len(lower)
    waiting: list[tuple] = [(element, index, None, 0)]
    while waiting:
        element, place, attribute, weight = waiting.pop()
        if element == len(elements):
            yield place, attribute, weight
            continue
        wanted = elements[element]
        if wanted == GAP:
            if place < count:
                waiting.extend(
                    _behind_gap(words, elements, element + 1, place, attribute, weight - _COST_OF_GAP)
                )
            continue
        if not isinstance(wanted, str) and "" in wanted:
            waiting.append((element + 1, place, attribute, weight))
        if place >= count or (place > index and _is_break(gaps[place])):
            continue
        if wanted == ATTRIBUTE:
            for end, name in attribute_ends(words, place):
                named = (name, place, end) if name else None
                waiting.append((element + 1, end, named, weight + WEIGHT_OF_SIGN))
        elif wanted == VALUE:
            waiting.append((element + 1, _end_of_value(words, place), attribute, weight + WEIGHT_OF_SIGN))
        elif wanted == NUMBER:
            if lower[place][0] in DIGITS:
                waiting.append((element + 1, place + 1, attribute, weight + WEIGHT_OF_SIGN))
        else:
            for rest, letters in wanted.get(lower[place], ()):
                end = place + 1 + len(rest)
                if not rest or lower[place + 1 : end] == rest:
                    waiting.append((element + 1, end, attribute, weight + letters))


def _behind_gap(words, elements, element, place, attribute, weight):
    """Return the ways on from each place that a gap can reach, where the element behind it can begin."""
    wanted = elements[element]
    ways = []
    for behind in range(place, min(place + _LONGEST_GAP + 1, len(words.lower))):
        if _is_break(words.gaps[behind]):
            break
        if isinstance(wanted, str) or words.lower[behind] in wanted:
            ways.append((element, behind, attribute, weight))
    return ways


def _end_of_value(words, place):
    """Return the end of what is quoted, an id or an address, which begins at the word."""
    gaps = words.gaps
    last = min(place + _LONGEST_VALUE, len(words.lower))
    if gaps[place] and gaps[place][-1] in QUOTES:
        for end in range(place + 1, last + 1):
            if gaps[end] and gaps[end].lstrip("\\")[:1] in QUOTES:
                return end
    end = place + 1
    while end < last and not any([sign in gaps[end] for sign in ' \n"']):
        end += 1
    return end


def _is_break(gap):
    """Whether a sentence ends here, or a field of a record."""
    if len(gap) < 2:
        return gap == "\n"
    if gap[:2] in (". ", ".\n"):
        return True
    if any([end in gap for end in _ENDS]):
        return True
    return any([end in gap and gap.split(end, 1)[1].strip(" \\") != "" for end in _ENDS_OF_FIELDS])


def _is_below(words, index):
    """Whether a word stands below one that is alone on its line, as validators write the attribute."""
    gap = words.gaps[index]
    return gap.strip(" \r\n") == "" and "\n" in words.gaps[index - 1]


def find_lead(words, first, lead):
    """Return whether the sign that begins a phrase stands before words[first], and what it names."""
    if not first or (_is_break(words.gaps[first]) and not _is_below(words, first)):
        return False, None
    if lead != ATTRIBUTE:
        return True, None
    named = attribute_start(words, first)
    if named is None:
        return False, None
    start, name = named
    return True, (name, start, first) if name else None
