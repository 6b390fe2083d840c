"""The lines of the map: from rows to the boxes they lead to, each in a lane of its own between columns."""

from dataclasses import dataclass
from itertools import combinations, pairwise

from hooks.pages.map.layout import Layout, Spot

LANE = 5
# Between a column and the nearest lane.
BESIDE_LANES = 8
CORNER = 5
# Lines closer than this would be taken for one.
TOO_CLOSE = 4


@dataclass(frozen=True)
class Bundle:
    """All lines that lead to one spot from the column before it: where they leave, and where they arrive."""

    spot: Spot
    leaves: list[int]
    arrives: int

    @property
    def is_straight(self) -> bool:
        """Whether all of it lies on one height, so that it needs no lane."""
        return set(self.leaves) == {self.arrives}

    @property
    def span(self) -> tuple[int, int]:
        """The heights between which it runs up and down."""
        heights = [*self.leaves, self.arrives]
        return min(heights), max(heights)


def lanes_before(layout: Layout, column: int) -> list[Spot]:
    """Return the spots of a column to which lines need a lane, in the order of these from left to right."""
    bundles = [
        Bundle(spot, layout.arrivals(spot), layout.entry(spot)) for spot in layout.spots if spot[1] == column
    ]
    order = sorted((b for b in bundles if not b.is_straight), key=lambda bundle: bundle.arrives)
    fewest = _crossings(order)
    improved = True
    while improved:
        improved = False
        for left, right in combinations(range(len(order)), 2):
            swapped = [*order]
            swapped[left], swapped[right] = order[right], order[left]
            crossings = _crossings(swapped)
            if crossings < fewest:
                order, fewest, improved = swapped, crossings, True
    return [bundle.spot for bundle in order]


def _crossings(order: list[Bundle]) -> int:
    """Count how often lines cross when their lanes have this order; two that would merge count as many."""
    count = 0
    for left, right in combinations(order, 2):
        count += sum(left.span[0] < leave < left.span[1] for leave in right.leaves)
        count += right.span[0] < left.arrives < right.span[1]
        count += 10 * sum(abs(leave - left.arrives) < TOO_CLOSE for leave in right.leaves)
    return count


def path(points: list[tuple[int, int]]) -> str:
    """Return the SVG path through `points`, whose way turns only at right angles, with rounded corners."""
    points = _turns(points)
    parts = [f"M{points[0][0]} {points[0][1]}"]
    for (before, here), (_, after) in pairwise(pairwise(points)):
        start, end = _towards(here, before), _towards(here, after)
        parts.append(f"L{start[0]} {start[1]}Q{here[0]} {here[1]} {end[0]} {end[1]}")
    parts.append(f"L{points[-1][0]} {points[-1][1]}")
    return "".join(parts)


def _turns(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the first point, those at which the way turns, and the last."""
    kept = points[:1]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        if not (before[0] == here[0] == after[0] or before[1] == here[1] == after[1]):
            kept.append(here)
    return [*kept, points[-1]]


def _towards(corner: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """Return the point where the rounding of a corner begins, on the way from or to the next point."""
    reach = min(CORNER, (abs(other[0] - corner[0]) + abs(other[1] - corner[1])) // 2)
    return _nearer(corner[0], other[0], reach), _nearer(corner[1], other[1], reach)


def _nearer(from_here: int, to: int, reach: int) -> int:
    return from_here + (reach if to > from_here else -reach if to < from_here else 0)
