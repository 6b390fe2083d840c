"""A text as words and what stands between them: the form in which messages are read, in linear time."""

from collections import namedtuple

from ..letters import DIGITS, LETTERS, lower

_ASCII = frozenset(LETTERS + DIGITS + "_")
# Beyond ASCII these end a word: spaces, dashes, quotes, dots, arrows.
_SEPARATORS = frozenset("\u00a0\u2002\u2003\u2009\u200b\u202f\u3000\ufeff–—‘’‚“”„«»‹›…•·→⏎。、，：；")
_COMPLAINTS = frozenset("already taken exists unique required blank invalid missing must duplicate".split())
# Words in the path of an attribute.
_LONGEST_PATH = 6
QUOTES = "\"'`‘’“”„«»"
_AROUND_KEYS = frozenset(" \t\r\n\\" + QUOTES)
_ENTITIES = {
    "quot": '"',
    "apos": "'",
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "nbsp": "\u00a0",
    "#34": '"',
    "#39": "'",
    "#x22": '"',
    "#x27": "'",
    "#160": "\u00a0",
}


class Words(namedtuple("Words", "text words lower starts ends gaps")):
    """The words of a text, in lower case too, where each begins and ends, and the gap before each.

    There is one gap more than words: the last stands behind the last word.
    """


def split_words(text):
    """Return the Words of `text`; letters behind a backslash, as in `\\n` or `\\u0027`, belong to the gap.

    Nothing is cut out of `text` by its place: on MicroPython that takes time in proportion to the place.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    gaps: list[str] = []
    run: list[str] = []
    gap: list[str] = []
    skipped = 0
    escaped = False
    place = 0
    for letter in text:
        in_word = letter in _ASCII or (letter > "\x7f" and letter not in _SEPARATORS)
        if skipped:
            skipped -= 1
            in_word = False
        elif escaped and letter in "nrtu":
            skipped = 4 if letter == "u" else 0
            in_word = False
        escaped = False
        if in_word:
            if not run:
                gaps.append("".join(gap))
                starts.append(place)
                gap = []
            run.append(letter)
        else:
            if run:
                words.append("".join(run))
                ends.append(place)
                run = []
            gap.append(letter)
            escaped = letter == "\\"
        place += 1
    if run:
        words.append("".join(run))
        ends.append(place)
    gaps.append("".join(gap))
    if "&" in text:
        words, starts, ends, gaps = _without_entities(words, starts, ends, gaps)
    return Words(text, words, _in_lower_case(text, words), starts, ends, gaps)


def _in_lower_case(text, words):
    """Return the words in lower case; MicroPython knows the case of ASCII letters only."""
    if not text or max(text) <= "\x7f":
        return [word.lower() for word in words]
    return [lower(word) for word in words]


def _without_entities(words, starts, ends, gaps):
    """Return the lists with what HTML writes as `&quot;` put into the gaps as the character that is meant."""
    kept: list[int] = []
    left = [gaps[0]]
    for index, word in enumerate(words):
        after = gaps[index + 1]
        before = left[-1]
        name = word.lower()
        if before[-2:] == "&#":
            before = before[:-1]
            name = "#" + name
        if name in _ENTITIES and before[-1:] == "&" and after[:1] == ";":
            left[-1] = before[:-1] + _ENTITIES[name] + after[1:]
        else:
            kept.append(index)
            left.append(after)
    return (
        [words[index] for index in kept],
        [starts[index] for index in kept],
        [ends[index] for index in kept],
        left,
    )


def is_of_record(words, index):
    """Whether the word names a field of a record, such as a log's own, and nothing says that it is wrong."""
    field = (is_quoted(words, index) and is_key(words, index)) or words.gaps[index + 1].rstrip("\\'\"") == "="
    return field and not any(word in _COMPLAINTS for word in words.lower[index + 1 : index + 6])


def without_underscores(word):
    """Return `word` in lower case without underscores, so that spellings of one name are alike."""
    return word.replace("_", "").lower()


def is_key(words, index):
    """Whether a value follows the word, as in `"status": 409`, `status=409` or `Status — 409`."""
    if index + 1 == len(words.words):
        return False
    # MicroPython's strip() takes letters beyond ASCII apart.
    for letter in words.gaps[index + 1]:
        if letter not in _AROUND_KEYS:
            return letter in ":="
    return False


def is_quoted(words, index):
    """Whether quotation marks stand right around the word, or around a path that begins with it."""
    before, after = words.gaps[index].rstrip("\\"), words.gaps[index + 1].lstrip("\\")
    last = min(index + _LONGEST_PATH, len(words.gaps) - 2)
    while after == "." and index < last:
        index += 1
        after = words.gaps[index + 1].lstrip("\\")
    return before[-1:] in QUOTES and after[:1] in QUOTES and bool(before and after)


# No shorter word is several words written as one.
_SHORTEST_COMPOUND = 6


def is_compound(word):
    """Whether a word of ASCII is several words written as one: with underscores, or with capitals within."""
    if len(word) < _SHORTEST_COMPOUND or max(word) > "\x7f":
        return False
    return "_" in word or (word[1:] != word[1:].lower() and word != word.upper())


def parts_of(compound):
    """Return the Words that are written as one in `compound`."""
    parts = [""]
    capital = True
    for letter in compound:
        if letter == "_":
            parts.append("")
            capital = True
            continue
        is_capital = "A" <= letter <= "Z"
        if is_capital and not capital:
            parts.append("")
        parts[-1] += letter
        capital = is_capital
    parts = [part for part in parts if part]
    count = len(parts)
    return Words(
        " ".join(parts),
        parts,
        [part.lower() for part in parts],
        [0] * count,
        [0] * count,
        [" "] * (count + 1),
    )
