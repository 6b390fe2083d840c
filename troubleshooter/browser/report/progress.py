"""Shows how far the reading is, and lets the reader stop it."""

from js import document, nextTurn, performance

from ..elements import button, element
from .numbers import counted

# Milliseconds between two lines for those who listen.
REST = 1_000

place = document.getElementById("triage-progress")


class Progress:
    """How much was read of how much; `cancelled` tells the reading to stop."""

    def __init__(self, files, say, on_cancel):
        self.cancelled = False
        self._say = say
        self._on_cancel = on_cancel
        self._files = len(files)
        self._number = 0
        self._name = ""
        self._bytes = 0
        self._rows = 0
        self._said = 0
        total = sum([file.size for file in files])
        self._bar = element("progress", max=str(max(total, 1)), value="0", aria_label="Bytes read")
        place.replaceChildren(self._bar, button("Cancel", self.cancel))
        place.hidden = False

    def open(self, file):
        """Begin another file."""
        self._number += 1
        self._name = file.name
        self._said = performance.now()
        self._say("Reading " + self._which() + ".")

    def read(self, size):
        """Count bytes that were read."""
        self._bytes += size

    def show(self, triage):
        """Move the bar, and say now and then how many rows were read."""
        self._bar.value = self._bytes
        now = performance.now()
        if now - self._said > REST:
            self._said = now
            self._say("Reading " + self._which() + ": " + counted(triage.rows, "row") + " read.")

    async def last(self):
        """Say that only the sums are left, and let the page show it."""
        self._bar.value = self._bar.max
        self._say("All read. Sorting the failures by their causes.")
        await nextTurn()
        await nextTurn()

    def cancel(self):
        """Stop the reading at once."""
        self.cancelled = True
        self._on_cancel()

    def _which(self):
        if self._files == 1:
            return self._name
        return str(self._number) + " of " + str(self._files) + ", " + self._name


def remove_progress():
    """Take the bar and its button away."""
    place.hidden = True
    place.replaceChildren()
