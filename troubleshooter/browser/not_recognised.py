"""What still helps where nothing in a message is known here."""

from .elements import element, heading
from .starting import ROOT


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
