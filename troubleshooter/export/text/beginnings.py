"""Tells by its beginning whether a line of text is the first of an entry, and of which kind."""

from ...letters import DIGITS, lower
from .requests import METHODS

TIME, LEVEL, CONSOLE, REQUEST, ANSWER, JSON = "time", "level", "console", "request", "answer", "json"

_LEVELS = frozenset("ERROR WARN WARNING INFO DEBUG FATAL CRITICAL NOTICE TRACE SEVERE PANIC".split())
# With these, whatever the case of their letters, a line begins only before a colon or in brackets.
_MARKED = frozenset(level.lower() for level in _LEVELS)
# Nothing below an error.
_LOW = frozenset("info debug trace notice verbose".split())
# Digits stand as `#`.
_TIMES = (
    "####-##-##",
    "####/##/##",
    "##/##/##",
    "##.##.####",
    "##-##-####",
    "#/#/####",
    "#/##/####",
    "##/#/####",
    "##/???/####",
    "##:##:##",
    "########T######",
    "##########",
)
_MONTHS = frozenset("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
_DAYS = frozenset("Mon Tue Wed Thu Fri Sat Sun".split())
_KEYS = ("time=", "ts=", "t=", "timestamp=", "level=", "lvl=", "date=", "datetime=", "at=")
# What consoles begin a sentence with.
_HEADS = (
    "Automatic provisioning of ",
    "Automatic profile push of ",
    "Automatic deprovisioning of ",
    "Automatic deactivation of ",
    "Automatic reactivation of ",
    "Automatic import of ",
    "Push new user to ",
    "Push user",
    "Sync user in ",
    "Failed on ",
    "Unable to update Group Push mapping",
    "Unable to delete Group Push mapping",
    "Error while ",
    "Failed to create ",
    "Failed to update ",
    "Failed to disable ",
    "Failed to delete ",
    "Failed to match ",
    "Failed to add ",
    "Failed to remove ",
    "StatusCode: ",
)
# Stack traces, and what databases write below their message.
_TRACES = tuple(
    'at |Caused by:|Traceback (|... |File "|Suppressed:|During handling of|The above|DETAIL:|HINT:'.split("|")
)
_OF_LISTS = ("{", "[", '"', "]", "")


def beginning_of(line):
    """Return with what the first line of an entry begins, or None for a line that tells nothing."""
    first = line[:1]
    if first == "{" or (first == "[" and line[1:2] in _OF_LISTS):
        return JSON
    if first == "[" and _has_time(line[1:]):
        return TIME
    bare = without_marks(line)
    if bare.startswith("HTTP/") and bare[5:6] in DIGITS:
        return ANSWER
    word, _, after = bare.partition(" ")
    if word in METHODS and (after[:1] == "/" or after[:4] == "http"):
        return REQUEST
    if first in (" ", "\t"):
        return None
    if _has_time(line) or _is_access(line) or line.startswith(_KEYS):
        return TIME
    if line.startswith(_HEADS):
        return CONSOLE
    core = word.strip("[]()<>:")
    if core in _LEVELS or (lower(core) in _MARKED and core != word):
        return LEVEL
    return None


def without_marks(line):
    """Return a line of a traced call without the mark of its direction, as curl sets them."""
    return line[2:] if line[:2] in ("> ", "< ") else line


def is_trace(line):
    """Whether a line belongs to a stack trace, whatever stands before it."""
    return line.lstrip(" \t").startswith(_TRACES)


def is_low(line):
    """Whether a line says at its beginning that it is no warning and no error."""
    for word in line[:100].split(" ")[:6]:
        core = lower(word.strip("[]()<>:|,\"'"))
        if core in _MARKED or core in _LOW:
            return core in _LOW
    return False


def _has_time(text):
    shape = "".join(["#" if letter in DIGITS else letter for letter in text[:16]])
    if shape[:1] == "#":
        for pattern in _TIMES:
            if all(wanted == letter or wanted == "?" for wanted, letter in zip(pattern, shape)):
                return len(shape) >= len(pattern)
        return False
    words = shape.split(" ")
    if words[0].rstrip(",") in _DAYS:
        return len(words) > 1 and (words[1] in _MONTHS or words[1][:1] == "#")
    return words[0] in _MONTHS and shape[4:6].strip(" ")[:1] == "#"


def _is_access(line):
    """Whether a line is one of a web server's log, which begins with the caller's address."""
    return '] "' in line[:200] and (" - " in line[:100]) and " HTTP/" in line
