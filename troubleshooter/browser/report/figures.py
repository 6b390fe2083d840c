"""The figures of a report: what the rows were, and which were set aside and why."""

from ...triage.summary import counts
from ..elements import element
from .numbers import counted, grouped

# Rows set aside that are listed one by one.
MOST_LISTED = 100

# The first of the counts are shown larger than the others.
MOST = 2


def figures(summary):
    """Return the figures, and below them the rows that were set aside."""
    pairs = [_pair(label, number, place < MOST) for place, (label, number) in enumerate(counts(summary))]
    parts = [element("dl", *pairs, class_="figures")]
    aside = summary["set_aside"]
    if aside:
        parts.append(_set_aside(aside, len(summary["files"]) > 1))
    return element("div", *parts)


def _pair(label, number, is_most):
    kind = {"class_": "most"} if is_most else {}
    return element("div", element("dt", label[0].upper() + label[1:]), element("dd", grouped(number)), **kind)


def _set_aside(aside, several):
    rows = []
    for entry in aside[:MOST_LISTED]:
        file = entry["file"] + ", " if several else ""
        text = file + "row " + grouped(entry["row"]) + ": " + entry["reason"]
        rows.append(element("li", text, translate="no"))
    left = len(aside) - len(rows)
    if left:
        rows.append(element("li", "and " + grouped(left) + " more"))
    summary = counted(len(aside), "row was", "rows were") + " set aside: which, and why"
    return element("details", element("summary", summary), element("ul", *rows))
