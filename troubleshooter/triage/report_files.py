"""Writes what a triage found for other tools: the people of a cause as CSV, the summary as Markdown."""

from .summary import counts

# A spreadsheet runs a cell that begins with one of these: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARKUP = "\\`*_{}[]<>()#+!|~&@"
_LONGEST_SAMPLE = 600


def people_csv(cause):
    """Return the people of a cause of summary() as CSV (RFC 4180); no cell is run as a formula."""
    rows = [("person", "events", "arrived later", "first", "last")]
    for person in cause["affected"]:
        arrived = "yes" if person["healed"] else "no"
        times = (person["first"] or "", person["last"] or "")
        rows.append((person["name"], str(person["events"]), arrived) + times)
    return "".join([",".join([_cell(text) for text in row]) + "\r\n" for row in rows])


def summary_markdown(summary):
    """Return the report of a triage as Markdown; no name or message in it is taken for markup."""
    lines = ["# Triage of failed provisioning events", ""]
    lines.append("| what | count |")
    lines.append("| --- | ---: |")
    lines.extend(["| " + label + " | " + str(number) + " |" for label, number in counts(summary)])
    if summary["first"]:
        lines.extend(["", "From " + summary["first"] + " to " + summary["last"] + "."])
    lines.extend(["", "| cause | events | people | arrived later |", "| --- | ---: | ---: | ---: |"])
    for cause in summary["causes"]:
        numbers = [str(cause[name]) for name in ("events", "people", "healed")]
        lines.append("| " + escape_markdown(cause["title"]) + " | " + " | ".join(numbers) + " |")
    for cause in summary["causes"]:
        lines.extend(["", "## " + escape_markdown(cause["title"]), ""])
        lines.append(_sentence(cause))
        if cause["answer"] or cause["question"]:
            lines.extend(["", "Address on the site: " + _code(cause["url"])])
        lines.extend(["", "Sample: " + _code(cause["sample"][:_LONGEST_SAMPLE])])
    for entry in summary["set_aside"][:20]:
        if entry is summary["set_aside"][0]:
            lines.extend(["", "## Rows set aside", ""])
        file = escape_markdown(entry["file"])
        lines.append("- " + file + ", row " + str(entry["row"]) + ": " + escape_markdown(entry["reason"]))
    return "\n".join(lines) + "\n"


def escape_markdown(text):
    """Return `text` on one line, so that Markdown shows its characters as they are."""
    letters = [("\\" + letter if letter in _MARKUP else letter) for letter in _one_line(text)]
    return "".join(letters).replace("\\<", "&lt;").replace("\\>", "&gt;")


def _sentence(cause):
    text = "Events: " + str(cause["events"]) + ", people: " + str(cause["people"])
    text += ", of whom arrived later: " + str(cause["healed"]) + "."
    if cause["first"]:
        text += " First " + cause["first"] + ", last " + cause["last"] + "."
    return text


def _code(text):
    """Return `text` as code on one line, between more backticks than stand together in it."""
    text = _one_line(text).replace("|", "¦")
    marks = "`"
    while marks in text:
        marks += "`"
    return marks + " " + text + " " + marks


def _one_line(text):
    for mark in ("\r\n", "\n", "\r", "\t", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"):
        text = text.replace(mark, " ")
    return text


def _cell(text):
    """Return `text` as a cell; an apostrophe keeps a spreadsheet from running it."""
    if text.lstrip(" ")[:1] in _FORMULA:
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ',;"\r\n\t') else text
