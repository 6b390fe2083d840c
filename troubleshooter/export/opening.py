"""Finds the events in a record: it is one, holds one as a text, or has a list of them."""

from .consoles.table import LOGINS
from .fields import inner_fields, open_up, squeeze_names
from .kinds import BULK, ENVELOPES, TABLE, is_vague, kind_of
from .records import load_json

# Under these names an answer has its records.
_LISTS = "operations resources value records data events items results activities entries logs".split()
# … or below one of these.
_OUTER = "log data response result embedded".split()
_DEEPEST = 4


def events_in(record, depth=0):
    """Return (Kind, record with names squeezed) of each event in a record, its names squeezed."""
    kind = kind_of(record)
    if kind and not is_vague(kind):
        return [(kind, record)]
    if depth < _DEEPEST:
        for inner in _inner_records(record):
            found = _events_of(inner, record, depth)
            if found:
                return found
    return [(kind, record)] if kind else []


def events_behind(text):
    """Return the same for the JSON on lines of its own behind the head of an answer or a line of a log."""
    places = [place for place in (text.find("\n{"), text.find("\n[")) if place >= 0]
    if not places:
        return []
    try:
        value = load_json(text[min(places) :])
    except ValueError:
        return []
    found = [event for record in _dicts(value) for event in events_in(record)]
    # The body of an error says less than what stands before it.
    return found if any(kind.idp or kind is BULK for kind, _ in found) else []


def _inner_records(record):
    """Yield lists of records: the texts that log shippers put into a field, and the lists of answers."""
    for fields in (record, inner_fields(record, "event")):
        for name in ENVELOPES:
            value = fields.get(name)
            if isinstance(value, str) and value[:1] in ("{", "[", '"'):
                yield _dicts(open_up(value))
    for name in _LISTS:
        yield _dicts(open_up(record.get(name)))
    for name in _OUTER:
        outer = inner_fields(record, name)
        for inner in _LISTS:
            yield _dicts(outer.get(inner))


def _dicts(value):
    if isinstance(value, dict):
        value = [value]
    return (
        [squeeze_names(entry) for entry in value if isinstance(entry, dict)]
        if isinstance(value, list)
        else []
    )


def _events_of(records, outer, depth):
    """Return the events of the records where at least one of them is one; those beside it are of its kind."""
    found = [(inner, events_in(inner, depth + 1)) for inner in records]
    if not any(events for _, events in found):
        return []
    person = {name: outer[name] for name in LOGINS if isinstance(outer.get(name), str)}
    all_events = []
    for inner, events in found:
        for kind, fields in events or [(TABLE, inner)]:
            for name in person:
                fields.setdefault(name, person[name])
            all_events.append((kind, fields))
    return all_events
