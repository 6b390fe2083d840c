"""Lets garbage gather: MicroPython in a browser collects it after every 16 KB, its costliest work."""

import gc

# Bytes between two collections. More gains nothing; each takes a few milliseconds.
GATHERED = 8_000_000


def let_garbage_gather():
    """Collect once GATHERED bytes have been allocated (https://docs.micropython.org/en/latest/library/gc.html)."""
    gc.threshold(GATHERED)  # type: ignore[attr-defined]  # MicroPython only
