"""What a reader takes along: the people of a cause as CSV, the summary as Markdown or as a ticket."""

from js import URL, Blob
from jsffi import to_js

from ...triage.report_files import people_csv, summary_markdown
from ..elements import button, element
from .numbers import counted

TICKET, SAYS = "triage-ticket", "triage-ticket-status"
# Without it, Excel takes UTF-8 for the code page of the computer.
MARK = "\ufeff"


def people_button(cause, number):
    """Return the button that saves the people of a cause."""
    text = "Download " + counted(cause["people"], "person", "people") + " as CSV"
    name = "people-" + (cause["answer"] or cause["question"] or "not-recognised-" + str(number + 1)) + ".csv"
    return button(text, lambda: save(name, MARK + people_csv(cause), "text/csv"))


def take_along(summary):
    """Return the ways to pass the report on."""
    area = element("textarea", rows="8", readonly="", id=TICKET, hidden="", aria_label="Summary to copy")
    area.value = summary_markdown(summary)
    copy = element("button", "Copy as a ticket", type="button", data_copies=TICKET, data_says=SAYS)
    download = button(
        "Download the summary as Markdown", lambda: save("triage.md", area.value, "text/markdown")
    )
    return element(
        "section",
        element("h2", "Pass it on"),
        element("p", "The summary holds a sample message of each cause, which may name people."),
        element("p", copy, " ", download, " ", element("span", id=SAYS, role="status"), class_="buttons"),
        area,
        class_="take-along",
    )


def save(name, text, kind):
    """Save a text as a file, as if a link to it were pressed."""
    address = URL.createObjectURL(Blob.new(to_js([text]), to_js({"type": kind})))
    element("a", href=address, download=name).click()
    URL.revokeObjectURL(address)
