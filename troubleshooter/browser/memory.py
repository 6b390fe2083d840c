"""Keeps MicroPython’s memory cheap: garbage gathers, and what is many stays in JavaScript."""

import gc

from js import Set

# Bytes between two collections, which by default come after every 16 KB and are its costliest work.
# More gains nothing; each takes a few milliseconds.
GATHERED = 8_000_000


def let_garbage_gather():
    """Collect once GATHERED bytes have been allocated (https://docs.micropython.org/en/latest/library/gc.html)."""
    gc.threshold(GATHERED)  # type: ignore[attr-defined]  # MicroPython only


class SeenIds:
    """A set of ids that JavaScript keeps: MicroPython slows down with each text that stays in its memory."""

    def __init__(self):
        self._ids = Set.new()

    def __contains__(self, identity):
        return self._ids.has(identity)

    def add(self, identity):
        self._ids.add(identity)
