"""Cuts long work into slices: the page has its turn between them."""

from js import nextTurn, performance

# Milliseconds: a frame must not take 100.
LONGEST_SLICE = 25


class Turns:
    """Knows how long the page has waited, and lets it have its turn."""

    def __init__(self):
        self._end = performance.now() + LONGEST_SLICE

    def is_due(self):
        """Whether the page has waited as long as it may."""
        return performance.now() > self._end

    async def give(self):
        """Let the page have its turn, and begin the next slice."""
        await nextTurn()
        self._end = performance.now() + LONGEST_SLICE
