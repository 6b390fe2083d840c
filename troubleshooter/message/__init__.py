"""Reads one pasted text: the facts that it states or implies, each with the words it came from."""

from .reading import Finding, Reading, read_message, stated_facts, walk_facts
from .splitting import split_messages
from .wordings import Wordings

__all__ = [
    "Finding",
    "Reading",
    "Wordings",
    "read_message",
    "split_messages",
    "stated_facts",
    "walk_facts",
]
