"""How far a long file is read, for a person who watches."""

import os
import stat
import sys
from typing import IO

from ..plain import plain

# Bytes. A shorter file is read before anybody wonders; the line changes a few times a second.
_LONG = 1_000_000
_STEP = 250_000


class Progress:
    """A line on standard error, gone at its end; none where that is no terminal or the file is short."""

    def __init__(self, name: str, file: IO[bytes]):
        self._name = plain(name)
        status = os.fstat(file.fileno())
        # A pipe does not say how long it is.
        self._size = status.st_size if stat.S_ISREG(status.st_mode) else 0
        self._watched = sys.stderr is not None and sys.stderr.isatty()
        self._done = 0
        self._next = _LONG
        self._width = 0

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *fault: object) -> None:
        self._write("")

    def advance(self, count: int, rows: int) -> None:
        """Say that `count` more bytes are read, and how many rows there were so far."""
        self._done += count
        if self._done < self._next:
            return
        self._next = self._done + _STEP
        far = f"{100 * self._done // self._size} %" if self._size else f"{self._done // 1_000_000} MB"
        self._write(f"{self._name}: {far}, {rows:,} rows")

    def _write(self, line: str) -> None:
        if self._watched and (line or self._width):
            print(f"\r{line:<{self._width}}", end="" if line else "\r", file=sys.stderr, flush=True)
            self._width = len(line)
