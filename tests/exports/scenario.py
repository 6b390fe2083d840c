"""Invents a roll-out: people, events and their causes, and counts what a triage must find."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

START = datetime(2026, 3, 2, 8, 0, 0)


@dataclass(frozen=True)
class Person:
    """Somebody at example.com, whose name may be anything."""

    id: str
    login: str
    name: str
    is_group: bool = False


@dataclass(frozen=True)
class Cause:
    """Why an event fails, and where that leads: an answer, a question, or nowhere (None)."""

    leads_to: str | None
    status: str
    phrase: str
    scim_type: str | None
    detail: str
    of_groups: bool = False


@dataclass(frozen=True)
class Event:
    """What happened once."""

    id: str
    outcome: str
    person: Person
    cause: Cause | None
    time: datetime


CAUSES = [
    Cause(
        "email-in-use", "409", "Conflict", "uniqueness", "Email {login} already in use by another account."
    ),
    Cause("username-in-use", "409", "Conflict", "uniqueness", "User with userName {local} already exists."),
    Cause("token-refused", "401", "Unauthorized", None, "The harbour token has expired on day {number}."),
    Cause("timed-out", "504", "Gateway Timeout", None, "The ferry waited {number} ms."),
    Cause("attribute", "409", "Conflict", None, "There is a clash in berth {number}."),
    Cause(
        "invalid-members",
        "400",
        "Bad Request",
        "invalidValue",
        "Cannot add invalid members to team. Invalid member ids: {number}",
        True,
    ),
    Cause(None, "", "", None, "The lighthouse keeper went home at {number}."),
]
# Names that would lead astray, break a table, or run in a spreadsheet.
NAMES = [
    "Ana Díaz",
    "Okafor, Ben",
    'Chu "Chip" Lin',
    "409 Conflict uniqueness",
    "=HYPERLINK(0)",
    "Zoë 😀 Ængström",
    "<b>Dora</b> | `x`",
    "Email Timeout",
]


def invent(seed: int, count: int, people: int) -> list[Event]:
    """Return events in the order of their times: most fail, some people arrive later, some rows repeat."""
    random = Random(seed)
    everyone = [
        Person(_guid(random), f"person.{number}@example.com", f"{random.choice(NAMES)} {number}")
        for number in range(people)
    ]
    groups = [Person(_guid(random), "", f"Team {number}", True) for number in range(3)]
    events: list[Event] = []
    time = START
    for _ in range(count):
        time += timedelta(seconds=random.randint(1, 900))
        chance = random.random()
        person = random.choice(everyone)
        if chance < 0.05 and events:
            events.append(random.choice(events))
            continue
        outcome = "failed" if chance < 0.65 else "succeeded" if chance < 0.85 else "skipped"
        cause = random.choice(CAUSES) if outcome == "failed" else None
        if cause and cause.of_groups:
            person = random.choice(groups)
        events.append(Event(_guid(random), outcome, person, cause, time))
    return events


def detail_of(event: Event) -> str:
    """Return the sentence of the service; its numbers differ from event to event."""
    assert event.cause
    number = 10_000 + event.time.second * 61 + event.time.minute
    local = event.person.login.partition("@")[0]
    return event.cause.detail.format(login=event.person.login, local=local, number=number)


@dataclass(frozen=True)
class Truth:
    """What a triage of events must count; causes as where they lead to, events, people and healed."""

    failed: int
    succeeded: int
    skipped: int
    duplicates: int
    people: int
    causes: list[tuple[str, int, int, int]]


def truth_of(events: list[Event], timed: bool) -> Truth:
    """Return the Truth; without times nobody can be said to have healed."""
    seen: set[str] = set()
    kept: list[Event] = []
    for event in events:
        if event.id not in seen:
            seen.add(event.id)
            kept.append(event)
    failures = [event for event in kept if event.outcome == "failed"]
    arrived: dict[str, datetime] = {}
    for event in kept:
        if event.outcome == "succeeded" and timed:
            arrived[event.person.id] = max(event.time, arrived.get(event.person.id, event.time))
    last: dict[str, dict[str, datetime]] = defaultdict(dict)
    counts: dict[str, int] = defaultdict(int)
    for event in failures:
        assert event.cause
        name = str(event.cause.leads_to)
        counts[name] += 1
        if not event.person.is_group:
            last[name][event.person.id] = max(event.time, last[name].get(event.person.id, event.time))
    causes = [
        (
            name,
            count,
            len(last[name]),
            sum(person in arrived and arrived[person] > time for person, time in last[name].items()),
        )
        for name, count in counts.items()
    ]
    return Truth(
        len(failures),
        sum(event.outcome == "succeeded" for event in kept),
        sum(event.outcome == "skipped" for event in kept),
        len(events) - len(kept),
        len({event.person.id for event in failures if not event.person.is_group}),
        sorted(causes),
    )


def only_failures(events: list[Event]) -> list[Event]:
    """Return the failed events once each, for exports that list nothing else and have no ids."""
    return list({event.id: event for event in events if event.outcome == "failed"}.values())


def without_groups(events: list[Event]) -> list[Event]:
    """Return the events of people, for exports in which nothing tells a group."""
    return [event for event in events if not event.person.is_group]


def with_plain_names(events: list[Event]) -> list[Event]:
    """Return the events with people called by their login, for exports that have one name only."""
    return [replace(event, person=replace(event.person, name=event.person.login)) for event in events]


def _guid(random: Random) -> str:
    digits = f"{random.getrandbits(128):032x}"
    return "-".join([digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]])
