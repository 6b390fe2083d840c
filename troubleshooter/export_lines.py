"""Cuts text into its lines, whatever the slices, and none of them longer than a record may be."""

from .export_records import LONGEST_RECORD, TOO_LONG, Record


class Lines:
    """Takes slices of text and yields each line that has something in it, as a Record."""

    def __init__(self):
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
        return self._records(self._rest)

    def _records(self, line):
        line = line.rstrip("\r")
        if self._dropping or not line.strip(" \t"):
            return []
        return [Record(None, TOO_LONG) if len(line) > LONGEST_RECORD else Record(line, None)]
