"""Finds the request in a text, whether it is one of SCIM, and with which status it was answered."""

from ...letters import DIGITS
from ..event import FAILED, OTHER, SUCCEEDED

METHODS = frozenset("GET POST PUT PATCH DELETE HEAD OPTIONS".split())
_BETWEEN = frozenset(" \"'>|[(\n\t=:")
# The endpoints of RFC 7644, section 3.2, spelled as there.
_ENDPOINTS = frozenset("Users Groups Me Bulk Schemas ResourceTypes ServiceProviderConfig .search".split())
_NOT_MODIFIED = "304"
# A request stands near the beginning of an entry.
_LONGEST = 4_000


def is_scim(path):
    """Whether a path or an address is one of SCIM: it has an endpoint, or goes on behind `/scim`."""
    path = path.partition("?")[0].partition("#")[0]
    segments = [segment for segment in path.split("/") if segment]
    for place, segment in enumerate(segments):
        if segment in _ENDPOINTS:
            return True
        is_host = place == 1 and "://" in path
        if segment.lower().startswith("scim") and not is_host and place + 1 < len(segments):
            return True
    return False


def outcome_of_status(status):
    """Return what became of a request by the digits of its status, or None where they are none."""
    if len(status) != 3 or status.strip(DIGITS) or status[0] not in "2345":
        return None
    if status == _NOT_MODIFIED:
        return OTHER
    return SUCCEEDED if status[0] == "2" else FAILED


def outcome_of_request(text):
    """Return what became of the call of SCIM that a text is about; None where it is about none.

    OTHER for a call of anything else.
    """
    path = path_in(text)
    if path and not is_scim(path):
        return OTHER
    status = _status_of_access(text) or _status_of_answer(text)
    return outcome_of_status(status)


def path_in(text):
    """Return the path or the address of the first request that a text names, or an empty text."""
    text = text[:_LONGEST]
    place = 0
    while True:
        place = _first_of(text, (" /", " http"), place)
        if place < 0:
            return ""
        start = place
        while start > 0 and "A" <= text[start - 1] <= "Z":
            start -= 1
        if text[start:place] in METHODS and (start == 0 or text[start - 1] in _BETWEEN):
            return text[place + 1 : place + 2_000].split(" ")[0].split("\n")[0].strip("\"':,;")
        place += 1


def _first_of(text, marks, start):
    places = [place for place in [text.find(mark, start) for mark in marks] if place >= 0]
    return min(places) if places else -1


def _status_of_access(text):
    """Return the status behind the request of a web server's log: `"GET / HTTP/1.1" 200`."""
    place = text.find(" HTTP/")
    end = text.find('" ', place, place + 20) if place >= 0 else -1
    return text[end + 2 : end + 5] if end > 0 else ""


def _status_of_answer(text):
    """Return the status of the answer whose head the text holds, at the beginning of a line."""
    for line in text.split("\n"):
        line = line.lstrip("< ")
        if line.startswith("HTTP/"):
            return line.partition(" ")[2][:3]
    return ""
