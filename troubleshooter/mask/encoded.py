"""Sees through the ways in which a sign is written in an address of the web, in JSON or in HTML."""

from ..letters import DIGITS, LETTERS

# A sign that is written in several letters is one of these while a text is looked at.
_FIRST_MARK = 0xF0000
_NAMED = {"amp": "&", "quot": '"', "apos": "'", "lt": "<", "gt": ">", "nbsp": " ", "commat": "@", "num": "#"}
_NAMED.update({"colon": ":", "equals": "=", "period": ".", "sol": "/", "Tab": " ", "NewLine": "\n"})
_ESCAPED = {"n": "\n", "r": "\n", "t": " ", '"': '"', "'": "'", "/": "/"}
# JSON in JSON in JSON has seven backslashes before a quotation mark.
_MOST_SIGNS = 16
# What stands for a letter beyond ASCII in HTML; elsewhere, it is written in what words are written in.
_LETTER = "\xe9"
_HEX = DIGITS + "abcdefABCDEF"


class Encoded:
    """A text with one letter for each sign: `text`; what a mark in it means and how it was written."""

    def __init__(self, text):
        self.meaning: dict[str, str] = {}
        self.written: dict[str, str] = {}
        self._marks: dict[str, str] = {}
        for sign, read in (("&", _read_html), ("%", _read_percent), ("\\", _read_escape)):
            if sign in text:
                text = self._mark(text, sign, read)
        text = text.replace("\uff20", self._mark_of("\uff20", "@")) if "\uff20" in text else text
        if "\0" in text:
            # Pieces are cut there.
            text = text.replace("\0", self._mark_of("\0", " "))
        if '"":' in text:
            # CSV doubles the quotation marks within a cell.
            text = text.replace('""', self._mark_of('""', '"'))
        self.text = text

    def restore(self, text):
        """Return `text`, a part of the marked text, as it was written."""
        return "".join([self.written.get(letter, letter) for letter in text]) if self.written else text

    def _mark(self, text, sign, read):
        """Return the text with marks for what `read` finds behind the sign: (its meaning, its length)."""
        parts = text.split(sign)
        done = [parts[0]]
        signs = 0
        for place in range(1, len(parts)):
            part = parts[place]
            signs += 1
            if not part and sign == "\\" and place < len(parts) - 1:
                continue
            meaning, length = read(part)
            if length and meaning and signs < _MOST_SIGNS:
                done.append(self._mark_of(sign * signs + part[:length], meaning) + part[length:])
            else:
                done.append(sign * signs + part)
            signs = 0
        return "".join(done)

    def _mark_of(self, written, meaning):
        mark = self._marks.get(written)
        if mark is None:
            mark = self._marks[written] = chr(_FIRST_MARK + len(self._marks))
            self.meaning[mark] = meaning
            self.written[mark] = written
        return mark


def _read_percent(part):
    length = 2
    # Encoded once more, the percent sign is %25.
    while part[length - 2 : length] == "25" and _number(part[length : length + 2]) is not None:
        length += 2
    return _sign(_number(part[length - 2 : length]), length)


def _read_escape(part):
    if part[:1] == "u":
        return _sign(_number(part[1:5], 4), 5)
    meaning = _ESCAPED.get(part[:1])
    return meaning, 1 if meaning else 0


def _read_html(part):
    twice = 4 if part[:4] == "amp;" else 0
    name, end, _ = part[twice : twice + 10].partition(";")
    length = twice + len(name) + 1
    if name[:2] in ("#x", "#X"):
        meaning, length = _sign(_number(name[2:], len(name) - 2), length)
    elif name[:1] == "#":
        meaning, length = _sign(_number(name[1:], len(name) - 1, 10), length)
    else:
        meaning = _NAMED.get(name)
        length = length if name and not name.strip(LETTERS + DIGITS) else 0
    return ("&", twice) if not end or not length else (meaning or _LETTER, length)


def _number(digits, length=2, base=16):
    if len(digits) != length or not digits or digits.strip(_HEX if base == 16 else DIGITS):
        return None
    return int(digits, base)


def _sign(number, length):
    if number is None:
        return None, 0
    if number < 32:
        return "\n" if number in (10, 13) else " ", length
    return chr(number) if number < 127 else None, length
