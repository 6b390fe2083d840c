"""A text as words and what stands between them: the form in which messages are read, in linear time."""

from collections import namedtuple

from ..letters import DIGITS, LETTERS, lower

# Bytes of words; beyond ASCII all are, but for the separators: spaces, dashes, quotes, dots, arrows.
_IN_WORDS = bytes([byte > 0x7F or chr(byte) in LETTERS + DIGITS + "_" for byte in range(256)])
_SEPARATORS = frozenset("\u00a0\u2002\u2003\u2009\u200b\u202f\u3000\ufeff–—‘’‚“”„«»‹›…•·→⏎。、，：；")
# A text may hold half of a character.
_ANY_TEXT = "utf-8", "surrogatepass"
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
    """The words of a text, also in lower case and written out, where they begin and end, and the gaps around.

    There is one gap more than words: the last stands behind the last word.
    """


def split_words(text):
    """Return the Words of `text`; letters behind a backslash, as in `\\n` or `\\u0027`, belong to the gap.

    It goes by bytes: on MicroPython a letter of a text costs many times as much, and the more the farther on.
    """
    data = text.encode(*_ANY_TEXT)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    gaps: list[str] = []
    place = before = 0
    borders = _borders(_without_separators(text, len(data)).encode(*_ANY_TEXT))
    for index in range(0, len(borders), 2):
        start, end = borders[index], borders[index + 1]
        gaps.append(data[before:start].decode(*_ANY_TEXT))
        words.append(data[start:end].decode(*_ANY_TEXT))
        starts.append(place + len(gaps[-1]))
        place = starts[-1] + len(words[-1])
        ends.append(place)
        before = end
    gaps.append(data[before:].decode(*_ANY_TEXT))
    if "&" in text:
        words, starts, ends, gaps = _without_entities(words, starts, ends, gaps)
    lowered = [lower(word) for word in words]
    if "'t" in text or "’t" in text:
        _write_out(lowered, gaps)
    return Words(text, words, lowered, starts, ends, gaps)


def _write_out(lowered, gaps):
    """Make `isn't` and `don’t` the words `is not` and `do not`."""
    for index in range(1, len(lowered)):
        short = lowered[index - 1]
        if lowered[index] == "t" and gaps[index] in ("'", "’") and short[-1] == "n":
            lowered[index] = "not"
            if short != "can":
                lowered[index - 1] = short[:-1]


def _without_separators(text, size):
    """Return `text` with blanks for its escapes and for what ends a word beyond ASCII, in as many bytes."""
    if "\\" in text:
        for letter in "nrt":
            text = text.replace("\\" + letter, "  ")
        parts = text.split("\\u")
        text = parts[0] + "".join([_without_number(part) for part in parts[1:]])
    if size > len(text):
        for separator in _SEPARATORS:
            text = text.replace(separator, " " * len(separator.encode()))
    return text


def _without_number(text):
    """Return what stands behind `\\u` with blanks for that and for the four digits."""
    return " " * (2 + len(text[:4].encode(*_ANY_TEXT))) + text[4:]


def _borders(data):
    """Return the places where words begin and end, in turn."""
    borders = []
    inside = place = 0
    for byte in data:
        if _IN_WORDS[byte] != inside:
            inside = not inside
            borders.append(place)
        place += 1
    if inside:
        borders.append(place)
    return borders


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
    if len(word) < _SHORTEST_COMPOUND:
        return False
    several = "_" in word or (word[1:] != word[1:].lower() and word != word.upper())
    return several and max(word) <= "\x7f"


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
