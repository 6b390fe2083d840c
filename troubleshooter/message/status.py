"""Reads the status that a message reports: of several, the one that happened."""

from collections import namedtuple

from ..letters import DIGITS
from ..vocabulary import REASON_PHRASES, STATUS, SYNONYMS
from .words import is_key, is_quoted, without_underscores

# A field of a response has its name before it, a number in a sentence a few words.
NEAR, FAR = 2, 3
CODES = frozenset([code for code in STATUS if code[0] in "2345"])
# Ways to state a status, the surest first.
LINE, FIELD, NAMED, PHRASE, BARE = range(5)
WHY = {
    LINE: "status of the response",
    FIELD: "status in the body",
    NAMED: "status code",
    PHRASE: "reason phrase",
    BARE: "number of a status code",
}

_PHRASES = {"".join(phrase.split()).lower(): code for code, phrase in REASON_PHRASES.items()}
_PHRASES.update({name: code for name, code in SYNONYMS["status"].items() if code in CODES})
# What nginx and Apache write.
_PHRASES["servicetemporarilyunavailable"] = "503"
_LONGEST = 4
# A phrase within the name of a constant or a class: StatusConflict, SC_CONFLICT, ConflictException.
_PREFIXES = ("httpstatuscode", "httpstatus", "statuscode", "status", "http", "sc")
_SUFFIXES = ("exception", "error")

_LINE_KEYS = frozenset("statuscode httpstatuscode httpstatus responsecode responsestatuscode".split())
# Words right before a number that make it a status …
_NAMES = frozenset("http status code error statuscode response returned returns setcode".split())
# … and those before it that make it something else, whatever it counts.
_OF_NUMBERS = frozenset(
    "of than max maximum limit first last least after every about nearly over under".split()
)
# Where these touch a number, it is part of an id, an address or a date.
_TIED = tuple("-./:#@$%&+~")
_TIED_BEHIND = tuple("-/@%+~")
_BEFORE_CODES = frozenset(" `*'\"“([:")
_CAME = frozenset("but got was received returned actual".split())
_NOT_THIS = frozenset(
    "expected expects expecting expect should must wanted equal instead rather unlike not".split()
)


class Statement(namedtuple("Statement", "rank start end code came")):
    """A status in words[start:end], how sure it is, and whether it came or was only expected."""


def find_statuses(words, units):
    """Return a Statement of each status in the words.

    `units` are words for what a number counts: one before it (`port 404`), several behind it (`404 users`).
    """
    found = []
    for index, word in enumerate(words.words):
        if "a" <= word[0] <= "z" and words.gaps[index] == " " and word[:6] != "status":
            # Neither a number nor a phrase nor the value of a field.
            continue
        for rank, code, start, end in _statements(words, index, units):
            came = not _was_not(words, start, NEAR if rank in (LINE, FIELD) else FAR)
            found.append(Statement(rank, start, end, code, came))
    return found


def find_status(statements):
    """Return (code, first word, end word, why) of the status that happened, or None.

    A status of success counts only where another one was expected in its place.
    """
    came = [entry for entry in statements if entry.came]
    chosen = [entry for entry in came if entry.code[0] in "345"]
    if not chosen and len(came) < len(statements):
        chosen = came
    if not chosen:
        return None
    first = min(chosen)
    return first.code, first.start, first.end, WHY[first.rank]


def _statements(words, index, units):
    lower = words.lower[index]
    if "_" in lower and not any("a" <= letter <= "z" for letter in words.words[index]):
        # The name of a constant.
        for part in lower.split("_"):
            if part in CODES:
                yield BARE, part, index, index + 1
    if lower[:6] == "status" and lower[6:9] in CODES:
        yield NAMED, lower[6:9], index, index + 1
    if lower[0] in DIGITS:
        if lower[3:] == "s":
            # People speak of 404s.
            lower = lower[:3]
        if _is_code(lower):
            rank = _rank_of_number(words, index, units)
            if rank is not None:
                yield rank, lower, index, index + 1
        return
    key = without_underscores(words.lower[index - 1]) if index and is_key(words, index - 1) else ""
    code, end = _phrase_at(words, index, key == "status" or key in _LINE_KEYS)
    if code:
        yield LINE if key in _LINE_KEYS else PHRASE, code, index, end


def _is_code(word):
    return word in CODES or (len(word) == 3 and word[0] == "2" and word in ("200", "201", "202", "204"))


