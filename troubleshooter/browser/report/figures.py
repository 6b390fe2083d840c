"""The figures of a report: what the rows were, and which were set aside and why."""

from ..elements import element
from .numbers import counted, grouped

# Rows set aside that are listed one by one.
MOST_LISTED = 100

NAMES = (
    ("Failed events", "failed"),
    ("People affected", "people"),
    ("Rows", "rows"),
    ("Succeeded", "succeeded"),
    ("Skipped", "skipped"),
    ("Exact repeats", "duplicates"),
    ("Parts of other rows", "joined"),
    ("No provisioning", "other"),
)
MOST = ("failed", "people")
ALWAYS = ("rows", "failed", "people", "succeeded", "skipped", "duplicates")


def figures(summary):
    """Return the figures; those that are seldom met are left out where they are zero."""
    pairs = [
        _pair(label, summary[name], name in MOST) for label, name in NAMES if summary[name] or name in ALWAYS
    ]
    aside = summary["set_aside"]
    if aside:
        pairs.append(_pair("Set aside", len(aside)))
    parts = [element("dl", *pairs, class_="figures")]
    if aside:
        parts.append(_set_aside(aside, len(summary["files"]) > 1))
    return element("div", *parts)


def _pair(label, number, is_most=False):
    kind = {"class_": "most"} if is_most else {}
    return element("div", element("dt", label), element("dd", grouped(number)), **kind)


def _set_aside(aside, several):
    rows = []
    for entry in aside[:MOST_LISTED]:
        file = entry["file"] + ", " if several else ""
        rows.append(element("li", file + "row " + grouped(entry["row"]) + ": " + entry["reason"]))
    left = len(aside) - len(rows)
    if left:
        rows.append(element("li", "and " + grouped(left) + " more"))
    summary = counted(len(aside), "row was", "rows were") + " set aside: which, and why"
    return element("details", element("summary", summary), element("ul", *rows))
