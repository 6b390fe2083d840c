"""The boxes of the map: a box for each question, with a row for each way on, as large as its text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil

from hooks.pages.answer_lists import status_heading
from hooks.pages.map.text_width import text_width, wrap, wrap_evenly
from troubleshooter.tree import Option, Question, Tree, grouped_options
from troubleshooter.vocabulary import value_label

# Sizes in the picture's own unit; map.css sets the letters to the same.
TEXT, LINE = 10, 11
HEADING, HEADING_LINE = 11, 13
PADDING, ROW_PADDING = 6, 2
BETWEEN_LABEL_AND_TITLE = 6
# How many widths of the labels' column are tried for the one that makes the box lowest.
LABEL_WIDTHS = 6
# A line into which a label breaks is as bad as so much height.
BROKEN_LABEL = 8
# A provider's own options stand in a box of their own once they are this many.
MANY = 8

# With a blank at which no line breaks.
NOT_SAID = "not\u00a0said"
# The label already says which code or word the title repeats in brackets at its end.
BRACKETS_AT_END = re.compile(r" \([^()]*\)$")


@dataclass(frozen=True)
class Way:
    """What a row shows: a label, and the key of the box or the id of the answer to which it leads.

    A provider's name above its own options leads to neither.
    """

    label: str
    box: str = ""
    answer: str = ""


@dataclass(frozen=True)
class Row:
    """A way with the lines of its label and of the answer's title; `top` counts from the box's."""

    way: Way
    label: tuple[str, ...]
    title: tuple[str, ...]
    top: int
    height: int

    @property
    def middle(self) -> int:
        """The height at which a line leaves the row."""
        return self.top + self.height // 2

    @property
    def label_end(self) -> int:
        """The distance from the box's left edge to the end of the label."""
        return PADDING + ceil(max(text_width(line, TEXT, bold=True) for line in self.label))


@dataclass(frozen=True)
class Box:
    """A question, or what a single provider shows of it (`provider`, else empty)."""

    key: str
    question: Question
    provider: str
    heading: tuple[str, ...]
    rows: list[Row]
    title_left: int

    @property
    def heading_height(self) -> int:
        """The height of the question's text with what surrounds it."""
        return len(self.heading) * HEADING_LINE + PADDING

    @property
    def height(self) -> int:
        """The height of the whole box."""
        return self.rows[-1].top + self.rows[-1].height + ROW_PADDING

    def fits(self, width: int) -> bool:
        """Tell whether no line of text leaves the room it has in a box of this width."""
        titles = [text_width(line, TEXT) for row in self.rows for line in row.title]
        labels = [row.label_end for row in self.rows if not row.title]
        headings = [text_width(line, HEADING, bold=True) for line in self.heading]
        ends = [self.title_left + max(titles, default=0), PADDING + max(headings), *labels]
        return max(ends) <= width - PADDING


def boxes_of(tree: Tree, titles: dict[str, str], width: int) -> dict[str, Box]:
    """Return the boxes of `tree` by key, all `width` wide; `titles` are those of the answers by id."""
    boxes = [box for question in tree.questions.values() for box in _boxes_of(question, titles, width)]
    return {box.key: box for box in boxes}


def _boxes_of(question: Question, titles: dict[str, str], width: int) -> Iterator[Box]:
    groups = grouped_options(question, None)
    # What any console shows stands together, with the option for those who cannot tell.
    ways = _ways(question, [option for provider, options in groups if not provider for option in options])
    for provider, options in groups:
        if not provider:
            continue
        only = f"Only in {value_label('idp', provider)}"
        if len(options) < MANY:
            ways += [Way(only), *_ways(question, options)]
        else:
            # Two hyphens keep it apart from the ids of questions.
            key = f"{question.id}--{provider}"
            ways.append(Way(only, box=key))
            yield _box(key, question, provider, _ways(question, options), titles, width)
    yield _box(question.id, question, "", ways, titles, width)


def _ways(question: Question, options: list[Option]) -> list[Way]:
    """Return a way for each run of options that lead the same way."""
    return [
        Way(", ".join(_label(question.asks, value) for option in run for value in option.values), *target)
        for target, run in groupby(options, lambda option: (option.question or "", option.answer or ""))
    ]


def _label(fact: str, value: str) -> str:
    """Return a value as the page on coverage says it."""
    if fact == "status":
        return status_heading(value)
    return NOT_SAID if value == "unknown" else value_label(fact, value)


def _box(
    key: str, question: Question, provider: str, ways: list[Way], titles: dict[str, str], width: int
) -> Box:
    """Return the lowest of the boxes that differ in the width of the labels' column."""
    text = f"{question.text} Only in {value_label('idp', provider)}" if provider else question.text
    heading = wrap_evenly(text, width - 2 * PADDING, HEADING, bold=True)
    labels = [way.label for way in ways if way.answer]
    words = [word for label in labels for word in re.split(r"(?<=-)| ", label)]
    narrowest, widest = (
        max((text_width(text, TEXT, bold=True) for text in texts), default=0) for texts in (words, labels)
    )
    boxes = []
    for step in range(LABEL_WIDTHS):
        label_width = ceil(narrowest + (widest - narrowest) * step / (LABEL_WIDTHS - 1))
        title_left = PADDING + label_width + BETWEEN_LABEL_AND_TITLE
        rows = _rows(ways, titles, width, title_left, len(heading) * HEADING_LINE + PADDING)
        boxes.append(Box(key, question, provider, heading, rows, title_left))
    lowest = min(boxes, key=_cost)
    room = width - PADDING - lowest.title_left
    rows = [replace(row, title=wrap_evenly(_title(row.way, titles), room, TEXT)) for row in lowest.rows]
    return replace(lowest, rows=rows)


def _title(way: Way, titles: dict[str, str]) -> str:
    """Return the title of the answer to which a way leads, as the picture shows it."""
    return BRACKETS_AT_END.sub("", titles[way.answer]) if way.answer else ""


def _rows(ways: list[Way], titles: dict[str, str], width: int, title_left: int, top: int) -> list[Row]:
    """Return the rows of a box; `title_left` is where titles begin, `top` where the first row does."""
    rows = []
    for way in ways:
        title = _title(way, titles)
        label_end = title_left - BETWEEN_LABEL_AND_TITLE if title else width - PADDING
        label_lines = wrap(way.label, label_end - PADDING, TEXT, bold=True)
        title_lines = wrap(title, width - PADDING - title_left, TEXT)
        height = max(len(label_lines), len(title_lines)) * LINE + 2 * ROW_PADDING
        rows.append(Row(way, label_lines, title_lines, top, height))
        top += height
    return rows


def _cost(box: Box) -> int:
    """Return the height of a box, and more for each line into which a label breaks."""
    return box.height + BROKEN_LABEL * sum(len(row.label) - 1 for row in box.rows)