def _rank_of_number(words, index, units):
    before, after = words.gaps[index], words.gaps[index + 1]
    previous = words.lower[index - 1] if index else ""
    if index and is_key(words, index - 1) and not _is_negative(before):
        rank = _rank_of_key(without_underscores(previous))
        if rank is not None:
            return rank
        if is_quoted(words, index - 1) and "[" not in before:
            # The value of another field.
            return None
    if "=" in before:
        return None
    if _after_http_version(words, index):
        return LINE
    if not _stands_alone(words, index) or _is_of_numbers(words, index):
        return None
    if _phrase_at(words, index + 1)[0] == words.lower[index]:
        return NAMED
    if _is_counted(words, index, units):
        return None
    if previous in _NAMES and not any(letter not in _BEFORE_CODES for letter in before):
        return NAMED
    if is_quoted(words, index) and index and previous not in _CAME and "`" not in before:
        # A value that the sentence quotes.
        return None
    # A date, an address or an id has neighbours of its own kind.
    return BARE if _in_a_sentence(before, after) else None


def _rank_of_key(key):
    if key in _LINE_KEYS:
        return LINE
    if key == "status":
        return FIELD
    return NAMED if "status" in key or "code" in key or key in ("error", "err", "http", "response") else None


def _is_of_numbers(words, index):
    """Whether the number is part of a longer one, of a list, or the size that a log puts behind a status."""
    before, after = words.gaps[index], words.gaps[index + 1]
    if after == "," and index + 1 < len(words.words) and words.lower[index + 1][0] in DIGITS:
        return True
    if not index or words.lower[index - 1][-1] not in DIGITS:
        return False
    if before in (",", ".", ", "):
        return True
    return before == " " and _is_number(words.lower[index - 1]) and words.gaps[index - 1][-1:] != "/"


def _is_number(word):
    return not any(letter not in DIGITS for letter in word)


def _is_counted(words, index, units):
    """Whether the words around say what the number counts; the end of a path says nothing."""
    following = words.lower[index + 1] if index + 1 < len(words.words) else ""
    # "404 user not found" counts nobody.
    if following in units.several and words.gaps[index + 1].strip(" ") == "":
        return True
    if not index or "," in words.gaps[index] or words.gaps[index - 1][-1:] == "/":
        return False
    return words.lower[index - 1] in units.one or words.lower[index - 1] in _OF_NUMBERS


def _after_http_version(words, index):
    # Two or three words: HTTP/2, HTTP/1.1; in the log of a server a quotation mark follows.
    if words.gaps[index] not in (" ", '" ', '\\" '):
        return False
    for start in (index - 2, index - 3):
        if start >= 0 and words.lower[start] == "http":
            numbers = words.lower[start + 1 : index]
            return words.gaps[start + 1] == "/" and all(word[0] in DIGITS for word in numbers)
    return False


def _is_negative(gap):
    return gap.endswith("-")


def _stands_alone(words, index):
    before, after = words.gaps[index], words.gaps[index + 1]
    if before[-1:] in _TIED or after[:1] in _TIED_BEHIND:
        return False
    # A point or a colon ends the sentence, unless the next word follows at once.
    return after not in (".", ":") or index + 1 == len(words.words)


def _in_a_sentence(before, after):
    return before == "" or before[-1] in " \n\t`*([\"'“|,:=>：，（" or after[:1] in "`)]<"


def _phrase_at(words, index, behind_key=False):
    """Return the code of the reason phrase that begins at the word, and where it ends, or (None, 0)."""
    if index >= len(words.words) or not ("A" <= words.words[index][0] <= "Z" or behind_key):
        return None, 0
    joined = ""
    for end in range(index, min(index + _LONGEST, len(words.words))):
        if end > index and words.gaps[end] not in (" ", "-", "\u00a0"):
            break
        joined += without_underscores(words.lower[end])
        code = _PHRASES.get(joined)
        if code:
            return code, end + 1
    code = _PHRASES.get(_bare_phrase(without_underscores(words.lower[index])))
    return code, index + 1 if code else 0


def _bare_phrase(name):
    for prefix in _PREFIXES:
        if name.startswith(prefix):
            name = name[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if name.endswith(suffix):
            return name[: -len(suffix)]
    return name


def _was_not(words, index, reach):
    """Whether words before, or right behind, say that this status was expected and did not come."""
    behind = words.lower[index + 1 : index + 4]
    if "expected" in behind[:2] and words.gaps[index + 1] == " " and behind[-1][0] not in DIGITS:
        return True
    broken = False
    place = index
    steps = 0
    while place > 0 and steps < reach and index - place < 2 * FAR:
        place -= 1
        word = words.lower[place]
        gap = words.gaps[place + 1].strip()
        broken = broken or ":" in gap or ";" in gap
        if "." in gap or "," in gap:
            # Another clause.
            return False
        if word in _NOT_THIS:
            return word != "not" or (reach == FAR and not broken)
        if word in _CAME and words.lower[place - 1] != "have":
            return False
        # "should be a 409" and "should be an HTTP status code 409" are as near.
        steps += word not in _NAMES
    return False
