"""Writes what a triage found for other tools: the people of a cause as CSV, the summary as Markdown."""

from ..fence import fenced
from ..plain import is_unseen
from ..redact import redact, redact_beginning
from ..vocabulary import value_label
from .summary import counts, name_of

# A spreadsheet runs a cell that begins with one of these: https://owasp.org/www-community/attacks/CSV_Injection
# In East Asia, it takes the wide and the small forms for the same.
_FORMULA = "=+-@\t\r\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b"
_MARKUP = "\\`*_{}[]<>()#+!|~&@"
_LONGEST_SAMPLE = 600


def people_csv(cause, mask_addresses=False):
    """Return the people of a cause of summary() as CSV (RFC 4180); no cell is run as a formula."""
    numbers: dict[str, int] = {}
    rows = [("person", "events", "arrived later", "first", "last")]
    for person in cause["affected"]:
        arrived = "yes" if person["healed"] else "no"
        times = (person["first"] or "", person["last"] or "")
        name = redact(person["name"], mask_addresses, numbers)
        rows.append((name, str(person["events"]), arrived) + times)
    return "".join([",".join([_cell(text) for text in row]) + "\r\n" for row in rows])


def summary_markdown(summary, root="", mask_addresses=True):
    """Return the report of a triage as Markdown, with links to the site whose address is `root`.

    No name or message in it is taken for markup.
    """
    numbers: dict[str, int] = {}

    def shown(text):
        return escape_markdown(redact(text, mask_addresses, numbers))

    lines = ["# Triage of failed provisioning events", ""]
    for file in summary["files"]:
        if not file["complaint"]:
            lines.append("- File: " + shown(file["name"]) + " (" + file["format"] + ")")
    lines.append("- Identity provider: " + _providers(summary))
    lines.extend(["", "| what | count |", "| --- | ---: |"])
    lines.extend(["| " + label + " | " + str(number) + " |" for label, number in counts(summary)])
    if summary["first"]:
        lines.extend(["", "From " + summary["first"] + " to " + summary["last"] + "."])
    lines.extend(["", "| cause | events | people | arrived later |", "| --- | ---: | ---: | ---: |"])
    for cause in summary["causes"]:
        figures = [str(cause[name]) for name in ("events", "people", "healed")]
        lines.append("| " + escape_markdown(name_of(cause)) + " | " + " | ".join(figures) + " |")
    for cause in summary["causes"]:
        lines.extend(["", "## " + escape_markdown(name_of(cause)), "", _sentence(cause)])
        if cause["answer"] or cause["question"]:
            where = "Steps: <" if cause["answer"] else "One question is left: <"
            lines.extend(["", where + root + _with_provider(cause) + ">"])
        sample = redact_beginning(cause["sample"], _LONGEST_SAMPLE, mask_addresses, numbers)
        lines.extend(["", "Sample:", "", fenced(sample)])
    for entry in summary["set_aside"][:20]:
        if entry is summary["set_aside"][0]:
            lines.extend(["", "## Rows set aside", ""])
        lines.append(
            "- " + shown(entry["file"]) + ", row " + str(entry["row"]) + ": " + shown(entry["reason"])
        )
    return "\n".join(lines) + "\n"


def _providers(summary):
    """Return the names of the identity providers that the causes are of."""
    names: list[str] = []
    for cause in summary["causes"]:
        name = value_label("idp", cause["facts"].get("idp", "")) if "idp" in cause["facts"] else ""
        if name and name not in names:
            names.append(name)
    return ", ".join(names) or "not told"


def _with_provider(cause):
    """Return the address of a cause; that of a question has its facts."""
    idp = cause["facts"].get("idp")
    return cause["url"] + ("?idp=" + idp if cause["answer"] and idp else "")


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


def _one_line(text):
    for mark in ("\r\n", "\n", "\r", "\t", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"):
        text = text.replace(mark, " ")
    return text


def _cell(text):
    """Return `text` as a cell; an apostrophe keeps a spreadsheet from running it."""
    text = text.replace("\0", "")
    if text[:1] in ("\t", "\r") or _first_seen(text) in _FORMULA:
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ',;"\r\n\t') else text


def _first_seen(text):
    for letter in text:
        if not is_unseen(letter):
            return letter
    return " "
