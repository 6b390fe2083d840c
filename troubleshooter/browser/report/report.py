"""The report of a triage: its figures, its causes with what orders them, and what can be taken along."""

from ..elements import element
from ..turns import Turns
from .cause import CauseView
from .figures import figures
from .numbers import counted, period
from .order import Order
from .take_along import take_along


class Report:
    """The section that shows a summary; fill() adds the causes, one after the other."""

    def __init__(self, summary, answers, wordings):
        self._summary = summary
        self._answers = answers
        self._wordings = wordings
        self._list = element("ul", class_="causes")
        self.title = element("h2", _headline(summary), tabindex="-1", class_="focus")
        when = period(summary["first"], summary["last"])
        parts = [
            self.title,
            element("p", _of_files(summary), element("br"), when, class_="of", translate="no"),
        ]
        parts.append(figures(summary))
        self._order = Order(self._list)
        if summary["causes"]:
            parts.append(element("h2", "Causes", class_="causes-title"))
            parts.append(self._order.controls)
            parts.append(self._list)
        parts.append(take_along(summary))
        self.section = element("section", *parts, class_="report")

    async def fill(self):
        """Add the causes, and let the page have its turn between them."""
        turns = Turns()
        for number, cause in enumerate(self._summary["causes"]):
            view = CauseView(number, cause, self._summary, self._answers, self._wordings)
            self._order.add(view)
            self._list.append(view.item)
            if turns.is_due():
                await turns.give()


def _headline(summary):
    failed = summary["failed"]
    if not failed:
        return "No failed event in " + counted(summary["rows"], "row")
    text = counted(failed, "failed event") + ", " + counted(len(summary["causes"]), "cause")
    return text + ", " + counted(summary["people"], "person", "people")


def _of_files(summary):
    named = [
        file["name"] + " (" + file["format"] + ", " + counted(file["rows"], "row") + ")"
        for file in summary["files"]
        if not file["complaint"]
    ]
    return "From " + "; ".join(named)
