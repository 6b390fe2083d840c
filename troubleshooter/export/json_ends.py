"""Finds where a JSON value ends: exactly, whatever its texts hold, and over any number of slices."""


class Nesting:
    """Remembers how deep in brackets, and whether in quotes, the text given so far ends."""

    def __init__(self):
        self._depth = 0
        self._in_quotes = False
        # Whether an odd number of backslashes stands before what follows.
        self._escaped = False

    def cut(self, text):
        """Return (the value's text up to its end, what follows), or None where it goes on.

        The first text begins with the value's bracket or quotation mark.
        """
        segments = text.split('"')
        for index, segment in enumerate(segments):
            if index:
                if not (self._in_quotes and self._escaped):
                    self._in_quotes = not self._in_quotes
                    if not self._in_quotes and not self._depth:
                        return '"'.join(segments[:index]) + '"', '"'.join(segments[index:])
                self._escaped = False
            if self._in_quotes:
                self._count_backslashes(segment)
            elif segment:
                end = self._end_in(segment)
                if end:
                    before = segments[:index] + [segment[:end]]
                    after = [segment[end:]] + segments[index + 1 :]
                    return '"'.join(before), '"'.join(after)
        return None

    def _count_backslashes(self, segment):
        kept = segment.rstrip("\\")
        if segment:
            odd = (len(segment) - len(kept)) % 2 == 1
            self._escaped = odd != self._escaped if not kept else odd

    def _end_in(self, segment):
        """Return the place behind the bracket that closes the value, or None."""
        opened = segment.count("{") + segment.count("[")
        closed = segment.count("}") + segment.count("]")
        if closed < self._depth:
            self._depth += opened - closed
            return None
        for place, letter in enumerate(segment):
            if letter in "{[":
                self._depth += 1
            elif letter in "}]":
                self._depth -= 1
                if self._depth <= 0:
                    return place + 1
        return None


def ends_of(text):
    """Return the quotation mark and the brackets that are open at the end of the JSON `text`."""
    brackets = []
    segments = text.replace("\\\\", "").replace('\\"', "").split('"')
    for index, segment in enumerate(segments):
        for letter in "" if index % 2 else segment:
            if letter in "{[":
                brackets.append("}" if letter == "{" else "]")
            elif letter in "}]" and brackets:
                brackets.pop()
    in_quotes = len(segments) % 2 == 0
    return ('"' if in_quotes else "") + "".join(reversed(brackets))
