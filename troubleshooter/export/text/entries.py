"""Cuts text into its entries, whatever the slices: an entry goes on over the lines that belong to it."""

from ...letters import squeeze
from ..records import Lines, Record, load_json
from .beginnings import ANSWER, CONSOLE, JSON, LEVEL, REQUEST, TIME, beginning_of, is_trace

# Of a longer entry, what follows is left out: a message is told by its beginning.
_LONGEST = 100_000
# A JSON object with one of these is an entry by itself, and no answer of a service.
_OF_RECORDS = frozenset(
    "level severity loglevel lvl time timestamp ts eventtype uuid published activitydatetime".split()
)
# Behind a blank line, these go on with the sentence of a console.
_GO_ON = ("Message:", "Web Response", "StatusCode", "This operation", "It will be", "Response", "Error", "}")
# Okta's sentence is `Automatic … failed: Error while …: Conflict. Errors reported by remote server: …`.
_STEP, _REMOTE = "Error while ", "Errors reported by remote server"
_OPENING, _CLOSING = ("{", "["), ("}", "]")
_OF_BODIES = frozenset('"{}[],')
_MARKUP = ("<!doctype html", "<html")
_END_OF_MARKUP = "</html>"


class Entries:
    """Takes slices of text and yields a Record of each entry: its lines, or the dict of a line of JSON."""

    def __init__(self):
        self._lines = Lines(blank=True)
        self._parts: list[str] = []
        self._begin("", None)

    def feed(self, text):
        """Yield the Record of each entry that ends before the end of `text`."""
        for line in self._lines.feed(text):
            yield from self._take(line)

    def close(self):
        """Yield the Record of what is left at the end of the file."""
        for line in self._lines.close():
            for record in self._take(line):
                yield record
        for record in self._end():
            yield record

    def _take(self, record):
        """Return the Records of the entries that end before a line."""
        line = record.value
        if line is None:
            return self._end() + [record]
        if not line.strip(" \t"):
            self._blank = bool(self._parts)
            return []
        kind = beginning_of(line)
        ended = []
        if not self._parts or not self._goes_on(line, kind):
            ended = self._end()
            self._begin(line, kind)
        self._add(line, kind)
        return ended

    def _begin(self, line, kind):
        self._kind = kind
        self._indent = len(line) - len(line.lstrip(" \t"))
        self._size = self._depth = 0
        self._blank = self._in_markup = self._answered = self._has_body = False

    def _add(self, line, kind):
        if self._blank:
            self._parts.append("")
        if self._answered and kind is not ANSWER and (self._blank or kind is JSON):
            self._has_body = True
        self._blank = False
        self._answered = self._answered or kind is ANSWER
        self._size += len(line)
        if self._size <= _LONGEST:
            self._parts.append(line)
        if kind is JSON and line.rstrip(" ")[-1:] == "}":
            # Most are whole, and there are many.
            return
        self._depth = max(0, self._depth + _opened(line))
        words = line.lower()
        if any(mark in words for mark in _MARKUP):
            self._in_markup = True
        if _END_OF_MARKUP in words:
            self._in_markup = False

    def _end(self):
        """Return the Record of the entry so far as a list."""
        parts, self._parts = self._parts, []
        return [Record("\n".join(parts), None)] if parts else []

    def _goes_on(self, line, kind):
        """Whether a line belongs to the entry before it."""
        unfinished = self._parts[-1].rstrip(" ")[-1:] == ":"
        if line.startswith(_REMOTE) or (line.startswith(_STEP) and self._lacks_step()):
            return True
        if kind in (TIME, LEVEL, CONSOLE):
            # A program prints the name of an exception below the line of its log.
            is_exception = kind is LEVEL and self._kind is TIME and line.startswith("Error:")
            return is_exception or (unfinished and kind is not TIME)
        if kind is ANSWER:
            return (self._kind is REQUEST and not self._answered) or unfinished
        if kind is REQUEST:
            return unfinished
        if self._in_markup or is_trace(line) or _is_part(line):
            return True
        if kind is JSON and (not self._depth or line[:2] == '{"'):
            # Within an object on several lines, none begins at the margin.
            return self._takes_body(line, unfinished)
        if self._depth and (line[0] in " \t" or line[0] in _OF_BODIES):
            return True
        if len(line) - len(line.lstrip(" \t")) > self._indent:
            return True
        return self._goes_on_plainly(line, unfinished)

    def _goes_on_plainly(self, line, unfinished):
        """Whether a line without any beginning belongs to the entry, by how that began."""
        if self._kind in (REQUEST, ANSWER):
            # Behind the head there is one body.
            return line[0] in "<>*" or not self._blank or not self._has_body
        if self._blank:
            return self._kind in (TIME, CONSOLE) and line.startswith(_GO_ON)
        return self._kind in (TIME, CONSOLE) or unfinished

    def _lacks_step(self):
        """Whether the entry is a sentence of Okta's that has not said yet what was tried."""
        return self._kind is CONSOLE and not any(_STEP in part for part in self._parts)

    def _takes_body(self, line, unfinished):
        """Whether an object of JSON on lines of its own belongs to the entry before it."""
        if unfinished:
            return True
        if self._kind in (REQUEST, ANSWER):
            return not self._has_body
        return self._kind is not JSON and not self._blank and not _is_record(line)


def _is_part(line):
    """Whether a line is a field of an object of JSON, or a heading in brackets."""
    bare = line.strip(" \t")
    if bare[:1] == '"':
        return '":' in bare
    return bare[:1] == "[" and bare[-1:] == "]" and " " not in bare and bare[1:2] not in ('"', "{", "[", "]")


def _opened(line):
    """Return how many brackets more a line opens than it closes, those in quotes apart."""
    if not any(mark in line for mark in "{}[]"):
        return 0
    plain = line.replace("\\\\", "").replace('\\"', "")
    pieces = plain.split('"')
    if len(pieces) % 2:
        plain = "".join([piece for place, piece in enumerate(pieces) if place % 2 == 0])
    opened = sum([plain.count(mark) for mark in _OPENING])
    return opened - sum([plain.count(mark) for mark in _CLOSING])


def _is_record(line):
    """Whether a line is an object of JSON that has the fields of a log."""
    if line.rstrip(" ")[-1:] != "}":
        return False
    try:
        value = load_json(line)
    except ValueError:
        return False
    return isinstance(value, dict) and any(squeeze(name) in _OF_RECORDS for name in value)
