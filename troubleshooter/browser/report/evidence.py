"""A sample message in a report, with the words marked that tell its cause."""

from ...message import Reading, read_message
from ..elements import element
from ..reading_view import FACT_NAMES, marked
from ..turns import Turns
from .numbers import grouped, moment


async def rows_table(into, rows, several):
    """Add the table to an element, and let the page have its turn between the rows."""
    names = ["Row"] + (["File"] if several else []) + ["Time", "Person or group", "Message"]
    heads = [element("th", name, scope="col") for name in names]
    body = element("tbody", translate="no")
    table = element("table", element("thead", element("tr", *heads)), body)
    # It scrolls, so it must take the focus.
    into.append(element("div", table, tabindex="0", role="region", aria_label="Rows", class_="scrolls"))
    turns = Turns()
    for row in rows:
        cells = [grouped(row["row"])] + ([row["file"]] if several else [])
        cells += [moment(row["time"]) if row["time"] else "", row["person"], row["message"]]
        body.append(element("tr", *[element("td", text) for text in cells]))
        if turns.is_due():
            await turns.give()


# What tells a cause; the kind of entry and the provider stand in every message.
TELLING = ("status", "scimType", "attribute", "symptom")
# Characters of a sample that are read, as the engine does, and those shown around its evidence.
READ = 4_000
AROUND = 60
LONGEST = 360
SHORT = 90


def in_short(text):
    """Return the beginning of a text on one line."""
    line = " ".join(text[: SHORT * 4].split())
    return line if len(line) <= SHORT and len(text) <= SHORT * 4 else line[:SHORT] + "…"


def excerpt(cause, wordings):
    """Return the part of the sample that its findings come from, with them marked."""
    sample = cause["sample"]
    text = sample[:READ]
    findings = [finding for finding in _evidence(cause, wordings).findings if finding.fact in TELLING]
    findings.sort(key=lambda finding: (finding.start, finding.end))
    begin = max(0, findings[0].start - AROUND) if findings else 0
    end = min(len(text), begin + LONGEST)
    parts = ["…"] if begin else []
    done = begin
    for finding in findings:
        # Two facts may come from the same words.
        if finding.start >= done and finding.end <= end:
            parts.append(text[done : finding.start])
            words = text[finding.start : finding.end]
            parts.append(element("mark", words, title=FACT_NAMES[finding.fact]))
            done = finding.end
    parts.append(text[done:end])
    if end < len(sample):
        parts.append("…")
    return element("p", *parts, class_="sample", translate="no")


def whole_sample(cause, wordings):
    """Return the whole sample, with the words of its findings marked."""
    sample = cause["sample"]
    shown = marked(sample[:READ], _evidence(cause, wordings))
    shown.setAttribute("aria-label", "Sample message")
    if len(sample) > READ:
        shown.append(sample[READ:])
    return shown


def _evidence(cause, wordings):
    """Return the reading of the sample, with what the cause goes by.

    A name in it tells nothing, though somebody be called like an error.
    """
    text = cause["sample"][:READ]
    for row in cause["rows"][:1]:
        if len(row["person"]) > 2:
            text = text.replace(row["person"], "x" * len(row["person"]))
    reading = read_message(text, wordings)
    facts = cause["facts"]
    told = [finding for finding in reading.findings if facts.get(finding.fact) == finding.value]
    return Reading(told, reading.scim, {}, None, reading.told)
