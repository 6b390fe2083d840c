"""The heights at which the boxes of the map stand, and those at which lines pass between them."""

from functools import cached_property

from hooks.pages.map.boxes import Box
from hooks.pages.map.columns import BETWEEN_BOXES, PASSAGE, first_column

# Lines enter a box no nearer than this to the upper or lower end of its heading.
ENTRY = 7

# A box in its column, or the passage to it through an earlier column.
Spot = tuple[str, int]


class Layout:
    """The boxes in their `columns`; `tops` holds the height of each spot, from the picture's top."""

    def __init__(self, boxes: dict[str, Box], columns: dict[str, int], above_start: int):
        self.boxes = boxes
        self.columns = columns
        self.above_start = above_start
        self.tops: dict[Spot, int] = {}
        for column in range(self.count):
            self._stack(column)

    @property
    def count(self) -> int:
        """The number of columns."""
        return max(self.columns.values()) + 1

    @cached_property
    def sources(self) -> dict[str, list[tuple[str, int]]]:
        """For each box the rows that lead to it: the key of their box, and their height in it."""
        sources: dict[str, list[tuple[str, int]]] = {key: [] for key in self.boxes}
        for box in self.boxes.values():
            for row in box.rows:
                if row.way.box:
                    sources[row.way.box].append((box.key, row.middle))
        return sources

    @cached_property
    def spots(self) -> list[Spot]:
        """Every box and every passage, in the order of the boxes."""
        spots = []
        for key, column in self.columns.items():
            first = first_column([source for source, _ in self.sources[key]], self.columns)
            spots += [(key, passed) for passed in range(first, column + 1)]
        return spots

    def is_box(self, spot: Spot) -> bool:
        """Tell a box from a passage."""
        return self.columns[spot[0]] == spot[1]

    def height(self, spot: Spot) -> int:
        """Return the height of a box or a passage."""
        return self.boxes[spot[0]].height if self.is_box(spot) else PASSAGE

    def entry(self, spot: Spot) -> int:
        """Return the height, from the picture's top, at which lines enter a box or a passage."""
        if not self.is_box(spot):
            return self.tops[spot] + PASSAGE // 2
        # A line that arrives beside the heading needs no bend.
        highest, lowest = (
            self.tops[spot] + ENTRY,
            self.tops[spot] + self.boxes[spot[0]].heading_height - ENTRY,
        )
        beside = [height for height in self.arrivals(spot) if highest <= height <= lowest]
        return beside[0] if beside else (highest + lowest) // 2

    def arrivals(self, spot: Spot) -> list[int]:
        """Return the heights at which the lines to a spot leave the column before it."""
        key, column = spot
        heights = [
            self.tops[source, column - 1] + middle
            for source, middle in self.sources[key]
            if self.columns[source] == column - 1
        ]
        passage = (key, column - 1)
        return heights + ([self.entry(passage)] if passage in self.tops else [])

    @cached_property
    def bottom(self) -> int:
        """The height of the highest column, and so of the picture."""
        return (
            max(
                sum(self.height(spot) + BETWEEN_BOXES for spot in self.spots if spot[1] == column)
                + (self.above_start if column == 0 else 0)
                for column in range(self.count)
            )
            - BETWEEN_BOXES
        )

    def _stack(self, column: int) -> None:
        """Put each spot as near as can be to the rows that lead to it."""
        wished = {}
        for spot in self.spots:
            if spot[1] == column:
                heights = self.arrivals(spot)
                entry = self.boxes[spot[0]].heading_height if self.is_box(spot) else PASSAGE
                wished[spot] = sum(heights) / len(heights) - entry / 2 if heights else 0
        order = sorted(wished, key=lambda spot: wished[spot])
        free = self.above_start if column == 0 else 0
        for spot in order:
            self.tops[spot] = max(round(wished[spot]), free)
            free = self.tops[spot] + self.height(spot) + BETWEEN_BOXES
        limit = self.bottom
        for spot in reversed(order):
            self.tops[spot] = min(self.tops[spot], limit - self.height(spot))
            limit = self.tops[spot] - BETWEEN_BOXES
