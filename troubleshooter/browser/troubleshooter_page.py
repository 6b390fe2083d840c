"""Runs the troubleshooter in its page: shows what the address says, and writes choices to it."""

from js import document, history, location, rememberedProvider, window

from ..message import walk_facts
from ..spelling import read_value
from ..tree import read_tree
from ..vocabulary import CAUSE_FACTS
from ..walk import resolve
from .address import add_idp, read_address, states_cause, write_query
from .elements import element
from .message_box import MessageBox
from .no_answer import not_recognised, support_copy
from .provider_choice import provider_choice
from .reading_view import NOT_NAMED, something_else, spoken, what_was_read
from .result import STEPS, show_answer, to_steps
from .starting import app, fetch_tree, run, static, take_over
from .views import (
    answers_so_far,
    impossible,
    no_match,
    question_form,
    rejected_value,
    unknown_fact,
)


class Troubleshooter:
    """The state is the address and the text in the box; this holds the tree, and what was shown last."""

    def __init__(self, data):
        self.tree = read_tree(data)
        self.answers = data["answers"]
        self.box = MessageBox(self.tree, self.answers, self.message_changed)
        self.site_name = document.title
        self.shown = 0
        # Whether what is shown follows from the message in the box, and not from another address.
        self.of_message = False
        self.query = None
        # The titles of the answers shown in this visit, for support.
        self.answers_read = []

    async def show(self, focus=True):
        """Show the question or the result to which the address leads."""
        self.shown += 1
        turn = self.shown
        # Set before the answer is fetched, so that going Back meanwhile is seen as a change.
        self.query = location.search
        address = read_address()
        facts = address.facts
        reading = self.reading()
        leads = reading is None and states_cause(address)
        level = 1 if leads else 2
        resolution = resolve(self.tree, self.answers, self.box.with_undecided(facts) if reading else facts)
        state = resolution.state
        main = await self.main_part(resolution, facts, level)
        copy = []
        if (reading and not reading.findings) or _is_dead_end(resolution):
            copy = [await self.copy_for_support(state, facts, main)]
        if turn != self.shown:
            return
        # Another spelling is mended in the address; what is unknown stays in it.
        self.query = location.search if address.unknown else write_query(facts)
        if self.query != location.search:
            history.replaceState(None, "", location.pathname + self.query)
        document.documentElement.dataset.idp = facts.get("idp", "")
        parts = []
        if reading and reading.other:
            parts.append(something_else(reading))
        elif reading and not reading.findings:
            parts.append(not_recognised())
        alerts = [unknown_fact(name, text, state.question) for name, text in address.unknown]
        if state.rejected:
            alerts.append(rejected_value(state))
        if alerts:
            parts.append(element("div", *alerts, role="alert", class_="address-alert"))
        parts.append(main)
        if state.question:
            parts.extend(self.what_was_read(facts))
            parts.append(provider_choice(facts.get("idp"), lambda value: self.choose("idp", value)))
        elif resolution.answer is None:
            parts.extend(self.what_was_read(facts))
        parts.extend(copy)
        others = {} if reading else _not_asked(state, facts)
        if state.steps or others:
            parts.append(answers_so_far(state.steps, others, self.change, self.drop, self.restart))
        app.replaceChildren(*parts)
        self.box.stand(leads)
        title = app.querySelector(".focus")
        document.title = title.textContent + " – " + self.site_name
        if focus:
            title.focus()
        if reading:
            self.box.say(spoken(reading, title.textContent))

    def reading(self):
        """Return the reading of the message in the box, or None where another address counts."""
        return self.box.reading if self.of_message else None

    def what_was_read(self, facts):
        """Return what the message says and where, as parts of the page, or nothing without a message."""
        reading = self.reading()
        if reading is None or reading.other or not reading.findings:
            return []
        read = what_was_read(self.box.message, reading, facts, self.choose)
        return [read] if reading.scim else [element("p", NOT_NAMED, class_="help"), read]

    async def main_part(self, resolution, facts, level):
        state, answer, disagreements, rule = resolution
        if rule:
            return impossible(rule, facts, self.drop, level)
        if state.question:
            asks = state.question.asks
            return question_form(
                state.question, facts.get("idp"), lambda value: self.choose(asks, value), level
            )
        if disagreements:
            return no_match(self.answers[state.answer]["title"], disagreements, self.drop, level)
        if answer["title"] not in self.answers_read:
            self.answers_read.append(answer["title"])
        below_cure = []
        if self.reading():
            below_cure = [to_steps("#" + STEPS)] + self.what_was_read(facts)
        return await show_answer(
            answer,
            facts.get("idp"),
            lambda value: self.choose("idp", value),
            lambda value: self.look("idp", value),
            level,
            *below_cure,
        )

    async def copy_for_support(self, state, facts, main):
        """Return the text for support, which says where the facts ended and what was read before."""
        ended = main.querySelector(".focus").textContent
        before = [title for title in self.answers_read if title != ended]
        address = location.origin + location.pathname + write_query(facts)
        return await support_copy(address, facts, state.steps, ended, before, self.box.message)

    def choose(self, fact, value):
        """Set one fact, or drop it where `value` is None, as a new entry of the history."""
        if fact == "idp":
            rememberedProvider.write(value or "")
        self.look(fact, value)

    def look(self, fact, value):
        """Set one fact as `choose` does, and remember no provider."""
        facts = read_address().facts
        if value is None:
            facts.pop(fact, None)
        else:
            facts[fact] = value
        self.go(facts)

    def drop(self, fact):
        """Leave a fact out."""
        self.choose(fact, None)

    def change(self, step):
        """Go back to a question: its choice and those after it are dropped, the provider stays."""
        facts = read_address().facts
        state = resolve(self.tree, self.answers, facts).state
        dropping = False
        for taken in state.steps:
            dropping = dropping or taken.question.id == step.question.id
            if dropping:
                facts.pop(taken.question.asks, None)
        self.go(facts)

    def restart(self):
        """Go back to the first question; only the provider stays."""
        self.of_message = False
        facts = read_address().facts
        self.go({"idp": facts["idp"]} if "idp" in facts else {})

    def message_changed(self, pasted):
        """Let what the message says replace the choices; a new text is an entry of the history."""
        self.apply_message(pasted)
        run(self.show(focus=False))

    def apply_message(self, pasted=True):
        """Write what the message says into the address; the provider stays where it names none."""
        reading = self.box.reading
        self.of_message = reading is not None
        facts = walk_facts(reading) if reading else {}
        idp = read_address().facts.get("idp")
        if idp and "idp" not in facts:
            facts["idp"] = idp
        query = write_query(facts)
        if query != location.search:
            write = history.pushState if pasted else history.replaceState
            write(None, "", location.pathname + query)

    def follow(self):
        """Show what Back or Forward led to; a jump to an anchor is none of ours."""
        if location.search != self.query:
            self.of_message = False
            run(self.show())

    def go(self, facts):
        query = write_query(facts)
        if query != location.search:
            history.pushState(None, "", location.pathname + query)
        run(self.show())


