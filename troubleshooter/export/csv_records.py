"""Cuts a table into its rows (RFC 4180, with any delimiter), whatever the slices and the line ends."""

from .records import CUT_OFF, Lines, Record

_HEADER = "it repeats the header"
_TOO_MANY = "it has more cells than the header has names"
# A row that goes on over more lines than this; a spreadsheet cuts its cells at 32,767.
_LONGEST_ROW = 200_000
_TOO_LONG = "it is longer than 200,000 characters"
_NO_END = "a quotation mark in it is never closed"


class CsvRecords:
    """Takes slices of a table and yields the cells of each row, as many as the header has."""

    def __init__(self, delimiter, header):
        self._delimiter = delimiter
        self._header = header
        self._width = len(header)
        self._lines = Lines()
        self._row = _Row(delimiter)
        # The lines of a row that goes on, in case its quotation mark is never closed.
        self._kept: list[str] = []
        self._size = 0

    def feed(self, text):
        """Yield the Record of each row that ends in `text`."""
        # A blank line is lost even within quotes, which changes no message's meaning.
        for line in self._lines.feed(text):
            yield from self._take(line)

    def close(self):
        """Yield the Record of what is left at the end of the file."""
        for line in self._lines.close():
            for record in self._take(line, True):
                yield record
        if self._kept:
            for record in self._resume(CUT_OFF):
                yield record

    def _take(self, line, last=False):
        """Return the Records of a line: none where a row goes on."""
        if line.value is None:
            kept, self._kept, self._size = self._kept, [], 0
            self._row = _Row(self._delimiter)
            return [line] + ([Record(None, _NO_END)] if kept else [])
        self._kept.append(line.value)
        self._size += len(line.value)
        cells = self._row.take(line.value)
        if cells is None:
            return self._resume(_TOO_LONG) if self._size > _LONGEST_ROW else []
        if len(self._kept) > 1 and len(cells) != self._width:
            resumed = self._resume(None)
            if resumed:
                return resumed
        self._kept = []
        self._size = 0
        # A sheet may end in rows of empty cells, which are none.
        return [self._whole(cells, last)] if any(cells) and not _is_rule(cells) else []

    def _whole(self, cells, last):
        """Return the Record of cells; a writer may leave out empty ones at the end of a row."""
        if cells == self._header:
            return Record(None, _HEADER)
        missing = self._width - len(cells)
        if missing > 0 and last:
            return Record(None, CUT_OFF)
        if missing < 0 and any(cells[self._width :]):
            return Record(None, _TOO_MANY)
        return Record(cells + [""] * missing, None)

    def _resume(self, reason):
        """Return the Records of lines that were taken for one row because of a stray quotation mark.

        The first is broken; further on, each line that is a whole row by itself is one, and lines
        between such are a broken one. Without a reason, return none where no whole row follows.
        """
        lines, self._kept, self._size = self._kept, [], 0
        self._row = _Row(self._delimiter)
        rows = [Record(None, reason or _NO_END)]
        for line in lines[1:]:
            may_be = line.count(self._delimiter) >= self._width - 1
            cells = _Row(self._delimiter).take(line) if may_be else None
            if cells is not None and len(cells) == self._width and self._width > 2:
                rows.append(Record(cells, None))
            elif rows[-1].value:
                rows.append(Record(None, _NO_END))
        return [] if len(rows) == 1 and reason is None else rows


class _Row:
    """Takes the lines of a row and gives its cells once no quotation mark is open."""

    def __init__(self, delimiter):
        self._delimiter = delimiter
        self._cells: list[str] = []
        # The pieces of a cell in quotes that is not closed yet.
        self._open = None

    def take(self, line):
        """Return the cells, or None where the row goes on in the next line."""
        if self._open is None and '"' not in line:
            return line.split(self._delimiter)
        cells = self._cells
        open_cell = self._open
        between = "\n"
        odd = open_cell is not None
        for piece in line.split(self._delimiter):
            if open_cell is not None:
                open_cell.append(between)
                open_cell.append(piece)
            elif piece.lstrip(" ")[:1] == '"':
                open_cell = [piece]
                odd = False
            else:
                cells.append(piece)
                between = self._delimiter
                continue
            between = self._delimiter
            if piece.count('"') % 2:
                odd = not odd
            if not odd:
                cells.append(_unquote("".join(open_cell)))
                open_cell = None
        self._open = open_cell
        if open_cell is not None:
            return None
        self._cells = []
        return cells


def _is_rule(cells):
    """Whether cells are the line below the header of a table in Markdown, or of a database's shell."""
    return "---" in cells[0] + cells[1 % len(cells)] and not any(cell.strip(" -:+=") for cell in cells)


def split_row(line, delimiter):
    """Return the cells of a line, or None where a quotation mark stays open."""
    return _Row(delimiter).take(line)


def _unquote(cell):
    cell = cell.strip(" ")
    inside = cell[1:-1] if cell[-1] == '"' and len(cell) > 1 else cell[1:]
    return inside.replace('""', '"')
