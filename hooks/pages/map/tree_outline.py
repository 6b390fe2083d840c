"""The whole tree as an outline: the text behind the map."""

from collections.abc import Iterator
from dataclasses import dataclass

from troubleshooter.tree import Option, Tree, grouped_options
from troubleshooter.vocabulary import value_label


@dataclass(frozen=True)
class Entry:
    """One option at its depth in the outline; `provider` names the one console that shows it, or is empty.

    `expands` says whether the options of the question that it leads to follow.
    """

    depth: int
    option: Option
    provider: str
    expands: bool


def outline(tree: Tree) -> list[Entry]:
    """Return every option once; those of a question follow the first option that leads to it."""
    return list(_entries(tree, tree.start, 0, {tree.start}))


def _entries(tree: Tree, question: str, depth: int, met: set[str]) -> Iterator[Entry]:
    """Yield the options of a question and of all that come after it; `met` grows by these questions."""
    for provider, options in grouped_options(tree.questions[question], None):
        for option in options:
            expands = bool(option.question) and option.question not in met
            yield Entry(depth, option, (provider and value_label("idp", provider)) or "", expands)
            if expands:
                met.add(option.question)
                yield from _entries(tree, option.question, depth + 1, met)
