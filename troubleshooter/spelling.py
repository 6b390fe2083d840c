"""Reads a value however it is spelled, and finds the values that are spelled most like a text."""

from .letters import squeeze
from .vocabulary import REASON_PHRASES, SYNONYMS, VALUES

# No value is longer, so a longer text is no misspelling of one.
_LONGEST = 40


def read_value(fact, text):
    """Return the value of `fact` that `text` spells or is another name for, or None."""
    return dict(_spellings(fact)).get(squeeze(text))


def nearest_values(fact, text):
    """Return up to three values of `fact` spelled most like `text`, best first."""
    key = squeeze(text[:_LONGEST])
    scored = sorted([(_distance(key, spelling), value) for spelling, value in _spellings(fact)])
    nearest = []
    for distance, value in scored:
        if distance <= max(1, len(key) // 2) and value not in nearest and value != "unknown":
            nearest.append(value)
    return nearest[:3]


def _spellings(fact):
    spellings = [(squeeze(value), value) for value in VALUES[fact]]
    spellings.extend(SYNONYMS[fact].items())
    if fact == "status":
        spellings.extend([(squeeze(phrase), code) for code, phrase in REASON_PHRASES.items()])
    return spellings


def _distance(left, right):
    """Count the letters to insert, drop, replace or swap with the next to turn `left` into `right`."""
    rows = [list(range(len(right) + 1))]
    for i, letter in enumerate(left):
        above = rows[i]
        row = [i + 1]
        for j, other in enumerate(right):
            best = min(above[j + 1] + 1, row[j] + 1, above[j] + (letter != other))
            if i and j and letter == right[j - 1] and left[i - 1] == other:
                best = min(best, rows[i - 1][j - 1] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
