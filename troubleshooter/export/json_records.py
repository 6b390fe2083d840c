"""Cuts JSON, one document or several one after the other, into its records, whatever the slices."""

from .json_ends import Nesting
from .json_wrapping import (
    AFTER_KEYS,
    ARRAYS,
    BETWEEN,
    ENOUGH,
    OBJECTS,
    end_of_word,
    holds_records,
    names_of_columns,
)
from .records import CUT_OFF, LONGEST_RECORD, NOT_JSON, TOO_LONG, Record, load_json

_TABLES = "tables"
# What is read at once: some steps take time for all that is there.
_SLICE = 4_096


class JsonRecords:
    """Takes slices of JSON and yields the records of arrays, of wrapped arrays, and loose ones."""

    def __init__(self):
        # What is not read yet; it begins between values, or within one that is passed over.
        self._text = ""
        # The scanner of a value that is passed over, or whose pieces are kept until it ends.
        self._scanner = None
        self._kept = None
        self._size = 0
        # What takes the pieces: the columns of a table, else they are a record.
        self._is_columns = False
        # The key whose value comes next, and whether a word goes on that is passed over.
        self._key = None
        self._in_word = False
        # What is open around the records: "[", "{", or the array of tables.
        self._frames = []
        self._columns = None
        # Whether objects outside of any array are records.
        self._loose = False
        self._stuck = False
        self._last = False
        self._has_given = False

    def feed(self, text):
        """Yield the Record of each value that ends in `text`."""
        for start in range(0, len(text), _SLICE):
            yield from self._read_on(text[start : start + _SLICE])

    def close(self):
        """Yield the Record of what is left at the end of the file."""
        self._last = True
        yield from self._read_on("")
        is_open = self._scanner and self._size <= LONGEST_RECORD
        if is_open or (self._frames and not self._has_given):
            # Of a message that was not copied whole, what is there may tell.
            yield Record("".join(self._kept) if self._kept else None, CUT_OFF)

    def _read_on(self, text):
        self._text += text
        self._stuck = False
        while self._text and not self._stuck:
            for record in self._step():
                self._has_given = True
                yield record

    def _step(self):
        """Read on to the next value; return the records that were found."""
        if self._scanner:
            return self._scan_on(self._scanner)
        if self._in_word:
            self._pass_word(0)
            return ()
        if self._key is not None:
            self._step_in_value()
            return ()
        self._text = self._text.lstrip(BETWEEN)
        first = self._text[:1]
        frame = self._frames[-1] if self._frames else ""
        if not first:
            return ()
        if frame == "{":
            return self._step_in_object(first)
        if first in "]}":
            self._leave()
            return ()
        if first == "[" and self._columns is None:
            self._enter("[", self._text)
            return ()
        if first == "{" and (frame == _TABLES or (not frame and not self._loose)):
            holds = True if frame else holds_records(self._text, self._last)
            self._stuck = holds is None
            self._loose = holds is False
            if holds:
                self._enter("{", self._text)
            return ()
        if first in "{[":
            return self._take_values(first, "}" if first == "{" else "]")
        return self._take_exactly() if first == '"' else self._take_word()

    def _enter(self, frame, text):
        self._frames.append(frame)
        self._text = text[1:]

    def _leave(self):
        self._text = self._text[1:]
        if self._frames and self._frames.pop() == "{":
            self._columns = None

    def _step_in_object(self, first):
        """Read a key of an object around the records, and what it has that is not their array."""
        if first == "}":
            self._leave()
            return ()
        if first != '"':
            self._take_word()
            return ()
        cut = Nesting().cut(self._text)
        if cut:
            self._key, self._text = cut[0][1:-1].lower(), cut[1]
        elif len(self._text) > ENOUGH:
            # No key that is known; what comes behind it is read as if it were its value.
            self._key = ""
            self._pass_over()
        else:
            self._stuck = True
        return ()

    def _step_in_value(self):
        value = self._text = self._text.lstrip(AFTER_KEYS)
        if not value:
            return
        key, self._key = self._key, None
        if value[0] == "[" and key in ARRAYS:
            self._enter(_TABLES if key == "tables" else "[", value)
            if key == "rows" and self._columns is None:
                self._columns = []
        elif value[0] == "{" and key in OBJECTS:
            self._enter("{", value)
        elif value[0] == "[" and key == "columns":
            self._take_exactly()
            self._is_columns = True
        elif value[0] in '{["':
            self._pass_over()
        else:
            self._take_word()

    def _take_values(self, opening, closing):
        """Yield the records at the beginning of the text; their brackets are counted at full speed.

        What the count takes for a record and what is none because of brackets in its texts, is read
        exactly. A record that is valid ends at the same place either way.
        """
        pieces = self._text.split(closing)
        first = depth = 0
        for index in range(len(pieces) - 1):
            depth += pieces[index].count(opening) - 1
            if depth > 0:
                continue
            record = self._read(closing.join(pieces[first : index + 1]) + closing)
            if record is None:
                break
            yield record
            depth = 0
            first = index + 1
            pieces[first] = pieces[first].lstrip(BETWEEN)
            if pieces[first][:1] != opening:
                break
        self._text = closing.join(pieces[first:])
        if self._text[:1] == opening:
            if (depth <= 0 and first < len(pieces) - 1) or len(self._text) > ENOUGH or self._last:
                self._take_exactly()
            else:
                self._stuck = True

    def _take_exactly(self):
        """Begin to read the value at the beginning of the text exactly; its end may be slices away."""
        self._pass_over()
        self._kept = [""]
        self._is_columns = False
        return ()

    def _pass_over(self):
        self._scanner = Nesting()
        self._size = 0

    def _scan_on(self, scanner):
        """Read on in a value that began before; return its Record where it ends and is wanted."""
        ended = scanner.cut(self._text)
        piece, self._text = ended or (self._text, "")
        kept = self._kept
        if ended:
            self._scanner = self._kept = None
        if kept is None:
            return ()
        kept.append(piece)
        self._size += len(piece)
        if self._size > LONGEST_RECORD:
            self._kept = None
            return [Record(None, TOO_LONG)]
        if not ended:
            return ()
        text = "".join(kept)
        if self._is_columns:
            self._columns = names_of_columns(text)
            return ()
        return [self._read(text) or Record(None, NOT_JSON)]

    def _take_word(self):
        """Return a Record for what is neither an object, an array nor a text, as a list."""
        self._pass_word(1)
        return [Record(None, NOT_JSON)]

    def _pass_word(self, start):
        end = end_of_word(self._text, start)
        self._in_word = end == len(self._text)
        self._text = self._text[end:]

    def _read(self, text):
        if len(text) > LONGEST_RECORD:
            return Record(None, TOO_LONG)
        try:
            value = load_json(text)
        except ValueError:
            return None
        if self._columns is not None and isinstance(value, list):
            value = dict(zip(self._columns, value))
        return Record(value, None)
