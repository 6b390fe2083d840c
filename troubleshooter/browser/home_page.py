"""Runs the box on the home page: what a pasted message says, and where that leads."""

from js import location, rememberedProvider

from ..message import walk_facts
from ..spelling import read_value
from ..support_text import support_text
from ..tree import read_tree
from ..walk import resolve
from .address import write_query
from .elements import element, heading
from .message_box import MessageBox
from .no_answer import not_recognised, support_copy
from .reading_view import something_else, spoken, understood
from .starting import ROOT, app, fetch_tree, run, take_over


class Home:
    """Holds the tree and, for the message in the box, what the reader has corrected by hand."""

    def __init__(self, data):
        self.tree = read_tree(data)
        self.answers = data["answers"]
        self.facts = {}
        self.box = MessageBox(self.tree, self.answers, self.message_changed)

    def message_changed(self, pasted=False):
        """Read the facts of another message, and show where they lead."""
        reading = self.box.reading
        self.facts = walk_facts(reading) if reading else {}
        idp = read_value("idp", rememberedProvider.read() or "")
        if self.facts and idp and "idp" not in self.facts:
            self.facts["idp"] = idp
        self.show()

    def correct(self, fact, value):
        """Set one fact, or drop it where `value` is None."""
        if value is None:
            self.facts.pop(fact, None)
        else:
            self.facts[fact] = value
        self.show()

    def show(self):
        """Show what was understood and the way on, or nothing while the box is empty."""
        message, reading = self.box.message, self.box.reading
        if reading is None:
            app.replaceChildren()
        elif reading.other:
            app.replaceChildren(something_else(reading), self.way_on())
        elif reading.findings:
            app.replaceChildren(understood(message, reading, self.facts, self.correct), self.way_on())
        else:
            app.replaceChildren(not_recognised(), support_copy(self.text_for_support))
        if reading:
            self.box.say(spoken(reading, app.querySelector(".focus").textContent))

    def text_for_support(self, mask_addresses):
        """Return the text for support about a message in which nothing was recognised."""
        message = self.box.message
        return support_text(location.href, self.facts, [], "Not recognised", [], message, mask_addresses)

    def way_on(self):
        """Return the answer's title, or the question that is missing, with a link to go on there."""
        state, answer, _, _ = resolve(self.tree, self.answers, self.facts)
        if answer:
            title, link = answer["title"], "Show the steps"
        elif state.question:
            title, link = "One thing is missing: " + state.question.text, "Answer it, and get the steps"
        else:
            title, link = "These facts do not fit together", "See what disagrees"
        address = ROOT + "troubleshooter/" + write_query(self.facts)
        return element(
            "section", heading(title), element("p", element("a", link, href=address)), class_="result"
        )


async def start():
    """Take the box over."""
    home = Home(await fetch_tree())
    await home.box.begin()
    home.message_changed()
    await take_over()
    await home.box.prepare()


run(start())
