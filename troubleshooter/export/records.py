"""What a file is cut into: records, or pieces that are none, each with the reason."""

import json
from collections import namedtuple

from ..letters import DIGITS

# Longer than any event; what never ends must not fill the memory.
LONGEST_RECORD = 500_000

TOO_LONG = "it is longer than 500,000 characters"
CUT_OFF = "it is cut off"
NOT_JSON = "it is not valid JSON, or cut off"


class Record(namedtuple("Record", "value reason")):
    """A record (a dict, a list of cells, or a text), or None and the reason why it could not be read.

    A text may have a reason too: it is what is left of a record.
    """


def load_json(text):
    """Return what the JSON `text` stands for; raise ValueError where it is none.

    Line ends within texts and letters written in two halves come out the same on both interpreters; but
    MicroPython takes some text for JSON that is none, such as lists without commas.
    """
    if "\n" in text or "\r" in text or "\t" in text:
        text = text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    if "\\u" in text and ("\\ud" in text or "\\uD" in text):
        text = _with_whole_letters(text)
    try:
        return json.loads(text)
    except RuntimeError:
        # It is nested too deeply.
        raise ValueError


def _with_whole_letters(text):
    """Return JSON text with the letters that are escaped in two halves, which MicroPython reads as two."""
    parts = text.replace("\\uD", "\\ud").split("\\ud")
    done = [parts[0]]
    high = None
    for part in parts[1:]:
        before = done[-1]
        if (len(before) - len(before.rstrip("\\"))) % 2:
            # The backslash is escaped itself.
            done.append("\\ud" + part)
            high = None
            continue
        half = _half("d" + part[:3])
        if half is None:
            done.append("\\ud" + part)
            high = None
        elif half < 0xDC00:
            done.append("\ufffd" + part[3:])
            high = half if len(part) == 3 else None
        elif high is not None:
            done[-1] = chr(0x10000 + (high - 0xD800) * 0x400 + half - 0xDC00)
            done.append(part[3:])
            high = None
        else:
            done.append("\ufffd" + part[3:])
            high = None
    return "".join(done)


def _half(digits):
    if len(digits) != 4 or digits.strip(DIGITS + "abcdefABCDEF"):
        return None
    number = int(digits, 16)
    return number if number >= 0xD800 else None


class Lines:
    """Takes slices of text and yields each line as a Record; lines without anything only if `blank`."""

    def __init__(self, blank=False):
        self._blank = blank
        self._rest = ""
        # Whether the line is too long and was given up.
        self._dropping = False

    def feed(self, text):
        """Yield the Record of each line that ends in `text`."""
        lines = text.split("\n")
        lines[0] = self._rest + lines[0]
        self._rest = lines.pop()
        for line in lines:
            for record in self._records(line):
                yield record
            self._dropping = False
        if len(self._rest) > LONGEST_RECORD:
            for record in self._records(self._rest):
                yield record
            self._dropping = True
            self._rest = ""

    def close(self):
        """Yield the Record of the last line, where no line end follows it."""
        return self._records(self._rest) if self._rest else []

    def _records(self, line):
        line = line.rstrip("\r")
        if self._dropping or not (self._blank or line.strip(" \t")):
            return []
        return [Record(None, TOO_LONG) if len(line) > LONGEST_RECORD else Record(line, None)]
