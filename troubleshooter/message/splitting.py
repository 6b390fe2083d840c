"""Tells the messages of a paste apart."""

from .scim_type import find_scim_type
from .status import find_status, find_statuses
from .words import split_words

# Beyond ASCII; MicroPython's strip() knows the blanks of ASCII only.
_BLANKS = frozenset(
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
# So many messages are told apart; more are an export, which the triage reads.
MOST = 1_000


def split_messages(text, units):
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
    if len(lines) == 1 or len(lines) > MOST or lines[0][2].lstrip("< ").startswith("HTTP/"):
        # Headers and a body belong together.
        return whole
    for _, _, line in lines:
        if not _is_whole(line, units):
            return whole
    return [(start, end) for start, end, _ in lines]


def _is_blank(line):
    return not any(letter > " " and letter not in _BLANKS for letter in line)


def _is_whole(line, units):
    """Whether a line is a message by itself: brackets close in it, and it says what failed."""
    if line.count("{") != line.count("}") or line.count("[") != line.count("]"):
        return False
    words = split_words(line)
    told = find_status(find_statuses(words, units)) is not None or find_scim_type(words) is not None
    return told and len(words.words) >= 4
