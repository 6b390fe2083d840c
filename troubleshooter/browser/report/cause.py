"""One cause in the report: its numbers, a sample, where its steps are, and its rows."""

from ...triage.summary import NOT_RECOGNISED, name_of
from ...vocabulary import CAUSE_FACTS
from ..elements import element
from ..result import answer_parts
from ..starting import ROOT, run
from .evidence import excerpt, in_short, rows_table, whole_sample
from .numbers import counted, period, share
from .take_along import people_button


class CauseView:
    """The list's item for a cause of a summary, which also knows what it can be found by."""

    def __init__(self, number, cause, summary, answers, wordings):
        self.cause = cause
        self.number = number
        self.title = _title(cause)
        self._answers = answers
        self._wordings = wordings
        self._name = "cause-" + str(number)
        self._words = None
        own_words = {"translate": "no"} if self.title == _unknown(cause) else {}
        parts = [element("h3", self.title, id=self._name, **own_words)]
        parts.append(self._bar(summary["failed"]))
        parts.append(element("p", _counts(cause), class_="counts"))
        if self.title != _unknown(cause) or in_short(cause["sample"]) != cause["sample"]:
            parts.append(excerpt(cause, wordings))
        ways = [self._rows(len(summary["files"]) > 1)]
        if cause["people"]:
            ways.append(people_button(cause, number))
        if cause["answer"]:
            ways.insert(0, self._steps())
        else:
            parts.append(_way_on(cause))
        parts.append(element("div", *ways, class_="more"))
        self.item = element("li", *parts, class_="cause")

    def has(self, text):
        """Whether the text, in lower case, stands in the title, the sample or a person's name."""
        if self._words is None:
            names = [person["name"] for person in self.cause["affected"]]
            self._words = "\n".join([self.title, self.cause["title"], self.cause["sample"]] + names).lower()
        return text in self._words

    def is_healed(self):
        """Whether all people of the cause arrived later by themselves."""
        return bool(self.cause["people"]) and self.cause["healed"] == self.cause["people"]

    def _bar(self, failed):
        events = self.cause["events"]
        bar = element("meter", min="0", max=str(failed), value=str(events), aria_labelledby=self._name)
        text = counted(events, "event") + ", " + share(events, failed)
        return element("p", bar, " ", element("strong", text), class_="bar")

    def _steps(self):
        steps = element("details", element("summary", "Show the steps"), class_="to-steps")
        steps.addEventListener("toggle", lambda event: self._load(steps))
        return steps

    def _load(self, steps):
        if steps.open and steps.querySelector("div") is None:
            run(self._show_steps(steps))

    async def _show_steps(self, steps):
        line = element("p", "Loading the steps.", role="status")
        into = element("div", line)
        steps.append(into)
        idp = self.cause["facts"].get("idp")
        parts = await answer_parts(self._answers[self.cause["answer"]], idp, 4)
        into.replaceChildren(*parts)
        if into.querySelector("[role=alert]"):
            # Opened anew, it tries again.
            steps.addEventListener("toggle", lambda event: into.remove())
        # What copies the address would copy the triage's.
        for part in list(steps.querySelectorAll(".provider, .share, .feedback")):
            part.remove()
        for link in list(steps.querySelectorAll("a[href]")):
            link.target = "_blank"

    def _rows(self, several):
        cause = self.cause
        shown = len(cause["rows"])
        text = "Show "
        if shown < cause["events"]:
            text += "the first " + str(shown) + " of "
        rows = element("details", element("summary", text + counted(cause["events"], "row")), class_="rows")

        def toggled(event):
            if rows.open and rows.querySelector("table") is None:
                rows.append(whole_sample(cause, self._wordings))
                run(rows_table(rows, cause["rows"], several))

        rows.addEventListener("toggle", toggled)
        return rows


def _title(cause):
    """Return what a cause is called, or how its message begins."""
    name = name_of(cause)
    return _unknown(cause) if name == NOT_RECOGNISED else name


def _unknown(cause):
    return "Not recognised: " + in_short(cause["sample"])


def _way_on(cause):
    """Return where a cause without an answer leads: a question is left, or only general checks help."""
    facts = [fact for fact in CAUSE_FACTS if fact in cause["facts"]]
    if cause["question"]:
        text, link = "One question is left: " + cause["title"], "Answer it, and get the steps"
    elif facts:
        text, link = "No answer fits all that it says.", "See what disagrees"
    else:
        text, link = "Nothing in it names a failure that is known here.", "Work through the checklist"
    address = cause["url"] if cause["question"] or facts else "answers/checklist/"
    # In a window of its own, so that the report stays.
    way = element("a", link, href=ROOT + address, target="_blank")
    return element("p", text, " ", way, class_="way-on" if cause["question"] else "advice")


def _counts(cause):
    parts = []
    if cause["people"]:
        parts.append(counted(cause["people"], "person", "people"))
        healed = cause["healed"]
        if healed:
            parts.append(("all" if healed == cause["people"] else str(healed)) + " arrived later")
    when = period(cause["first"], cause["last"])
    if when:
        parts.append(when)
    return " · ".join(parts)
