"""A text in pieces, in which values are found to their end, and masked."""

from ..letters import DIGITS, LETTERS
from .encoded import Encoded

SECRET = "[secret]"
BLANKS = " \t\r\n"
QUOTES = "\"'`"
# What a token, a password or an address is written in, beside letters beyond ASCII.
_WORD = frozenset(LETTERS + DIGITS + "._-+~@%$!*^#\\")
# What may stand within a value without quotes.
_INSIDE = "/:=?,+|"
# Pieces that are gone through for the end of a value in brackets, and of an element.
_MOST, _MOST_OF_ELEMENT = 600, 40


class Pieces:
    """What stands between words at the even places, words at the odd ones; `plain` as it is meant.

    An end is a pair: the place of what stands between words, and how many of its signs are masked too.
    """

    def __init__(self, text):
        self._encoded = Encoded(text)
        self.raw: list[str] = []
        self.plain: list[str] = []
        self._cut(self._encoded.text, self._encoded.meaning)

    def _cut(self, text, meaning):
        """Cut at all signs that are no part of words, at the speed of the interpreter's own code."""
        for letter in set(text):
            if not _is_in_words(meaning.get(letter, letter)):
                text = text.replace(letter, "\0" + letter + "\0")
        cut = text.split("\0")
        # Words, which may be empty, and single signs take turns.
        signs: list[str] = []
        for place in range(0, len(cut), 2):
            word = cut[place]
            if word:
                self.raw.append("".join(signs))
                self.raw.append(word)
                signs = []
            signs.extend(cut[place + 1 : place + 2])
        self.raw.append("".join(signs))
        self.plain = (
            ["".join([meaning.get(letter, letter) for letter in piece]) for piece in self.raw]
            if meaning
            else list(self.raw)
        )

    def text(self):
        """Return the whole, with what was masked."""
        return self._encoded.restore("".join(self.raw))

    def hide(self, place, start, end):
        """Mask from the sign `start` of what stands at the place to the end; return the next word's place."""
        last, signs = end
        behind, behind_plain = self.raw[last][signs:], self.plain[last][signs:]
        self.raw[place] = self.raw[place][:start] + SECRET
        for between in range(place + 1, last):
            self.raw[between] = ""
        if last == place:
            self.raw[place] += behind
        else:
            self.raw[last], self.plain[last] = behind, behind_plain
        return last + 1

    def end_of_quotes(self, place, start):
        """Return the end of what begins with a quotation mark, which is the sign `start` at the place."""
        mark = self.plain[place][start]
        opening = self._encoded.written.get(self.raw[place][start], mark)
        level = opening.count("\\")
        sign = start + 1
        for at in range(place, len(self.plain), 2):
            between = self.plain[at]
            while sign < len(between):
                if self.raw[at][sign] == "\n":
                    return at, sign
                if between[sign] == mark:
                    written = self._encoded.written.get(self.raw[at][sign], mark)
                    deeper = written.count("\\") - level
                    # A backslash is doubled within each pair of quotation marks.
                    ends = deeper <= 0 or deeper % (4 if level else 2) == 0
                    if mark == "'" and self._goes_on(at, sign):
                        sign += 1
                    elif ends and written.lstrip("\\") == opening.lstrip("\\"):
                        return at, sign
                sign += 1
            sign = 0
        return self._end()

    def _goes_on(self, place, sign):
        """Whether the apostrophe at the place is one within a word, or doubled."""
        between = self.plain[place]
        behind = between[sign + 1 : sign + 2]
        return behind == "'" or (not behind and place + 1 < len(self.plain))

    def end_of_brackets(self, place, start):
        """Return the end of what begins with the bracket that is the sign `start` at the place, or None."""
        depth = 0
        quoted = False
        for at in range(place, min(len(self.plain), place + _MOST), 2):
            between = self.plain[at]
            for sign in range(start, len(between)):
                letter = between[sign]
                if letter == '"':
                    quoted = not quoted
                elif not quoted and letter in "{[":
                    depth += 1
                elif not quoted and letter in "}]":
                    depth -= 1
                    if not depth:
                        return at, sign
            start = 0
        return self.end_of_line(place, start)

    def end_of_line(self, place, start, stops="\n"):
        """Return the end of the line, or what comes before it of the signs `stops`."""
        inner = ""
        for at in range(place, len(self.plain), 2):
            between = self.plain[at]
            for sign in range(start, len(between)):
                letter = between[sign]
                if inner == letter:
                    inner = ""
                elif letter == '"' and sign and between[sign - 1] == "=":
                    inner = letter
                elif letter in stops and not inner:
                    # Blanks before it are no part.
                    return at, len(between[:sign].rstrip(BLANKS))
            start = 0
        return self._end()

    def end_of_word(self, place, blanks=False):
        """Return the end of a value without quotes; with `blanks`, it goes on to the next name or line."""
        inside = _INSIDE + (" \t&();" if blanks else "")
        for at in range(place, len(self.plain), 2):
            between = self.plain[at]
            sign = len(between) - len(between.lstrip(inside))
            behind = "".join(self.plain[at + 2 : at + 3]).lstrip(QUOTES + BLANKS)[:1]
            is_name = behind and behind in ":=" and between.strip("/:=?+")
            if sign < len(between) or is_name:
                # Signs that fill up a token are a part of it.
                return at, len(between[:sign]) - len(between[:sign].lstrip("/=+"))
        return self._end()

    def end_of_element(self, place, name):
        """Return the end of what stands in an element of XML, or None where the element does not end."""
        for at in range(place, min(len(self.plain), place + _MOST_OF_ELEMENT), 2):
            between = self.plain[at]
            # With or without its namespace.
            if between[-2:] == "</" and name in self.plain[at + 1 : at + 4]:
                return at, len(between) - 2
        return None

    def _end(self):
        last = len(self.plain) - 1
        return last, len(self.plain[last])


def _is_in_words(sign):
    # Beyond Latin-1's own marks, these two blocks of Unicode are punctuation.
    is_punctuation = "\u2000" <= sign <= "\u206f" or "\u3000" <= sign <= "\u303f"
    return sign in _WORD or (sign > "\xbf" and not is_punctuation)
