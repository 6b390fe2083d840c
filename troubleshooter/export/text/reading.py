"""Reads an entry of text as an event: whether it tells of a failure, and of whom."""

from ..consoles.elsewhere import log_of_line
from ..consoles.server_log import is_server_log, read_server_log
from ..event import FAILED, OTHER, Event, known_as, listed
from ..fields import squeeze_names
from ..kinds import SERVER_LOG, Kind
from ..text_lines import outcome_of_text, person_in_text
from .beginnings import is_low
from .pairs import read_pairs
from .requests import outcome_of_request

_REQUEST = Kind(None, "log of a web server", None, None)


def read_entry(text):
    """Return (Kind, or None for plain text, and Event) of an entry.

    The outcome is None where only the meaning of its words can tell.
    """
    elsewhere = log_of_line(text)
    if elsewhere:
        idp, log = elsewhere
        return Kind(idp, log, None, None), Event(OTHER, "", "", None, [], [], "", text, None)
    fields = squeeze_names(read_pairs(text))
    if is_server_log(fields):
        return SERVER_LOG, read_server_log(fields, None)
    outcome = outcome_of_request(text)
    if outcome is None:
        outcome = outcome_of_text(text)
        if outcome == FAILED and is_low(text):
            outcome = None
    elif outcome == OTHER:
        return _REQUEST, Event(OTHER, "", "", None, [], [], "", text, None)
    name = person_in_text(text)
    return None, Event(outcome, "", "", None, known_as(name), listed(name), "", text, None)
