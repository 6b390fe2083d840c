"""Which column of the map each box stands in: all columns filled as evenly as can be."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from hooks.pages.map.boxes import Box

BETWEEN_BOXES = 10
# The height of the gap in a column that lets the lines to a box further right pass.
PASSAGE = 4
# High columns weigh this much more than low ones.
POWER = 6
# Each column that lines must pass weighs as this part of the whole.
DETOUR, DETOUR_OF_FIRST = 0.015, 0.18


class Balance:
    """Boxes to be put into `count` columns, so that every line leads to the right.

    `above_start` is the height at the top of the first column that no box may take.
    """

    def __init__(self, boxes: dict[str, Box], count: int, above_start: int):
        self.room = {key: box.height + BETWEEN_BOXES for key, box in boxes.items()}
        self.count = count
        self.above_start = above_start
        # What stands early in the tree is what most readers meet.
        self.detours = {key: DETOUR + DETOUR_OF_FIRST / number for number, key in enumerate(boxes, 1)}
        self.targets = {key: {row.way.box for row in boxes[key].rows if row.way.box} for key in boxes}
        self.sources = {key: [other for other in boxes if key in self.targets[other]] for key in boxes}

    def columns(self) -> dict[str, int] | None:
        """Return the column of each box where the highest column is lowest, or None if they are too few."""
        earliest = {key: self._steps(key, self.sources) for key in self.room}
        latest = {key: self.count - 1 - self._steps(key, self.targets) for key in self.room}
        if any(earliest[key] > latest[key] for key in self.room):
            return None
        # The start stays where it is, at the left.
        latest |= {key: 0 for key in self.room if not self.sources[key]}
        middle = {key: (earliest[key] + latest[key]) // 2 for key in self.room}
        attempts = [
            self._improve(columns) for columns in (earliest, latest, middle) if self._leads(columns, columns)
        ]
        return min(attempts, key=lambda columns: max(self.heights(columns)))

    def heights(self, columns: dict[str, int]) -> list[int]:
        """Return the height of each column."""
        heights = [self.above_start - BETWEEN_BOXES] + [-BETWEEN_BOXES] * (self.count - 1)
        for key, column in columns.items():
            heights[column] += self.room[key]
            for passed in range(first_column(self.sources[key], columns), column):
                heights[passed] += PASSAGE + BETWEEN_BOXES
        return heights

    def _steps(self, key: str, neighbours: dict[str, set[str]] | dict[str, list[str]]) -> int:
        """Count the lines on the longest way from a box over `neighbours`."""
        return max((self._steps(other, neighbours) + 1 for other in neighbours[key]), default=0)

    def _leads(self, columns: dict[str, int], keys: Iterable[str]) -> bool:
        """Tell whether every line from or to the boxes `keys` leads to the right."""
        return all(
            all(columns[source] < columns[key] for source in self.sources[key])
            and all(columns[key] < columns[target] for target in self.targets[key])
            for key in keys
        )

    def _improve(self, columns: dict[str, int]) -> dict[str, int]:
        """Return `columns` after every move and swap of boxes that makes them more even."""
        columns = dict(columns)
        best, before = self._unevenness(columns), None
        while best != before:
            before = best
            # The changes that follow begin from what those before them have made.
            for change in self._changes(columns):
                changed = columns | change
                if self._leads(changed, change) and (unevenness := self._unevenness(changed)) < best:
                    columns.update(change)
                    best = unevenness
        return columns

    def _changes(self, columns: dict[str, int]) -> Iterator[dict[str, int]]:
        """Yield every move of one box to another column and every swap of two, but for the start."""
        movable = [key for key in self.room if self.sources[key]]
        for key in movable:
            yield from ({key: column} for column in range(1, self.count) if column != columns[key])
        for one, other in combinations(movable, 2):
            if columns[one] != columns[other]:
                yield {one: columns[other], other: columns[one]}

    def _unevenness(self, columns: dict[str, int]) -> float:
        passages = sum(
            (column - first_column(self.sources[key], columns)) * self.detours[key]
            for key, column in columns.items()
            if self.sources[key]
        )
        return sum(height**POWER for height in self.heights(columns)) * (1 + passages)


def first_column(sources: list[str], columns: dict[str, int]) -> int:
    """Return the column after the leftmost of the boxes that lead to a box."""
    return min([columns[source] for source in sources]) + 1 if sources else 0
