"""The box for a pasted message: its text, which of several messages counts, and what was read from it."""

from js import clearTimeout, document, messageText, setTimeout

from ..message import read_message, split_messages
from .elements import element
from .starting import fetch_wordings, run

# What a reader can paste and still have read at once; a console's longest message is a tenth of it.
LONGEST = 65_536
# Milliseconds that the hand rests before an edit is read, so that typing in a long text does not stutter.
REST = 150
# So much of each of several messages is shown to choose from.
SHOWN = 90


class MessageBox:
    """Calls `on_change(pasted)` when the message has changed; `pasted` tells a new text from an edit."""

    def __init__(self, on_change):
        self.notes = document.getElementById("message-notes")
        self.status = document.getElementById("message-status")
        # Fetched when there is something to read.
        self.wordings = None
        self.on_change = on_change
        self.message = ""
        self.reading = None
        self.waiting = None
        document.getElementById("message").addEventListener("input", self.edited)

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
        """Read the first message of the text, and offer the others."""
        text = messageText.read(LONGEST)
        spans = split_messages(text, wordings.units)
        self.take(text, spans[0] if spans else (0, 0))
        notes = []
        if messageText.length() > LONGEST:
            notes.append(
                element("p", "This text is long. Its first 64 KB are read, and the rest is left out.")
            )
        if len(spans) > 1:
            notes.append(self.choice_of_messages(text, spans))
        self.notes.replaceChildren(*notes)

    def take(self, text, span):
        """Make the message at `span` of `text` the one that counts; blank text holds none."""
        self.message = text[span[0] : span[1]]
        self.reading = read_message(self.message, self.wordings) if self.message.strip() else None

    def say(self, text):
        """Tell those who listen to the page what the message led to."""
        self.status.hidden = False
        self.status.textContent = text

    def choice_of_messages(self, text, spans):
        """Return the choice between the messages of one paste."""
        rows = []
        same = _same_beginning([text[span[0] : span[0] + SHOWN * 4] for span in spans])
        for number, span in enumerate(spans):
            name = "message-" + str(number)
            choice = element("input", type="radio", name="message-choice", id=name)
            choice.checked = number == 0
            choice.addEventListener("change", lambda event, span=span: self.choose(text, span))
            rows.append(element("li", choice, " ", element("label", _beginning(text, span, same), for_=name)))
        legend = element("legend", str(len(spans)) + " messages were found. Which one do you mean?")
        return element("fieldset", legend, element("ol", *rows))

    def choose(self, text, span):
        """Read another of the messages."""
        self.take(text, span)
        self.on_change(True)


def _same_beginning(texts):
    """Return how many letters all texts have in common at their beginning."""
    length = 0
    for letters in zip(*texts):
        if len(set(letters)) > 1:
            break
        length += 1
    return length


def _beginning(text, span, same):
    """Return the part of a message that tells it from the others."""
    skipped = max(0, same - SHOWN // 3)
    whole = text[span[0] + skipped : span[1]].strip()
    shown = whole if len(whole) <= SHOWN else whole[:SHOWN] + "…"
    return "…" + shown if skipped else shown
