"""The whole tree as one picture, drawn as large as one printed sheet allows."""

from dataclasses import dataclass

from hooks.pages.map.boxes import Box, Row, boxes_of
from hooks.pages.map.columns import Balance
from hooks.pages.map.layout import Layout, Spot
from hooks.pages.map.lines import BESIDE_LANES, LANE, lanes_before, path
from troubleshooter.tree import Tree

# The part of a landscape sheet of A4 that printers reach, in points.
SHEET = (810, 564)
BOX_WIDTHS = range(170, 310, 10)
# Between two columns, before it is known how many lanes are needed there.
USUAL_GAP = 44
MARGIN = 3
# Room for the picture's name and how to read it, above the first question.
ABOVE_START = 150
# As many as map.css has.
COLOURS = 6


@dataclass(frozen=True)
class PlacedRow:
    """A row, the path and the colour of its line if it has one, and whether its answer was not met before."""

    row: Row
    line: str
    colour: int
    is_first: bool


@dataclass(frozen=True)
class PlacedBox:
    """A box in the picture; the lines that lead to it have its colour, and arrive at the height `entry`."""

    box: Box
    left: int
    top: int
    entry: int
    colour: int
    rows: list[PlacedRow]


@dataclass(frozen=True)
class Picture:
    """The map: its size, the width of its boxes, and these from left to right and from top to bottom."""

    width: int
    height: int
    box_width: int
    boxes: list[PlacedBox]


def print_scale(width: float, height: float) -> float:
    """Return by how much a picture can grow on the sheet."""
    return min(SHEET[0] / width, SHEET[1] / height)


def draw_map(tree: Tree, titles: dict[str, str]) -> Picture:
    """Return the picture of `tree` that is largest in print; `titles` are those of the answers by id."""
    widths = {width: boxes_of(tree, titles, width) for width in BOX_WIDTHS}
    fitting = [width for width in widths if all(box.fits(width) for box in widths[width].values())]
    choices = []
    for width in fitting or BOX_WIDTHS[-1:]:
        boxes = widths[width]
        lowest = ABOVE_START + sum(box.height for box in boxes.values())
        counts = range(1, len(boxes) + 1)
        choices += [
            (print_scale(_usual_width(width, count), lowest / count), width, count) for count in counts
        ]
    largest, columns, chosen = 0.0, None, 0
    for most, width, count in sorted(choices, reverse=True):
        # However well its columns fill, no other choice can print larger.
        if most <= largest:
            break
        balance = Balance(widths[width], count, ABOVE_START)
        attempt = balance.columns()
        scale = attempt and print_scale(_usual_width(width, count), max(balance.heights(attempt)))
        if attempt and scale and scale > largest:
            largest, columns, chosen = scale, attempt, width
    assert columns, "every tree fits into a column for each question"
    return _draw(Layout(widths[chosen], columns, ABOVE_START), chosen)


def _usual_width(width: int, count: int) -> int:
    return count * width + (count - 1) * USUAL_GAP


def _draw(layout: Layout, width: int) -> Picture:
    """Return the picture of a layout whose boxes are `width` wide."""
    lefts = [MARGIN]
    lanes: dict[Spot, int] = {}
    for column in range(1, layout.count):
        order = lanes_before(layout, column)
        first = lefts[-1] + width + BESIDE_LANES
        lanes |= {spot: first + LANE * number for number, spot in enumerate(order)}
        lefts.append(first + LANE * max(len(order) - 1, 0) + BESIDE_LANES)
    colours = {key: number % COLOURS for number, key in enumerate(layout.columns)}
    met: set[str] = set()
    placed = []
    for key, column in sorted(layout.columns.items(), key=lambda item: (item[1], layout.tops[item])):
        rows = []
        for row in layout.boxes[key].rows:
            line = _line(row, (key, column), layout, lefts, lanes)
            rows.append(PlacedRow(row, line, colours.get(row.way.box, 0), row.way.answer not in met))
            met.add(row.way.answer)
        top, entry = layout.tops[key, column] + MARGIN, layout.entry((key, column)) + MARGIN
        placed.append(PlacedBox(layout.boxes[key], lefts[column], top, entry, colours[key], rows))
    return Picture(lefts[-1] + width + MARGIN, layout.bottom + 2 * MARGIN, width, placed)


def _line(
    row: Row,
    place: Spot,
    layout: Layout,
    lefts: list[int],
    lanes: dict[Spot, int],
) -> str:
    """Return the path of the line from a row of the box at `place`, or nothing if none leaves it."""
    if not row.way.box:
        return ""
    column, target = place[1], row.way.box
    height = layout.tops[place] + row.middle
    points = [(lefts[column] + row.label_end + 4, height)]
    for passed in range(column + 1, layout.columns[target] + 1):
        entry = layout.entry((target, passed))
        lane = lanes.get((target, passed), lefts[passed])
        points += [(lane, height), (lane, entry)]
        height = entry
    points.append((lefts[layout.columns[target]], height))
    return path([(x, y + MARGIN) for x, y in points])
