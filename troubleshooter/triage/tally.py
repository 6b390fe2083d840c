"""Counts events, their causes, and the people that each cause affects."""

from ..export.event import FAILED, OTHER, SKIPPED, SUCCEEDED
from ..export.words import ELSEWHERE, UNKNOWN
from ..redact import redact_beginning
from .causes import NO_MESSAGE
from .people import People

# Rows of a cause that are kept to be shown.
MOST_ROWS = 100
# Kinds of messages that were not recognised; further ones are counted as one.
MOST_UNLIKE = 300
_LONGEST_SAMPLE = 10_000
_CLIPPED = 300
# People that are gone through before a page has its turn.
_PART = 500
_FURTHER = ("further",)


class Cause:
    """One cause: how many events have it, of whom, and when."""

    def __init__(self, key, told, sample):
        self.key = key
        self.answer = told.answer
        self.question = told.question
        self.facts = told.facts
        self.sample = sample
        self.events = 0
        # Number of a person to [events, first time, last time].
        self.people: dict[int, list] = {}
        self.first = None
        self.last = None
        self.rows: list[tuple] = []

    def add(self, event, told, person, place):
        """Count an Event of the person (a number, or None); `place` is the row's number and its file."""
        self.events += 1
        if told.facts is not self.facts:
            # What holds for all of its events.
            facts = {
                fact: self.facts[fact] for fact in self.facts if told.facts.get(fact) == self.facts[fact]
            }
            self.facts = self.facts if facts == self.facts else facts
        time = event.time
        if time:
            self.first = time if self.first is None or time < self.first else self.first
            self.last = time if self.last is None or time > self.last else self.last
        if person is not None:
            entry = self.people.get(person)
            if entry is None:
                entry = self.people[person] = [0, None, None]
            _widen(entry, 1, time, time)
        if len(self.rows) < MOST_ROWS:
            self.rows.append((place[0], place[1], time, event.name, event.message[:_CLIPPED]))

    def copy(self):
        """Return a cause that can be added to without changing this one."""
        other = Cause(self.key, self, self.sample)
        other.events = self.events
        other.people = {person: list(self.people[person]) for person in self.people}
        other.first, other.last = self.first, self.last
        other.rows = list(self.rows)
        return other


class Tally:
    """Counts of events by what became of them, and the causes of those that failed."""

    def __init__(self, reader):
        self._reader = reader
        self.people = People()
        # In the order in which they were met.
        self.causes: list[Cause] = []
        self._by_key: dict[tuple, Cause] = {}
        self._unlike = 0
        self.counts = {FAILED: 0, SUCCEEDED: 0, SKIPPED: 0, OTHER: 0}
        self.first = None
        self.last = None

    def add(self, event, place):
        """Count an Event; `place` is the row's number and its file."""
        self.counts[event.outcome] += 1
        if event.outcome == OTHER:
            return
        if event.time:
            self.first = event.time if self.first is None or event.time < self.first else self.first
            self.last = event.time if self.last is None or event.time > self.last else self.last
        person = None
        if event.identities and event.outcome != SKIPPED:
            person = self.people.number_of(event.identities, event.name)
        if event.outcome == FAILED:
            told = self._reader.read(event)
            self._cause_of(told, event).add(event, told, person, place)
        elif event.outcome == SUCCEEDED and person is not None:
            self.people.note_success(person, event.time)

    def people_of(self, cause):
        """Yield (number, events, first, last) of each person of the cause, the most affected first.

        Before that, it yields None now and then.
        """
        found: dict[int, list] = {}
        for count, person in enumerate(cause.people):
            if count % _PART == 0:
                yield None
            events, first, last = cause.people[person]
            number = self.people.find(person)
            if number in found:
                _widen(found[number], events, first, last)
            else:
                found[number] = [events, first, last]
        listed = [(-found[number][0], number) for number in found]
        listed.sort()
        for events, number in listed:
            yield number, -events, found[number][1], found[number][2]

    def copy(self):
        """Return a tally that can be added to without changing this one."""
        other = Tally(self._reader)
        other.people = self.people.copy()
        other.causes = [cause.copy() for cause in self.causes]
        other._by_key = {cause.key: cause for cause in other.causes}
        other._unlike = self._unlike
        other.counts = dict(self.counts)
        other.first, other.last = self.first, self.last
        return other

    def _cause_of(self, told, event):
        key = told.key
        cause = self._by_key.get(key)
        if cause is None and key[0] in (ELSEWHERE, UNKNOWN):
            if self._unlike >= MOST_UNLIKE:
                key = _FURTHER
                cause = self._by_key.get(key)
            else:
                self._unlike += 1
        if cause is None:
            text = event.message or event.code or NO_MESSAGE
            # Whoever passes a sample on decides about the addresses in it.
            sample = redact_beginning(text, _LONGEST_SAMPLE, mask_addresses=False)
            cause = self._by_key[key] = Cause(key, told, sample)
            self.causes.append(cause)
        return cause


def _widen(entry, events, first, last):
    """Add events between the times `first` and `last` (both may be None) to an entry of a person."""
    entry[0] += events
    if first:
        entry[1] = first if entry[1] is None or first < entry[1] else entry[1]
        entry[2] = last if entry[2] is None or last > entry[2] else entry[2]
