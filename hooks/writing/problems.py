"""A mistake in a writer's file: where it is, what it is, and the cure, as one sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake on one line of a file; `file` is relative to the project's folder."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that names the word of `known` most like `word`, or all of them."""
    known = list(dict.fromkeys(known))
    if not known:
        return "there is none yet, so add it first."
    close = get_close_matches(word, known, n=1)
    if close:
        return f"did you mean `{close[0]}`?"
    return "use one of " + ", ".join(f"`{name}`" for name in known) + "."
