"""Reads one file of an export: cuts it into records, and reads an event from each."""

from ..plain import plain
from .encoding import EXPECTED
from .event import FAILED, OTHER, Event, known_as, listed
from .fields import squeeze_names
from .kinds import TABLE, kind_of, unwrap
from .recognise import LONGEST_HEAD, NOT_YET, recognise
from .records import NOT_JSON, load_json
from .text_lines import outcome_of_text, person_in_text

NO_EVENT = "it has no field of an event that is known"
_PLAIN_TEXT = "messages"


class ExportFile:
    """A file while it is read: how many rows it had, which were set aside, and what kind it is."""

    def __init__(self, name, reader):
        self.name = name
        self.rows = 0
        self.set_aside: list[tuple] = []
        self.complaint = None
        self._reader = reader
        self._head = ""
        self._container = NOT_YET
        self._carriage_returns = False
        self._label = None
        self._recognised = 0
        # The names of the fields of the first object that was none.
        self._found = None

    @property
    def format(self):
        """What the file is, or None where nothing in it was recognised."""
        if self._container is NOT_YET or self.complaint:
            return None
        return (self._label or "no events") + ", " + self._container.form

    @property
    def is_table(self):
        """Whether the file is a table, which may have others that belong to it."""
        return self._container.columns is not None

    def feed(self, text):
        """Yield (row number, Kind or None for text, Event) of each row that ends in `text` and is read."""
        if self._container is NOT_YET:
            self._head += text
            if len(self._head) < LONGEST_HEAD:
                return
            text = self._open(False)
        yield from self._read(text)

    def close(self):
        """Yield the same of what is left at the end, then say what is wrong with the file as a whole."""
        if self._container is NOT_YET:
            for found in self._read(self._open(True)):
                yield found
        if self.complaint:
            return
        for record in self._container.splitter.close():
            for found in self._take(record):
                yield found
        if not self._recognised and self._found is not None:
            self.complaint = EXPECTED + "; found " + self._found + "."

    def _open(self, whole):
        """Recognise what the file is; return the text that its records are in."""
        head = self._head
        self._head = ""
        self._carriage_returns = "\r" in head and "\n" not in head
        # Decoders leave the byte-order mark where they were not told of it.
        head = head[1:] if head[:1] == "\ufeff" else head
        if self._carriage_returns:
            head = head.replace("\r", "\n")
        self._container = recognise(head[:LONGEST_HEAD], whole and len(head) <= LONGEST_HEAD)
        self.complaint = self._container.complaint
        if self._container.kind:
            self._label = self._container.kind.label
            self._recognised = 1
        return (self._container.rest or "") + head[LONGEST_HEAD:]

    def _read(self, text):
        if self.complaint:
            return
        if self._carriage_returns:
            text = text.replace("\r", "\n")
        for record in self._container.splitter.feed(text):
            yield from self._take(record)

    def _take(self, record):
        """Return what a Record tells as a list of one; nothing where it was set aside."""
        self.rows += 1
        value, reason = record
        if value is not None:
            if isinstance(value, str):
                return self._take_text(value)
            if isinstance(value, list) and self._container.columns:
                fields = dict(zip(self._container.columns, value))
                kind = self._container.kind
                if kind is TABLE:
                    fields = unwrap(fields)
                    kind = kind_of(fields) or kind
                event = kind.read(fields, kind.idp)
                if event.id or event.change or event.message or event.names:
                    return [(self.rows, kind, event)]
            elif isinstance(value, dict):
                return self._take_fields(value)
            reason = NO_EVENT
        return self._set_aside(reason)

    def _take_fields(self, value):
        fields = squeeze_names(value)
        kind = kind_of(fields)
        if kind is None or kind is TABLE:
            fields = unwrap(fields)
            kind = kind_of(fields)
        if kind is None:
            if self._found is None:
                names = [plain(name) for name in sorted(value)[:6]]
                self._found = "JSON with the fields " + (", ".join(names) or "of no object")
            return self._set_aside(NO_EVENT)
        self._label = self._label or kind.label
        self._recognised += 1
        return [(self.rows, kind, kind.read(fields, kind.idp))]

    def _take_text(self, line):
        if line.lstrip(" \t")[:1] == "{":
            try:
                value = load_json(line)
            except ValueError:
                value = None
            if isinstance(value, dict):
                return self._take_fields(value)
            if self._recognised and self._label != _PLAIN_TEXT:
                return self._set_aside(NOT_JSON)
        name = person_in_text(line)
        event = Event(FAILED, "", "", None, known_as(name), listed(name), "", line, None)
        outcome = outcome_of_text(line)
        if outcome is None:
            told = self._reader.read(event)
            outcome = OTHER if told.key[0] == "text" else FAILED
        if outcome == OTHER:
            self._found = self._found or "text in which no line tells of a failure"
        else:
            self._label = self._label or _PLAIN_TEXT
            self._recognised += 1
        return [(self.rows, None, event if outcome == FAILED else Event(outcome, *event[1:]))]

    def _set_aside(self, reason):
        self.set_aside.append((self.rows, reason))
        return []
