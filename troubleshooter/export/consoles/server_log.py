"""Reads entries of the logs that sync tools and servers write with named fields, as JSON or as pairs."""

from ...letters import DIGITS, lower
from ..dates import read_time
from ..event import FAILED, OTHER, SUCCEEDED, Event, known_as, listed
from ..fields import as_text, inner_fields, squeeze_names, text_of
from ..text.requests import METHODS, is_scim, outcome_of_status
from ..text_lines import is_about_people, outcome_of_text, person_in_text
from .table import IDS, LOGINS, TIMES

# Serilog calls the level `@l`, the message `@m` and its template `@mt`.
_LEVELS = "level lvl loglevel levelname severity loggerlevel l mt".split()
_SAID = "msg message event text log textpayload jsonpayload httprequest renderedmessage m".split()
# Other names of these are told by how they end.
_METHODS, _ENDS_OF_METHODS = ["verb"], ("method",)
_PATHS, _ENDS_OF_PATHS = (
    "urloriginal httptarget endpoint target route csuristem".split(),
    ("path", "url", "uri"),
)
_STATUSES, _ENDS_OF_STATUSES = ["status", "statuscode", "code"], ("status", "statuscode", "responsecode")
_ERRORS = (
    "error err errormessage errmsg exception exc excinfo cause reason detail details response responsebody "
    "body stderr"
).split()
# In these, programs keep what belongs to the request and its answer.
_INNER = (
    "request req response res http httprequest jsonpayload fields properties context ctx data extra url log "
    "meta content"
).split()
_DEEPEST = 3
_LOW = frozenset("info debug trace notice verbose information informational default 10 20 30".split())
_REQUESTS = ("request", "req")
_LONGEST_ERROR = 8_000


def is_server_log(record):
    """Whether a record, its names squeezed, is an entry of a program's log."""
    if any(name in record for name in _LEVELS) and any(name in record for name in _SAID):
        return True
    if "action" in record and "app" in record and "context" in record:
        # The events of authentik.
        return True
    own = inner_fields(record, "properties")
    return any(_is_request(fields) for fields in (record, own) if fields)


def read_server_log(record, idp):
    """Return the Event of an entry; its outcome is None where only the meaning of its words can tell."""
    fields = _flattened(record)
    said = text_of(fields, *_SAID)
    path = text_of(fields, *_names(fields, _PATHS, _ENDS_OF_PATHS))
    if not path and said[:1] == "/":
        path = said
    status = _status(fields)
    errors = [as_text(fields.get(name))[:_LONGEST_ERROR] for name in _ERRORS if fields.get(name)]
    parts = [said] + (["HTTP status " + status] if status else []) + errors
    message = ": ".join([part for part in parts if part])
    user = fields.get("user")
    login = text_of(fields, *LOGINS) or (user if isinstance(user, str) else "") or person_in_text(message)
    return Event(
        _outcome(fields, path, status, message, errors),
        text_of(record, *IDS),
        "",
        read_time(text_of(fields, *(TIMES + ["starteddatetime", "t"]))),
        known_as(login),
        listed(login),
        "",
        message,
        idp,
    )


def _outcome(fields, path, status, message, errors):
    told = outcome_of_status(status)
    if path and ("/" in path) and (status or _method(fields)):
        if not is_scim(path):
            return OTHER
        if told:
            return told
    low = lower(text_of(fields, *_LEVELS)) in _LOW
    if told == FAILED:
        return FAILED if path or not low else None
    if told == SUCCEEDED and low:
        return SUCCEEDED if path else OTHER
    if low:
        return None if errors or outcome_of_text(message) == FAILED else OTHER
    return FAILED if is_about_people(message) and outcome_of_text(message) == FAILED else None


def _status(fields):
    for name in _names(fields, _STATUSES, _ENDS_OF_STATUSES):
        status = text_of(fields, name)
        if len(status) == 3 and not status.strip(DIGITS):
            return status
    return ""


def _method(fields):
    return text_of(fields, *_names(fields, _METHODS, _ENDS_OF_METHODS)) in METHODS


def _is_request(fields):
    """Whether fields, their names squeezed, are a request with its answer."""
    inside = any(name in fields for name in ("request", "req", "httprequest"))
    if inside and any(name in fields for name in ("response", "res", "status", "httprequest")):
        return True
    ways = ((_METHODS, _ENDS_OF_METHODS), (_PATHS, _ENDS_OF_PATHS), (_STATUSES, _ENDS_OF_STATUSES))
    return all(_names(fields, names, ends) for names, ends in ways)


def _names(fields, names, ends):
    """Return the names of the fields that are among `names`, then those that end so, in a fixed order."""
    known = [name for name in names if name in fields]
    others = [name for name in fields if name.endswith(ends) and name not in known]
    return known + sorted(others, key=lambda name: (len(name), name))


def _flattened(record):
    """Return the fields of the record and of what it holds of a request; the outer ones count first."""
    fields = dict(record)
    waiting = [(record, 0)]
    while waiting:
        outer, depth = waiting.pop(0)
        for name in _INNER:
            inner = outer.get(name)
            if isinstance(inner, dict) and depth < _DEEPEST:
                inner = squeeze_names(inner)
                waiting.append((inner, depth + 1))
                for own in inner:
                    if own == "body" and name in _REQUESTS:
                        # What was sent, and no error.
                        continue
                    if not isinstance(fields.get(own), (str, int)):
                        fields[own] = inner[own]
    return fields
