"""Reads the status that a message reports: of several, the one that happened."""

from .vocabulary import REASON_PHRASES, STATUS
from .words import is_key, squeeze

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
_PHRASES.update({"payloadtoolarge": "413", "requestentitytoolarge": "413", "unprocessableentity": "422"})
_LONGEST = 4

_LINE_KEYS = "statuscode httpstatuscode httpstatus responsecode responsestatuscode".split()
# Words right before a number that make it a status …
_NAMES = "http status code error statuscode response returned returns setcode".split()
# … and those before or behind it that make it something else.
_COUNTED = (
    "port line column char row page user users people group groups members items rows ms seconds minutes "
    "hours days times records bytes kb characters letters tasks events tickets of than max maximum limit "
    "first last least after every about nearly over under id number version room ticket level offset index "
    "length"
).split()
_NOT_THIS = "expected expects expecting expect should wanted equal instead rather unlike not".split()


def find_status(words):
    """Return (code, first word, end word, why) of the status that happened, or None.

    A status of success counts only where another one was expected in its place.
    """
    found = []
    expected = False
    for index in range(len(words.words)):
        for rank, code, start, end in _statements(words, index):
            if _was_not(words, start, NEAR if rank in (LINE, FIELD) else FAR):
                expected = True
            else:
                found.append((rank, start, end, code))
    errors = [entry for entry in found if entry[3][0] in "345"]
    chosen = errors or (found if expected else [])
    if not chosen:
        return None
    rank, start, end, code = min(chosen)
    return code, start, end, WHY[rank]


def _statements(words, index):
    lower = words.lower[index]
    if "_" in lower and words.words[index].isupper():
        # The name of a constant.
        for part in lower.split("_"):
            if part in CODES:
                yield BARE, part, index, index + 1
    if lower[0] in "0123456789":
        if _is_code(lower):
            rank = _rank_of_number(words, index)
            if rank is not None:
                yield rank, lower, index, index + 1
        return
    code, end = _phrase_at(words, index)
    if code:
        key = index and squeeze(words.lower[index - 1])
        stated = key and is_key(words, index - 1)
        yield LINE if stated and key in _LINE_KEYS else PHRASE, code, index, end


def _is_code(word):
    return word in CODES or (len(word) == 3 and word[0] == "2" and word in ("200", "201", "202", "204"))


def _rank_of_number(words, index):
    before, after = words.gaps[index], words.gaps[index + 1]
    previous = words.lower[index - 1] if index else ""
    following = words.lower[index + 1] if index + 1 < len(words.words) else ""
    if index and is_key(words, index - 1) and not _is_negative(before):
        key = squeeze(previous)
        if key in _LINE_KEYS:
            return LINE
        if key == "status":
            return FIELD
        if key in ("code", "errorcode", "error"):
            return NAMED
    if _after_http_version(words, index):
        return LINE
    if not _stands_alone(before, after):
        return None
    if _phrase_at(words, index + 1)[0] == words.lower[index]:
        return NAMED
    if previous in _COUNTED or (following in _COUNTED and after.strip(" ") == ""):
        return None
    if previous in _NAMES and before.strip(" `*'\"“([:") == "":
        return NAMED
    # A date, an address or an id has neighbours of its own kind.
    return BARE if _in_a_sentence(before, after) else None


def _after_http_version(words, index):
    start = index - 1
    while start > 0 and words.lower[start][0] in "0123456789" and words.gaps[start] in (".", "/"):
        start -= 1
    return start >= 0 and words.lower[start] == "http" and start < index - 1 and words.gaps[index] == " "


def _is_negative(gap):
    return gap.endswith("-")


def _stands_alone(before, after):
    return before[-1:] not in tuple("-./:#@$%&+~") and not (
        after[:1] in tuple("-/:@%+~")
        or (after[:1] == "." and after[1:2] not in ("", " ", "\n", "\r", '"', "'"))
    )


def _in_a_sentence(before, after):
    return before == "" or before[-1] in " \n\t`*([\"'“|,:=" or after[:1] in "`)]"


def _phrase_at(words, index):
    """Return the code of the reason phrase that begins at the word, and where it ends, or (None, 0)."""
    if index >= len(words.words) or not "A" <= words.words[index][0] <= "Z":
        return None, 0
    joined = ""
    for end in range(index, min(index + _LONGEST, len(words.words))):
        if end > index and words.gaps[end] not in (" ", "-", "\u00a0"):
            break
        joined += squeeze(words.lower[end])
        code = _PHRASES.get(joined)
        if code:
            return code, end + 1
    whole = squeeze(words.lower[index])
    for suffix in ("exception", "error"):
        if whole.endswith(suffix) and whole[: -len(suffix)] in _PHRASES:
            return _PHRASES[whole[: -len(suffix)]], index + 1
    return None, 0


def _was_not(words, index, reach):
    """Whether one of the `reach` words before says that this status was expected and did not come."""
    for back in range(1, reach + 1):
        if index - back < 0:
            return False
        word = words.lower[index - back]
        if word in _NOT_THIS:
            return word != "not" or reach == FAR
        if (
            word in ("but", "got", "was", "received", "returned")
            or "." in words.gaps[index - back + 1].strip()
        ):
            return False
    return False
