"""What a reader takes along: the people of a cause as CSV, the summary as Markdown or as a ticket."""

from js import URL, Blob, document, location
from jsffi import to_js

from ...triage.report_files import people_csv, summary_markdown
from ..elements import button, element
from ..starting import ROOT
from .numbers import counted

TICKET, SAYS = "triage-ticket", "triage-ticket-status"
KEEP, KEEP_IN_CSV = "triage-keep-addresses", "triage-keep-in-csv"
# Without it, Excel takes UTF-8 for the code page of the computer.
MARK = "\ufeff"


def people_button(cause, number):
    """Return the button that saves the people of a cause."""
    text = "Download " + counted(cause["people"], "person", "people") + " as CSV"
    name = "people-" + (cause["answer"] or cause["question"] or "not-recognised-" + str(number + 1)) + ".csv"

    def pressed():
        mask_addresses = not document.getElementById(KEEP_IN_CSV).checked
        save(name, MARK + people_csv(cause, mask_addresses), "text/csv")

    return button(text, pressed)


def switch_for_csv():
    """Return the choice whether the files of people have their addresses; they mostly serve to find them."""
    keep = element("input", type="checkbox", id=KEEP_IN_CSV, checked="")
    return element("p", keep, " ", element("label", "Keep email addresses in CSV files", for_=KEEP_IN_CSV))


def take_along(summary):
    """Return the ways to pass the report on."""
    area = element(
        "textarea", rows="8", readonly="", id=TICKET, hidden="", aria_label="Summary to copy", translate="no"
    )
    root = URL.new(ROOT, location.href).href
    area.value = summary_markdown(summary, root)
    keep = element("input", type="checkbox", id=KEEP)

    def switched(event):
        area.value = summary_markdown(summary, root, not event.target.checked)

    keep.addEventListener("change", switched)
    copy = element("button", "Copy as a ticket", type="button", data_copies=TICKET, data_says=SAYS)
    download = button(
        "Download the summary as Markdown", lambda: save("triage.md", area.value, "text/markdown")
    )
    return element(
        "section",
        element("h2", "Pass it on"),
        element(
            "p",
            "The summary holds a sample message of each cause. "
            "Tokens and passwords in it are masked; names of people are not.",
        ),
        element("p", keep, " ", element("label", "Keep the email addresses in it", for_=KEEP)),
        element("p", copy, " ", download, " ", element("span", id=SAYS, role="status"), class_="buttons"),
        area,
        class_="take-along",
    )


def save(name, text, kind):
    """Save a text as a file, as if a link to it were pressed."""
    address = URL.createObjectURL(Blob.new(to_js([text]), to_js({"type": kind})))
    element("a", href=address, download=name).click()
    URL.revokeObjectURL(address)
