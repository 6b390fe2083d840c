"""Orders the causes of a report, and hides those that the reader does not ask for."""

from ..elements import element
from .numbers import counted
from .take_along import switch_for_csv

ORDERS = (("events", "Events"), ("people", "People"), ("name", "Name"))


class Order:
    """The controls above the list, which moves and hides the items of its CauseViews."""

    def __init__(self, into):
        self._views = []
        self._list = into
        options = [element("option", text, value=value) for value, text in ORDERS]
        self._by = element("select", *options, id="order")
        self._text = element("input", type="search", id="filter", autocomplete="off")
        self._open_only = element("input", type="checkbox", id="open-only")
        self._status = element("span", role="status")
        self._by.addEventListener("change", lambda event: self.sort())
        self._text.addEventListener("input", lambda event: self.hide())
        self._open_only.addEventListener("change", lambda event: self.hide())
        self.controls = element(
            "div",
            element("p", element("label", "Order by", for_="order"), " ", self._by),
            element("p", element("label", "Find a cause or a person", for_="filter"), " ", self._text),
            element("p", self._open_only, " ", element("label", "Hide what has healed", for_="open-only")),
            switch_for_csv(),
            self._status,
            class_="order",
        )

    def add(self, view):
        """Add a CauseView; its item stands in the list already."""
        self._views.append(view)

    def sort(self):
        """Put the items in the chosen order."""
        key = {"events": _by_events, "people": _by_people, "name": _by_name}[self._by.value]
        self._list.append(*[view.item for view in sorted(self._views, key=key)])

    def hide(self):
        """Show those that have the text and, if asked for, somebody who has not arrived."""
        text = self._text.value.strip().lower()
        shown = 0
        for view in self._views:
            view.item.hidden = not view.has(text) or (self._open_only.checked and view.is_healed())
            shown += not view.item.hidden
        self._status.textContent = str(shown) + " of " + counted(len(self._views), "cause") + " shown"


# The number keeps those of one size in their order, which MicroPython's sort would not.
def _by_events(view):
    return (-view.cause["events"], view.number)


def _by_people(view):
    return (-view.cause["people"], view.number)


def _by_name(view):
    return (view.title.lower(), view.number)
