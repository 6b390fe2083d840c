"""The rows of a cause as a table."""

from js import nextTurn, performance

from .elements import element
from .triage_text import grouped, moment

# Milliseconds of building before the page has its turn.
BUDGET = 25


async def rows_table(into, rows, several):
    """Add the table to an element, and let the page have its turn between the rows."""
    names = ["Row"] + (["File"] if several else []) + ["Time", "Person or group", "Message"]
    heads = [element("th", name, scope="col") for name in names]
    body = element("tbody")
    table = element("table", element("thead", element("tr", *heads)), body)
    # It scrolls, so it must take the focus.
    into.append(element("div", table, tabindex="0", role="region", aria_label="Rows", class_="scrolls"))
    until = performance.now() + BUDGET
    for row in rows:
        cells = [grouped(row["row"])] + ([row["file"]] if several else [])
        cells += [moment(row["time"]) if row["time"] else "", row["person"], row["message"]]
        body.append(element("tr", *[element("td", text) for text in cells]))
        if performance.now() > until:
            await nextTurn()
            until = performance.now() + BUDGET
