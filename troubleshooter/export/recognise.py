"""Recognises by its beginning what a file is: JSON, a table, lines of text, or no export."""

from collections import namedtuple

from ..letters import BLANKS, LETTERS
from ..plain import plain
from .consoles.okta import WRONG_REPORT, is_other_report
from .csv_records import CsvRecords, split_row
from .encoding import EXPECTED
from .fields import squeeze_name
from .json_records import JsonRecords
from .json_wrapping import holds_records
from .kinds import kind_of_columns
from .records import Lines, load_json
from .text_lines import are_messages

# What is looked at; a header or the first event ends before.
LONGEST_HEAD = 8_192
_DELIMITERS = [",", ";", "\t", "|"]
# A header may have titles above it.
_MOST_TITLES = 10
_SOME_LINES = 40
_BEGINS_A_TAG = frozenset(LETTERS + "!?")


class Container(namedtuple("Container", "form splitter columns kind rest complaint")):
    """How a file is cut: what takes its `rest`, and for a table its columns and their Kind.

    A file that is no export has a complaint and nothing else.
    """


NOT_YET = Container(None, None, None, None, "", None)


def recognise(head, whole):
    """Return the Container of a file that begins with the text `head`; `whole` says whether that is all."""
    start = head.lstrip(BLANKS + "\x1e")
    if not start:
        return _complain("an empty file")
    if start[0] == "[" and start[1:].lstrip(BLANKS)[:1] in ("{", "[", "]", '"', ""):
        return Container("JSON", JsonRecords(), None, None, start, None)
    if start[0] == "{" and start[1:].lstrip(BLANKS)[:1] in ('"', "}"):
        # RFC 7464 puts a mark before each record.
        by_line = "\x1e" not in head and _is_line_of_json(start, whole)
        splitter = Lines() if by_line else JsonRecords()
        return Container("JSON", splitter, None, None, start, None)
    if start[0] == "<" and start[1:2] in _BEGINS_A_TAG:
        return _complain("a page of HTML or XML")
    return _recognise_table(head) or _recognise_text(head, whole)


def _is_line_of_json(text, whole):
    """Whether the first line is an object by itself, and none that holds the records."""
    line, ended, _ = text.partition("\n")
    if not ended and not whole:
        return False
    try:
        return isinstance(load_json(line), dict) and not holds_records(line, True)
    except ValueError:
        return False


def _recognise_table(head):
    """Return the Container of a table, a complaint about one without errors, or None."""
    lines = head.split("\n")
    delimiters = _DELIMITERS
    first = None
    for number, line in enumerate(lines[: _MOST_TITLES + 1]):
        line = line.rstrip("\r")
        if line[:4].lower() == "sep=" and len(line) > 4:
            delimiters = [line[4]]
            continue
        for delimiter in delimiters:
            cells = split_row(line, delimiter) or []
            names = [squeeze_name(cell) for cell in cells]
            if len([name for name in names if name]) < 2:
                continue
            if is_other_report(names):
                return Container(None, None, None, None, "", WRONG_REPORT + ".")
            kind = kind_of_columns(names)
            if kind and _are_names(cells):
                rest = "\n".join(lines[number + 1 :])
                splitter = CsvRecords(delimiter, cells)
                return Container("CSV", splitter, names, kind, rest, None)
            if first is None or len(cells) > len(first):
                first = cells
    return _complain_of_columns(first, lines)


def _recognise_text(head, whole):
    lines = head.split("\n")
    # The last one may be cut; of a single one without an end nothing can be said.
    told = lines if whole else lines[:-1]
    if told and not are_messages(told[:_SOME_LINES]):
        return _complain("text of which few lines tell of a failure")
    return Container("text", Lines(), None, None, head, None)


def _are_names(cells):
    """Whether cells are the names of columns, and not a sentence with a comma in it."""
    return all(len(cell) <= 120 and "\n" not in cell for cell in cells)


def _complain_of_columns(cells, lines):
    """Return a complaint about a table none of whose columns tells of errors; None for what is no table."""
    if not cells or len(cells) < 3 or not all(0 < len(cell) < 40 for cell in cells):
        return None
    for delimiter in _DELIMITERS:
        counts = [line.count(delimiter) for line in lines[:-1][:_MOST_TITLES] if line]
        if len(counts) > 1 and min(counts) >= 2 and min(counts) == max(counts):
            return _complain(
                "a table with the columns "
                + ", ".join([plain(cell) for cell in cells[:6]])
                + ", none of which holds errors"
            )
    return None


def _complain(found):
    return Container(None, None, None, None, "", EXPECTED + "; found " + found + ".")
