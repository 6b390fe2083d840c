"""Reads an event of Okta's System Log, from its CSV or its API."""

from ...letters import lower
from ..dates import read_time
from ..event import FAILED, OTHER, Event, known_as, listed, read_outcome
from ..fields import inner_fields, inner_list, text_of

# A whole log holds sign-ins and policies too, whose failures are none of provisioning.
_OF_PROVISIONING = ("application.provision.", "application.integration.")
_OF_OLD_NAMES = "app.user_management."
# The names of the columns of each target, of which there are four in the exports that were seen.
_TARGETS = [
    tuple(["target" + number + name for name in ("type", "id", "alternateid", "displayname")])
    for number in "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15".split()
]


def is_okta(record):
    """Whether a record, its names squeezed, is an event of Okta's System Log."""
    if "eventtype" not in record:
        return "outcomeresult" in record and "target0type" in record
    return any(
        name in record
        for name in "outcomeresult displaymessage legacyeventtype target0id outcomereason published".split()
    ) or (isinstance(record.get("outcome"), dict) and "actor" in record)


def read_okta(record, idp):
    """Return the Event of a record of Okta, its names squeezed."""
    event_type = text_of(record, "eventtype")
    outcome = inner_fields(record, "outcome")
    result = read_outcome(text_of(outcome, "result") or text_of(record, "outcomeresult"))
    reason = text_of(outcome, "reason") or text_of(record, "outcomereason")
    message = reason or text_of(record, "displaymessage")
    if not _is_provisioning(event_type, text_of(record, "legacyeventtype")):
        result = OTHER
    elif result is None:
        severe = text_of(record, "severity").upper() in ("ERROR", "WARN")
        result = FAILED if severe or "fail" in lower(message) else OTHER
    names, identities = _person(_targets(record))
    when = read_time(text_of(record, "published", "timestamp"))
    return Event(result, text_of(record, "uuid"), "", when, identities, names, "", message, idp)


def _is_provisioning(event_type, legacy):
    if not event_type:
        # Without both columns nothing tells, and a failure must not be lost.
        return not legacy or legacy.startswith(_OF_OLD_NAMES)
    return any(event_type.startswith(start) for start in _OF_PROVISIONING) or legacy.startswith(_OF_OLD_NAMES)


def _targets(record):
    """Return (type, id, login, display name) of each target."""
    if "target" in record:
        entries = [
            (entry, "type", "id", "alternateid", "displayname") for entry in inner_list(record, "target")
        ]
    else:
        entries = [(record,) + names for names in _TARGETS if record.get(names[0])]
    return [
        (text_of(fields, kind), text_of(fields, identity), text_of(fields, login), text_of(fields, display))
        for fields, kind, identity, login, display in entries
    ]


def _person(targets):
    """Return (names, identities) of the person that the targets name, or of a group (without identities)."""
    for wanted in ("User", "AppUser"):
        for kind, identity, login, display in targets:
            if kind == wanted and (identity or login or display):
                known = known_as(identity, login) or known_as(display)
                return listed(login, display, identity), known
    for kind, _, login, display in targets:
        if "Group" in kind:
            return listed(display, login), []
    return [], []
