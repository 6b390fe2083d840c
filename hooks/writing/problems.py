"""A mistake in a writer's file: where it is, and the sentence that says what it is and the cure."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from hooks.writing.messages import MESSAGES


@dataclass(frozen=True)
class Message:
    """A sentence of MESSAGES, or a part of one, by its id, and what fills it in."""

    id: str
    fields: tuple[tuple[str, "str | Message"], ...]

    def __str__(self) -> str:
        return MESSAGES[self.id].format(**dict(self.fields))


@dataclass(frozen=True)
class Problem:
    """A mistake on one line of a file; `file` is relative to the project's folder."""

    file: str
    line: int
    message: Message

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"

    def __lt__(self, other: "Problem") -> bool:
        return (self.file, self.line, str(self)) < (other.file, other.line, str(other))


def say(message_id: str, **fields: object) -> Message:
    """Return the sentence of MESSAGES with that id, filled in with `fields`."""
    filled = [(name, value if isinstance(value, Message) else str(value)) for name, value in fields.items()]
    return Message(message_id, tuple(filled))


def did_you_mean(word: str, known: Iterable[str]) -> Message:
    """Return the end of a sentence that names the word of `known` most like `word`, or all of them."""
    known = list(dict.fromkeys(known))
    if not known:
        return say("near-none")
    close = get_close_matches(word, known, n=1)
    return say("near-one", word=close[0]) if close else say("near-all", words=in_words(known))


def in_words(names: Iterable[str]) -> str:
    """Return the names as a sentence lists them."""
    return ", ".join(f"`{name}`" for name in names)
