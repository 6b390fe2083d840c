"""What one record of an export says: an event, its outcome and whom it is about."""

from collections import namedtuple

from ..letters import BLANKS, lower
from .fields import squeeze_name

FAILED, SUCCEEDED, SKIPPED, OTHER = "failed", "succeeded", "skipped", "other"

_OUTCOMES = {
    FAILED: "failure failed fail error false deny denied failing unsuccessful",
    SUCCEEDED: "success succeeded successful true ok allow allowed completed",
    SKIPPED: "skipped skip abandoned deferred",
}
_BY_WORD = {word: outcome for outcome, words in _OUTCOMES.items() for word in words.split()}


class Event(namedtuple("Event", "outcome id change time identities names code message idp")):
    """An event: what became of it, its ids (its own, and the change's), when, and what was said.

    `identities` are what tells the person apart, the surest first (none for a group); `names` are how the
    person or the group is called, the one to show first. `idp` is None where the export does not tell.
    """

    @property
    def name(self):
        """How the person or the group is called, or an empty text."""
        return self.names[0] if self.names else ""


def read_outcome(text):
    """Return the outcome that a word in a field stands for, or None where it stands for none."""
    return _BY_WORD.get(squeeze_name(text)) if len(text) < 40 else None


def listed(*names):
    """Return those of the names that are not blank."""
    return [name for name in names if name]


def known_as(*names):
    """Return the identities that the names (ids, logins) are, in lower case, without repeats and blanks."""
    identities: list[str] = []
    for name in names:
        identity = lower(name.strip(BLANKS))
        if identity and identity not in identities:
            identities.append(identity)
    return identities
