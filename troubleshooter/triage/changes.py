"""Joins the tables into which Entra ID's portal splits an export, by change ID, in any order of files."""

from ..export.event import FAILED, SKIPPED, SUCCEEDED, Event, known_as

# Events that are counted before a page has its turn.
_PART = 20
# What became of an event is what became of its worst step.
_RANK = {None: 0, SUCCEEDED: 1, SKIPPED: 2, FAILED: 3}


class Changes:
    """What the tables say of each change: events that wait for their steps, and steps without an event."""

    def __init__(self):
        # Change IDs of events.
        self._events: set[str] = set()
        # Events that lack what their steps may say, each with its row and file.
        self._waiting: list[tuple] = []
        # Change ID to the identities of a counted event whose login is not known.
        self._nameless: dict[str, list] = {}
        # Change ID to [event of the worst step, login, its row and file].
        self._parts: dict[str, list] = {}
        self.rows = 0

    def take_event(self, event, place):
        """Return the Event to count now, or None where it waits for its steps."""
        self._events.add(event.change)
        part = self._parts.get(event.change)
        lacks_message = event.outcome == FAILED and not event.message
        lacks_name = not event.identities and not event.name and event.outcome in (FAILED, SUCCEEDED)
        if lacks_message or lacks_name:
            self._waiting.append((event, place))
            return None
        if event.outcome == FAILED and event.identities and "@" not in event.name:
            if part and part[1]:
                return _completed(event, part)
            self._nameless[event.change] = event.identities
        return event

    def take_part(self, event, place, people):
        """Remember what a step or a changed attribute says; `people` learn the login."""
        self.rows += 1
        part = self._parts.get(event.change)
        if part is None:
            part = self._parts[event.change] = [event, "", place]
        elif _RANK[event.outcome] > _RANK[part[0].outcome]:
            part[0] = event
            part[2] = place
        if event.name and ("@" in event.name or not part[1]):
            part[1] = event.name
            identities = self._nameless.get(event.change)
            if identities:
                people.rename(identities, event.name)

    def settle(self, tally):
        """Return the tally with all events, and how many rows only completed another row's event.

        On the way, yield None after each part of the work.
        """
        alone = [
            part
            for change, part in self._parts.items()
            if change not in self._events and part[0].outcome is not None
        ]
        if self._waiting or alone:
            tally = tally.copy()
        for count, (event, place) in enumerate(self._waiting):
            part = self._parts.get(event.change)
            tally.add(_completed(event, part) if part else event, place)
            if count % _PART == 0:
                yield None
        # MicroPython loses the order of a dict.
        for count, part in enumerate(sorted(alone, key=lambda part: (part[2][1], part[2][0]))):
            tally.add(_completed(part[0], part), part[2])
            if count % _PART == 0:
                yield None
        return tally, self.rows - len(alone)


def _completed(event, part):
    """Return the event with what its steps say and itself does not."""
    step, login, _ = part
    names = [login] + event.names if login and "@" not in event.name else event.names
    identities = event.identities
    if names and not identities and not event.names:
        identities = step.identities or known_as(names[0])
    return Event(
        event.outcome,
        event.id,
        event.change,
        event.time or step.time,
        identities,
        names,
        event.code or step.code,
        event.message or step.message,
        event.idp,
    )
