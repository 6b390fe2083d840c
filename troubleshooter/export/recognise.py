"""Recognises by its beginning what a file is: JSON, a table, lines of text, or no export."""

from collections import namedtuple

from ..letters import BLANKS, LETTERS
from ..plain import plain
from .consoles.elsewhere import log_of_line
from .csv_records import CsvRecords, split_row
from .encoding import EMPTY, EXPECTED
from .fields import squeeze_name
from .json_records import JsonRecords
from .json_wrapping import holds_records
from .kinds import SERVER_LOG, kind_of_columns
from .records import load_json
from .text.blocks import Blocks, are_blocks
from .text.entries import Entries
from .text_lines import are_messages

# What is looked at; a header or the first event ends before.
LONGEST_HEAD = 8_192
# Web servers of Windows write so (https://www.w3.org/TR/WD-logfile).
_W3C = "#Fields: "
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


def recognise(head, whole, tells):
    """Return the Container of a file that begins with the text `head`; `whole` says whether that is all.

    `tells` says of a text whether its meaning is known.
    """
    start = head.lstrip(BLANKS + "\x1e")
    if not start:
        return _complain(EMPTY)
    if start[0] == "[" and start[1:].lstrip(BLANKS)[:1] in ("{", "[", "]", '"', ""):
        return Container("JSON", JsonRecords(), None, None, start, None)
    if start[0] == "{" and start[1:].lstrip(BLANKS)[:1] in ('"', "}"):
        # RFC 7464 puts a mark before each record.
        by_line = "\x1e" not in head and _is_line_of_json(start, whole)
        splitter = Entries() if by_line else JsonRecords()
        return Container("JSON", splitter, None, None, start, None)
    if start[0] == "<" and start[1:2] in _BEGINS_A_TAG:
        return _complain("a page of HTML or XML; download the log itself, not the page that shows it")
    lines = head.split("\n")
    if are_blocks(lines[:_SOME_LINES]):
        return Container("text", Blocks(), None, None, head, None)
    if any(log_of_line(line) for line in lines[:_SOME_LINES]):
        return Container("text", Entries(), None, None, head, None)
    return _recognise_table(head) or _recognise_text(head, whole, tells)


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
        if line.startswith(_W3C):
            cells = line[len(_W3C) :].split(" ")
            rest = "\n".join(lines[number + 1 :])
            return Container(
                "text", CsvRecords(" ", cells), [squeeze_name(cell) for cell in cells], SERVER_LOG, rest, None
            )
        for delimiter in delimiters:
            cells = split_row(line, delimiter) or []
            names = [squeeze_name(cell) for cell in cells]
            if len([name for name in names if name]) < 2:
                continue
            kind = kind_of_columns(names)
            if kind and _are_names(cells):
                rest = "\n".join(lines[number + 1 :])
                splitter = CsvRecords(delimiter, cells)
                return Container("CSV", splitter, names, kind, rest, None)
            if first is None or len(cells) > len(first):
                first = cells
    return _complain_of_columns(first, lines)


def _recognise_text(head, whole, tells):
    lines = head.split("\n")
    # The last one may be cut; of a single one without an end nothing can be said.
    told = lines if whole else lines[:-1]
    entries = Entries()
    found = list(entries.feed("\n".join(told) + "\n")) + list(entries.close())
    texts = [record.value for record in found[:_SOME_LINES] if record.value]
    if texts and not are_messages(texts) and not any(tells(text) for text in texts):
        return _complain("text of which few lines tell of a failure")
    return Container("text", Entries(), None, None, head, None)


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
