"""Large exports are exact, and take memory in proportion to their people and ids, not to their text."""

import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

from tests.exports.formats import compact, okta_event
from tests.exports.scenario import Event, invent, truth_of
from tests.exports.test_formats import counted
from troubleshooter.message import Wordings
from troubleshooter.tree import read_tree
from troubleshooter.triage import SLICE, Triage


def slices(events: list[Event], more: str = "") -> Iterator[str]:
    """Yield an export of the events in parts; each event has `more` text that tells nothing."""
    for start in range(0, len(events), 4):
        part = events[start : start + 4]
        yield "".join(compact(okta_event(event) | {"more": more}) + "\n" for event in part)


def triaged(data: dict[str, Any], events: list[Event], more: str = "") -> Triage:
    triage = Triage(read_tree(data), data["answers"], Wordings(data["wordings"]))
    triage.open("export")
    for text in slices(events, more):
        triage.feed(text)
    triage.close()
    return triage


def test_memory_does_not_grow_with_the_text(data: dict[str, Any]) -> None:
    events = invent(seed=1, count=2_000, people=50)
    peaks = []
    for more in ("", "x" * 2_000):
        tracemalloc.start()
        triaged(data, events, more)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    # Four megabytes more of text, and what a few slices take.
    assert peaks[1] - peaks[0] < 100_000


def test_line_without_end_fills_no_memory(data: dict[str, Any]) -> None:
    triage = Triage(read_tree(data), data["answers"], Wordings(data["wordings"]))
    triage.open("export")
    piece = "0" * 100_000
    tracemalloc.start()
    for _ in range(100):
        triage.feed(piece)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4_000_000
    assert triage.close().set_aside == [(1, "it is longer than 500,000 characters")]


def test_slice_is_small_enough_for_a_frame() -> None:
    assert SLICE <= 8_192


@pytest.mark.long
def test_hundred_thousand_rows_are_exact(data: dict[str, Any]) -> None:
    events = invent(seed=1, count=100_000, people=20_000)
    assert counted(triaged(data, events).summary()) == truth_of(events, True)
