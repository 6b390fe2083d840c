"""Runs the box on the home page: what a pasted message says, and where that leads."""

from js import location, rememberedProvider

from ..message import walk_facts
from ..spelling import read_value
from ..tree import read_tree
from ..walk import resolve
from .address import write_query
from .elements import element, heading
from .message_box import MessageBox
from .no_answer import not_recognised, support_copy
from .reading_view import NOT_NAMED, something_else, spoken, what_was_read
from .result import cure_of, to_steps
from .starting import ROOT, app, fetch_tree, run, take_over
from .views import question_form


class Home:
    """Holds the tree and, for the message in the box, what the reader has corrected by hand."""

    def __init__(self, data):
        self.tree = read_tree(data)
        self.answers = data["answers"]
        self.facts = {}
        self.shown = 0
        self.box = MessageBox(self.tree, self.answers, self.message_changed)

    def message_changed(self, pasted=False):
        """Read the facts of another message, and show where they lead."""
        reading = self.box.reading
        self.facts = walk_facts(reading) if reading else {}
        idp = read_value("idp", rememberedProvider.read() or "")
        if self.facts and idp and "idp" not in self.facts:
            self.facts["idp"] = idp
        run(self.show())

    def correct(self, fact, value):
        """Set one fact, or drop it where `value` is None."""
        if value is None:
            self.facts.pop(fact, None)
        else:
            self.facts[fact] = value
        run(self.show())

    async def show(self):
        """Show where the message leads and what was read, or nothing while the box is empty."""
        self.shown += 1
        turn = self.shown
        message, reading = self.box.message, self.box.reading
        parts = []
        if reading and reading.other:
            parts = [something_else(reading), await self.outcome()]
        elif reading and reading.findings:
            parts = [await self.outcome(), what_was_read(message, reading, self.facts, self.correct)]
            if not reading.scim:
                parts.insert(1, element("p", NOT_NAMED, class_="help"))
        elif reading:
            copy = await support_copy(
                location.origin + location.pathname, self.facts, [], "Not recognised", [], message
            )
            parts = [not_recognised(), copy]
        if turn != self.shown:
            return
        app.replaceChildren(*parts)
        if reading:
            self.box.say(spoken(reading, app.querySelector(".focus").textContent))

    async def outcome(self):
        """Return the answer's title and cure with the way to its steps, or the question that is left."""
        state, answer, _, _ = resolve(self.tree, self.answers, self.box.with_undecided(self.facts))
        idp = self.facts.get("idp")
        if state.question:
            asks = state.question.asks
            return question_form(state.question, idp, lambda value: self.correct(asks, value))
        if answer:
            cure, address = await cure_of(answer)
            way = to_steps(address + ("?idp=" + idp if idp else ""))
            return element("section", heading(answer["title"]), *cure, way, class_="result")
        address = ROOT + "troubleshooter/" + write_query(self.facts)
        link = element("a", "See what disagrees", href=address)
        return element(
            "section",
            heading("These facts do not fit together"),
            element("p", link),
            class_="result",
        )


async def start():
    """Take the box over."""
    home = Home(await fetch_tree())
    await home.box.begin()
    home.message_changed()
    await take_over()
    await home.box.prepare()


run(start())
