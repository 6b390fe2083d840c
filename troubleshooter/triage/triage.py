"""Sorts an export of many failed events into its few causes, in slices of text, in any order of files."""

from collections import namedtuple

from ..export.event import OTHER
from ..export.file import ExportFile
from ..export.kinds import ENTRA, ENTRA_PART
from .causes import CauseReader
from .changes import Changes
from .summary import summarise
from .tally import Tally

# Callers feed slices of about this many characters: each takes less than a frame may.
SLICE = 4_096
# Smaller ones are put together, so that their number costs nothing.
_LEAST = 2_048
# The ids of rows that say less are too short to be nobody else's.
_SHORTEST_ID = 8


class FileReport(namedtuple("FileReport", "name format rows read set_aside complaint notice")):
    """What a file was: its format, rows, and pairs of a row's number and the reason why it was set aside.

    A file that is no export has a complaint, one sentence, and counts for nothing. One with nothing of
    provisioning has a notice: what it seems to be, and what to export instead.
    """


class Triage:
    """Takes files one after the other, each in slices of text, and tells the causes of what failed."""

    def __init__(self, tree, answers, wordings, least=_LEAST, seen=None):
        """Begin a triage that leads to the `answers` (as for resolve()) through the `tree`, by the Wordings.

        `seen` holds the ids of events, like a set; a page keeps them outside of Python.
        """
        self._answers = answers
        self._tree = tree
        self._reader = CauseReader(tree, answers, wordings)
        self._tally = Tally(self._reader)
        self._changes = Changes()
        self._seen = set() if seen is None else seen
        self._duplicates = 0
        self._reports: list[FileReport] = []
        self._file = ExportFile("", self._reader)
        self._least = least
        self._slices: list[str] = []
        self._size = 0
        self._others = 0

    @property
    def rows(self):
        """How many rows of the open file were read or set aside so far."""
        return self._file.rows

    def open(self, name):
        """Begin the next file; `name` is for people only."""
        self._file = ExportFile(name, self._reader)
        self._slices = []
        self._size = 0
        self._others = 0

    def feed(self, text):
        """Take the next slice of the open file's text, cut anywhere; it takes time in proportion to it."""
        self._slices.append(text)
        self._size += len(text)
        if self._size >= self._least:
            self._flush()

    def close(self):
        """End the open file and return its FileReport."""
        self._flush()
        file = self._file
        for row, kind, event in file.close():
            self._count(kind, event, (row, file.name))
        if file.complaint:
            # Lines of text that tell nothing are all that was counted.
            self._tally.counts[OTHER] -= self._others
            report = FileReport(file.name, None, 0, 0, [], file.complaint, None)
        else:
            read = file.rows - len(file.set_aside)
            report = FileReport(file.name, file.format, file.rows, read, file.set_aside, None, file.notice)
        self._reports.append(report)
        return report

    def summary(self):
        """Return what the closed files tell, as summary.py describes; more files may follow."""
        return list(self.summing_up())[-1]

    def summing_up(self):
        """Yield None after each part of the work, and at its end what summary() returns.

        A part takes less than a frame may, so that a page can have its turn after each.
        """
        tally, joined = yield from self._changes.settle(self._tally)
        reports, duplicates = self._reports, self._duplicates
        summary = yield from summarise(self._tree, self._answers, reports, tally, duplicates, joined)
        yield summary

    def _flush(self):
        text = "".join(self._slices)
        self._slices = []
        self._size = 0
        for row, kind, event in self._file.feed(text):
            self._count(kind, event, (row, self._file.name))

    def _count(self, kind, event, place):
        if kind is ENTRA_PART:
            self._changes.take_part(event, place, self._tally.people)
            return
        if event.id and (event.idp or len(event.id) >= _SHORTEST_ID):
            identity = (event.idp or "") + event.id
            if identity in self._seen:
                self._duplicates += 1
                return
            self._seen.add(identity)
        if kind is ENTRA and event.change and self._file.is_table:
            event = self._changes.take_event(event, place)
            if event is None:
                return
        self._others += event.outcome == OTHER
        self._tally.add(event, place)
