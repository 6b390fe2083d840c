"""Decides by its words what a row is that no field of it tells, with the reader of pasted messages."""

from .event import FAILED, OTHER, Event, known_as, listed
from .fields import as_text
from .kinds import is_vague
from .text_lines import is_about_people, person_in_text

# What a message that is read may turn out to be: of something else, or nothing that is known.
ELSEWHERE, UNKNOWN = "elsewhere", "text"


class Words:
    """Asks the reader of messages what rows mean."""

    def __init__(self, reader):
        self._reader = reader

    def tells(self, text):
        """Whether the meaning of a text is known, and one of provisioning."""
        return self._topic(_failure(text)) not in (ELSEWHERE, UNKNOWN)

    def settle(self, kind, event):
        """Return the Event with its outcome, where its kind (None for text) is not sure of that."""
        outcome = event.outcome
        if outcome is not None and (outcome != FAILED or (kind and not is_vague(kind))):
            return event
        event = Event(FAILED, *event[1:])
        topic = self._topic(event)
        if topic == UNKNOWN and (outcome is None or (kind is None and not is_about_people(event.message))):
            topic = ELSEWHERE
        return Event(OTHER, *event[1:]) if topic == ELSEWHERE else event

    def read_object(self, value):
        """Return the Event of an object of no known kind by its words, or None where they tell nothing."""
        event = _failure("{" + as_text(value) + "}")
        return None if self._topic(event) in (ELSEWHERE, UNKNOWN) else event

    def _topic(self, event):
        return self._reader.read(event).key[0]


def _failure(text):
    name = person_in_text(text)
    return Event(FAILED, "", "", None, known_as(name), listed(name), "", text, None)
