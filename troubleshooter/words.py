"""A text as words and what stands between them: the form in which messages are read, in linear time."""

from collections import namedtuple

_ASCII = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
# Beyond ASCII these end a word: spaces, dashes, quotes, dots, arrows.
_SEPARATORS = frozenset("\u00a0\u2002\u2003\u2009\u200b\u202f\u3000\ufeff–—‘’‚“”„«»‹›…•·→⏎。、，：；")
QUOTES = "\"'`‘’“”„«»"


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
        if skipped:
            skipped -= 1
            in_word = False
        elif escaped and letter in "nrtu":
            skipped = 4 if letter == "u" else 0
            in_word = False
        else:
            in_word = letter in _ASCII or (letter > "\x7f" and letter not in _SEPARATORS)
        escaped = letter == "\\"
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
        place += 1
    if run:
        words.append("".join(run))
        ends.append(place)
    gaps.append("".join(gap))
    return Words(text, words, [word.lower() for word in words], starts, ends, gaps)


def squeeze(word):
    """Return the letters and digits of `word` in lower case, so that spellings of one name are alike."""
    return word.replace("_", "").lower()


def find_phrases(words, table):
    """Yield (index, end, what) for each phrase of `table` in `words`, in the text's order.

    `table` maps the first word of phrases to pairs of the following words and what the phrase tells.
    """
    lower = words.lower
    for index, word in enumerate(lower):
        for rest, what in table.get(word, ()):
            end = index + 1 + len(rest)
            if lower[index + 1 : end] == rest:
                yield index, end, what


def phrase_table(pairs):
    """Return the table for find_phrases of `pairs`: phrases in lower case, and what each tells."""
    table: dict[str, list] = {}
    for phrase, what in pairs:
        parts = phrase.split(" ")
        table.setdefault(parts[0], []).append((parts[1:], what))
    return table


def is_key(words, index):
    """Whether a value follows the word, as in `"status": 409`, `status=409` or `Status — 409`."""
    gap = words.gaps[index + 1].strip(" \t\r\n\\" + QUOTES)
    return gap[:1] in (":", "=") and index + 1 < len(words.words)


def is_quoted(words, index):
    """Whether quotation marks stand right around the word, or around a path that begins with it."""
    before, after = words.gaps[index].rstrip("\\"), words.gaps[index + 1].lstrip("\\")
    while after == "." and index + 2 < len(words.gaps):
        index += 1
        after = words.gaps[index + 1].lstrip("\\")
    return before[-1:] in QUOTES and after[:1] in QUOTES and bool(before and after)
