"""Reads one file of an export: cuts it into records, and reads an event from each."""

from ..plain import plain
from .consoles.elsewhere import instead_of
from .encoding import EXPECTED
from .event import OTHER
from .fields import squeeze_names
from .kinds import ENTRA_PART, TABLE, is_elsewhere, is_vague
from .opening import events_behind, events_in
from .recognise import LONGEST_HEAD, NOT_YET, recognise
from .records import NOT_JSON, load_json
from .text.reading import read_entry
from .words import Words

NO_EVENT = "it has no field of an event that is known"
_PLAIN_TEXT = "messages"
# Objects of no known kind whose words are read, before the file is taken for something else.
_MOST_TRIES = 100


class ExportFile:
    """A file while it is read: how many rows it had, which were set aside, and what kind it is."""

    def __init__(self, name, reader):
        self.name = name
        self.rows = 0
        self.set_aside: list[tuple] = []
        self.complaint = None
        self._words = Words(reader)
        self._head = ""
        self._container = NOT_YET
        self._carriage_returns = False
        self._label = None
        # Whether that is the label of a log of a provider.
        self._sure = False
        # The Kind of the first row that is no provisioning.
        self._elsewhere = None
        self._recognised = 0
        # Rows that tell of provisioning.
        self._told = 0
        # The names of the fields of the first object that was none.
        self._found = None

    @property
    def format(self):
        """What the file is, or None where nothing in it was recognised."""
        if self._container is NOT_YET or self.complaint:
            return None
        label = self._label or (self._elsewhere.label if self._elsewhere else "no events")
        return label + ", " + self._container.form

    @property
    def notice(self):
        """What the file seems to be and what to export instead, where nothing in it is provisioning."""
        read = self.rows - len(self.set_aside)
        if self.complaint or self._told or not read or not self._elsewhere:
            return None
        entries = "Its one entry is not" if read == 1 else "None of its " + str(read) + " entries is"
        found = "This looks like: " + self._elsewhere.label + ". " + entries + " about provisioning. "
        return found + instead_of(self._elsewhere.idp)

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
        self._container = recognise(
            head[:LONGEST_HEAD], whole and len(head) <= LONGEST_HEAD, self._words.tells
        )
        self.complaint = self._container.complaint
        if self._container.kind:
            self._label = self._container.kind.label
            self._sure = True
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
        """Return what a Record tells as a list; nothing where it was set aside."""
        self.rows += 1
        value, reason = record
        if value is not None and not (reason and self._recognised):
            if isinstance(value, str):
                return self._take_text(value)
            if isinstance(value, list) and self._container.columns:
                fields = dict(zip(self._container.columns, value))
                kind = self._container.kind
                if kind is TABLE:
                    found = events_in(fields)
                    kind, fields = found[0] if found else (kind, fields)
                event = kind.read(fields, kind.idp)
                if (
                    is_elsewhere(kind)
                    or event.id
                    or event.change
                    or event.message
                    or event.names
                    or event.time
                ):
                    event = event if kind is ENTRA_PART else self._words.settle(kind, event)
                    return [self._count(self.rows, kind, event)]
            elif isinstance(value, dict):
                return self._take_fields(value)
            reason = NO_EVENT
        return self._set_aside(reason)

    def _take_fields(self, value):
        found = events_in(squeeze_names(value))
        if found:
            return self._read_events(found)
        event = self._words.read_object(value) if len(self.set_aside) < _MOST_TRIES else None
        if event:
            self._recognised += 1
            return [self._count(self.rows, None, event)]
        if self._found is None:
            names = [plain(name) for name in sorted(value)[:6]]
            shown = ", ".join(names) or "of no object"
            self._found = self._container.form + " with the fields " + shown
        return self._set_aside(NO_EVENT)

    def _read_events(self, found):
        """Return the rows of (Kind, fields); the record that has them is counted already."""
        first = self.rows
        self.rows += len(found) - 1
        self._recognised += len(found)
        rows = []
        for number, (kind, fields) in enumerate(found):
            event = kind.read(fields, kind.idp)
            event = event if kind is ENTRA_PART else self._words.settle(kind, event)
            rows.append(self._count(first + number, kind, event))
        return rows

    def _take_text(self, text):
        if text.lstrip(" \t")[:1] == "{":
            try:
                value = load_json(text)
            except ValueError:
                value = None
            if isinstance(value, dict):
                return self._take_fields(value)
            if self._recognised and self._label != _PLAIN_TEXT:
                return self._set_aside(NOT_JSON)
        found = events_behind(text)
        if found:
            return self._read_events(found)
        kind, event = read_entry(text)
        event = self._words.settle(kind, event)
        if kind or event.outcome != OTHER:
            self._recognised += 1
        else:
            self._found = self._found or "text in which no line tells of a failure"
        return [self._count(self.rows, kind, event)]

    def _count(self, row, kind, event):
        """Return (row, Kind, Event) of a row that was read, and remember what the file seems to be."""
        if event.outcome == OTHER:
            self._elsewhere = self._elsewhere or kind
        else:
            self._told += 1
            sure = kind and not is_vague(kind)
            if not self._label or (sure and not self._sure):
                self._label = kind.label if kind else _PLAIN_TEXT
                self._sure = sure
        return row, kind, event

    def _set_aside(self, reason):
        self.set_aside.append((self.rows, reason))
        return []
