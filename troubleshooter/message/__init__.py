"""Reads one pasted text: the facts that it states or implies, each with the words it came from."""

from .reading import Finding, Reading, read_message, stated_facts, walk_facts
from .splitting import split_messages

__all__ = ["Finding", "Reading", "read_message", "split_messages", "stated_facts", "walk_facts"]
