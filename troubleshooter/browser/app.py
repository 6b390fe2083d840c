"""Runs the troubleshooter in its page: shows what the address says, and writes choices to it."""

import asyncio
import json

from js import CustomEvent, console, document, fetch, history, location, rememberedProvider, window

from ..tree import read_tree
from ..vocabulary import read_value
from ..walk import resolve
from .address import add_idp, read_address, write_query
from .elements import element
from .result import show_answer
from .views import (
    answers_so_far,
    impossible,
    no_match,
    provider_choice,
    question_form,
    rejected_value,
    unknown_fact,
)

TREE = "../assets/tree.json"

app = document.getElementById("troubleshooter")
static = document.getElementById("questions")


class Troubleshooter:
    """The page's state is its address; this holds only the tree, and what was shown last."""

    def __init__(self, data):
        self.tree = read_tree(data)
        self.answers = data["answers"]
        self.site_name = document.title
        self.shown = 0
        self.query = None

    async def show(self, focus=True):
        """Show the question or the result to which the address leads."""
        self.shown += 1
        turn = self.shown
        # Set before the answer is fetched, so that going Back meanwhile is seen as a change.
        self.query = location.search
        address = read_address()
        facts = address.facts
        idp = facts.get("idp")
        resolution = resolve(self.tree, self.answers, facts)
        state = resolution.state
        main = await self.main_part(resolution, facts)
        if turn != self.shown:
            return
        # Another spelling is mended in the address; what is unknown stays in it.
        self.query = location.search if address.unknown else write_query(facts)
        if self.query != location.search:
            history.replaceState(None, "", location.pathname + self.query)
        parts = [provider_choice(idp, lambda value: self.choose("idp", value))]
        alerts = [unknown_fact(name, text, state.question) for name, text in address.unknown]
        if state.rejected:
            alerts.append(rejected_value(state))
        if alerts:
            parts.append(element("div", *alerts, role="alert", class_="address-alert"))
        parts.append(main)
        if state.steps:
            parts.append(answers_so_far(state.steps, self.change, self.restart))
        app.replaceChildren(*parts)
        title = app.querySelector(".focus")
        document.title = title.textContent + " – " + self.site_name
        if focus:
            title.focus()

    async def main_part(self, resolution, facts):
        state, answer, disagreements, rule = resolution
        if rule:
            return impossible(rule, facts, lambda fact: self.choose(fact, None))
        if state.question:
            return question_form(
                state.question, facts.get("idp"), lambda value: self.choose(state.question.asks, value)
            )
        if disagreements:
            title = self.answers[state.answer]["title"]
            return no_match(title, disagreements, lambda fact: self.choose(fact, None))
        return await show_answer(answer, facts.get("idp"))

    def choose(self, fact, value):
        """Set one fact, or drop it where `value` is None, as a new entry of the history."""
        facts = read_address().facts
        if fact == "idp":
            rememberedProvider.write(value or "")
        if value is None:
            facts.pop(fact, None)
        else:
            facts[fact] = value
        self.go(facts)

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
        facts = read_address().facts
        self.go({"idp": facts["idp"]} if "idp" in facts else {})

    def follow(self):
        """Show what Back or Forward led to; a jump to an anchor is none of ours."""
        if location.search != self.query:
            run(self.show())

    def go(self, facts):
        query = write_query(facts)
        if query != location.search:
            history.pushState(None, "", location.pathname + query)
        run(self.show())


def run(coroutine):
    """Run `coroutine` and say so on the page if it fails, so that no fault is silent."""
    # The browser's loop keeps the task, also where nothing refers to it.
    asyncio.create_task(_guarded(coroutine))  # noqa: RUF006


async def _guarded(coroutine):
    try:
        await coroutine
    except Exception as error:
        console.warn("The troubleshooter stopped: " + repr(error))
        app.hidden = True
        static.hidden = False
        app.dataset.state = "stopped"
        window.dispatchEvent(CustomEvent.new("troubleshooter-failed"))


async def start():
    """Take over from the static page, keeping the place of the focus."""
    reply = await fetch(TREE)
    if not reply.ok:
        raise OSError("the tree answered " + str(reply.status))
    troubleshooter = Troubleshooter(json.loads(await reply.text()))
    deep_link = location.search
    # Only here: on the way Back, an address without a provider means that none was chosen.
    add_idp(read_value("idp", rememberedProvider.read() or ""))
    await troubleshooter.show(focus=False)
    while app.hasAttribute("data-pressed"):
        await asyncio.sleep(0.05)
    had_focus = static.contains(document.activeElement)
    app.hidden = False
    static.hidden = True
    for line in ("loading", "failure"):
        document.getElementById(line).hidden = True
    app.dataset.state = "ready"
    if had_focus or deep_link:
        app.querySelector(".focus").focus()
    window.addEventListener("popstate", lambda event: troubleshooter.follow())


run(start())
