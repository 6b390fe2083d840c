"""The copy for support, below every result that is no answer of its own: a text without secrets."""

from jsffi import JsException

from .elements import element, heading
from .starting import ROOT, load_later

COPY, STATUS, KEEP = "support-text", "support-status", "keep-addresses"


async def support_copy(address, facts, steps, ended, answers_read, message):
    """Return the section, whose text is support_text's, or a line where that cannot be loaded."""
    try:
        await load_later()
    except JsException:
        line = "The text for support could not be loaded. Check your connection, then try again."
        return element("p", line, role="alert")
    from ..support_text import support_text

    def make_text(mask_addresses):
        return support_text(address, facts, steps, ended, answers_read, message, mask_addresses)

    area = element("textarea", rows="8", readonly="", id=COPY, translate="no")
    area.value = make_text(True)
    keep = element("input", type="checkbox", id=KEEP)

    def switched(event):
        area.value = make_text(not event.target.checked)

    keep.addEventListener("change", switched)
    copy = element("button", "Copy for support", type="button", data_copies=COPY, data_says=STATUS)
    label = "For support. Tokens and passwords are masked; complete the open lines where you paste it."
    return element(
        "section",
        element("h2", "Ask support"),
        element("p", element("label", label, for_=COPY)),
        area,
        element("p", keep, " ", element("label", "Keep the email addresses in it", for_=KEEP)),
        element("p", copy, " ", element("span", id=STATUS, role="status")),
        class_="support-copy",
    )


def not_recognised():
    """Return the result for a text in which no failure was recognised."""
    ways = [
        ("Paste the whole entry. ", "Where your console shows it", "guides/"),
        ("Look up the code or the phrase that the console shows. ", "Answers by status", "answers/"),
        ("Work through the checks, from the cheapest on. ", "The checklist", "answers/checklist/"),
    ]
    items = [element("li", text, element("a", link, href=ROOT + path)) for text, link, path in ways]
    return element(
        "section",
        heading("Not recognised"),
        element("p", "Nothing in this text names a failure that is known here. This still helps:"),
        element("ul", *items),
        class_="result",
    )