def _not_asked(state, facts):
    """Return the facts of the address that no question on the way asked for."""
    asked = [step.question.asks for step in state.steps]
    return {fact: facts[fact] for fact in facts if fact != "idp" and fact not in asked}


def _is_dead_end(resolution):
    """Whether nothing answers the facts: they disagree, or the answer, listing no facts, is for anything."""
    answer = resolution.answer
    listed = answer and [fact for fact in CAUSE_FACTS if fact in answer]
    return bool(resolution.rule or resolution.disagreements or (answer and not listed))


async def start():
    """Take over from the static page, keeping the place of the focus."""
    troubleshooter = Troubleshooter(await fetch_tree())
    await troubleshooter.box.begin()
    deep_link = location.search
    # Only here: on the way Back, an address without a provider means that none was chosen.
    add_idp(read_value("idp", rememberedProvider.read() or ""))
    if troubleshooter.box.reading and not [fact for fact in read_address().facts if fact != "idp"]:
        # Text that was pasted while Python loaded; facts in the address are the reader's later choice.
        troubleshooter.apply_message()
    await troubleshooter.show(focus=False)
    had_focus = static.contains(document.activeElement)
    await take_over()
    if had_focus or deep_link:
        app.querySelector(".focus").focus()
    window.addEventListener("popstate", lambda event: troubleshooter.follow())
    await troubleshooter.box.prepare()


run(start())
