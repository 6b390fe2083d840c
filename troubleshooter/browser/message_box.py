"""The box for a pasted message: its text, which of several messages counts, and what was read from it."""

from js import clearTimeout, document, messageText, setTimeout

from ..message import read_message, split_messages, walk_facts
from ..walk import resolve
from .elements import element
from .starting import ROOT, app, fetch_wordings, run

# What a reader can paste and still have read at once; a console's longest message is a tenth of it.
LONGEST = 65_536
# Milliseconds that the hand rests before an edit is read, so that typing in a long text does not stutter.
REST = 150
# From so many messages on, the triage serves better than a choice.
MANY = 10


class MessageBox:
    """Calls `on_change(pasted)` when the message has changed; `pasted` tells a new text from an edit."""

    def __init__(self, tree, answers, on_change):
        self.tree = tree
        self.answers = answers
        self.notes = document.getElementById("message-notes")
        self.status = document.getElementById("message-status")
        # Fetched when there is something to read.
        self.wordings = None
        self.on_change = on_change
        self.message = ""
        self.reading = None
        self.waiting = None
        self.box = document.getElementById("message-box")
        self.title = document.querySelector("main h1")
        self.lines = document.getElementById("failure")
        document.getElementById("message").addEventListener("input", self.edited)

    def stand(self, below):
        """Stand folded below what the address leads to, or open above what the message leads to."""
        root = document.documentElement.classList
        root.toggle("has-facts", below)
        if below:
            # The page's first link leads over the menu to its heading.
            app.querySelector("h1").id = self.title.id
        if self.title.isConnected != below:
            return
        self.box.open = not below
        if below:
            self.title.remove()
            self.box.before(app)
        else:
            self.box.before(self.title)
            self.lines.after(app)
            if self.reading:
                self.box.scrollIntoView()

    def edited(self, event):
        """Read the text once the hand rests, or at once where a whole text came in."""
        pasted = event.inputType in ("insertFromPaste", "insertFromDrop")
        clearTimeout(self.waiting)
        self.waiting = setTimeout(lambda: run(self.changed(pasted)), 0 if pasted else REST)

    async def changed(self, pasted):
        """Read the text anew and tell the page."""
        self.read(await self.prepare())
        self.on_change(pasted)

    async def begin(self):
        """Read what was pasted while Python loaded."""
        if messageText.length():
            self.read(await self.prepare())

    async def prepare(self):
        """Return the wordings, fetched once."""
        if self.wordings is None:
            self.wordings = await fetch_wordings()
        return self.wordings

    def read(self, wordings):
        """Read the message whose cause is the commonest in the text, and offer the others."""
        text = messageText.read(LONGEST)
        spans = split_messages(text, wordings.units)
        self.take(text, spans[0] if spans else (0, 0))
        notes = []
        if messageText.length() > LONGEST:
            note = "This text is long. Its first and last 32 KB are read, and the middle is left out."
            notes.append(element("p", note))
        if len(spans) > 1:
            notes.append(self.choice_of_messages(text, spans))
        self.notes.replaceChildren(*notes)

    def take(self, text, span):
        """Make the message at `span` of `text` the one that counts; blank text holds none."""
        self.message = text[span[0] : span[1]]
        self.reading = read_message(self.message, self.wordings) if self.message.strip() else None

    def with_undecided(self, facts):
        """Return the facts, and the values between which the wordings of the message leave the choice."""
        if self.reading is None:
            return facts
        both = dict(self.reading.undecided)
        both.update(facts)
        return both

    def say(self, text):
        """Tell those who listen to the page what the message led to."""
        self.status.hidden = False
        self.status.textContent = text

    def choice_of_messages(self, text, spans):
        """Return the choice between the causes of several messages, the commonest first and taken."""
        by_cause: dict[str, list] = {}
        for span in spans:
            by_cause.setdefault(self.cause(text[span[0] : span[1]]), []).append(span)
        found = str(len(spans)) + " messages were found"
        if len(by_cause) == 1:
            return element("p", found + ", all of the same cause.")
        # MicroPython keeps neither the order of a dict nor, when it sorts, that of equals.
        causes = sorted(by_cause, key=lambda cause: (-len(by_cause[cause]), by_cause[cause][0]))
        self.take(text, by_cause[causes[0]][0])
        rows: list = []
        for cause in causes:
            span = by_cause[cause][0]
            count = len(by_cause[cause])
            name = "message-" + str(len(rows))
            choice = element("input", type="radio", name="message-choice", id=name)
            choice.checked = not rows
            choice.addEventListener("change", lambda event, span=span: self.choose(text, span))
            title = element("strong", cause + (" (" + str(count) + " messages)" if count > 1 else ""))
            label = element("label", title, for_=name)
            rows.append(element("li", choice, " ", label))
        legend = element("legend", found + ". Which one do you mean?")
        parts = [legend, element("ol", *rows)]
        if len(spans) >= MANY:
            link = element("a", "The triage", href=ROOT + "triage/")
            parts.append(
                element("p", link, " sorts a file of many failures into their causes, with who is affected.")
            )
        return element("fieldset", *parts)

    def cause(self, message):
        """Return in a line where a message leads."""
        state, answer, _, _ = resolve(
            self.tree, self.answers, walk_facts(read_message(message, self.wordings))
        )
        if answer:
            return answer["title"]
        return "To be asked: " + state.question.text if state.question else "Facts that do not fit together"

    def choose(self, text, span):
        """Read another of the messages."""
        self.take(text, span)
        self.on_change(True)
