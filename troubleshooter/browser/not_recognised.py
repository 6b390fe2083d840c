"""What still helps where nothing in a message is known here, with a copy that support may see."""

from ..redact import redact
from .elements import element, heading
from .starting import ROOT

COPY, STATUS, KEEP = "redacted", "redacted-status", "keep-addresses"


def not_recognised(message):
    """Return the result for a text in which no failure was recognised."""
    ways = [
        ("Paste the whole entry. ", "Where your console shows it", "guides/"),
        ("Look up the code or the phrase that the console shows. ", "Answers by status", "answers/"),
        ("Work through the checks, from the cheapest on. ", "The checklist", "answers/checklist/"),
    ]
    items = [element("li", text, element("a", link, href=ROOT + path)) for text, link, path in ways]
    items.append(
        element(
            "li",
            "For support, collect the text below, the time with its time zone, the person or the group, your "
            "organization’s login name, and what you have tried.",
        )
    )
    return element(
        "section",
        heading("Not recognised"),
        element("p", "Nothing in this text names a failure that is known here. This still helps:"),
        element("ul", *items),
        *_copy_without_secrets(message),
        class_="result",
    )


def _copy_without_secrets(message):
    area = element("textarea", rows="4", readonly="", id=COPY)
    area.value = redact(message)
    keep = element("input", type="checkbox", id=KEEP)

    def switched(event):
        area.value = redact(message, mask_addresses=not event.target.checked)

    keep.addEventListener("change", switched)
    copy = element("button", "Copy", type="button", data_copies=COPY, data_says=STATUS)
    return [
        element("p", element("label", "Your text, with tokens and passwords masked", for_=COPY)),
        area,
        element("p", keep, " ", element("label", "Keep the email addresses in it", for_=KEEP)),
        element("p", copy, " ", element("span", id=STATUS, role="status")),
    ]
