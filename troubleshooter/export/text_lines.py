"""Reads a line of text as an event: whether it tells of a failure, and of whom."""

from ..letters import DIGITS, LETTERS, lower
from ..vocabulary import STATUS
from .event import FAILED, SKIPPED, SUCCEEDED

_FAILURES = (
    "fail|error|denied|refused|rejected|conflict|exception|unable|cannot|could not|can't|invalid|"
    "unsuccessful|not successful|success=false|success: false|unauthorized|forbidden|already exists|"
    "already in use|already taken|timed out|timeout|not found|not allowed|not permitted|too many requests|"
    "bad request"
).split("|")
_SUCCESSES = "succeeded|successful|success|(200)|(201)|(204)|status=200|status=201|status=204".split("|")
_NO_SUCCESSES = ("not successful", "success=false", "success: false", 'success": false', 'success":false')
_CODES = frozenset([code for code in STATUS if code[0] in "345"])
# RFC 5321, section 4.5.3.1, and what an address is written in.
_LONGEST_LOCAL, _LONGEST_DOMAIN = 64, 255
_OF_ADDRESSES = frozenset(LETTERS + DIGITS + "._-+%~!#$&*/?^")
# What may follow `userName` in a sentence, and is no name.
NO_NAMES = frozenset(
    "is are was must should cannot can could may has have already attribute field value of and or not exists "
    "in to with for taken does at required missing invalid null conflict".split()
)
_OF_PEOPLE = tuple("user group scim provision member sync team push account connector credential".split())
_SIGN_INS = tuple(
    "login|logon|log in|logged in|log on|sign in|sign-in|signin|signed in|mfa|logout".split("|")
)
_PROVISIONINGS = tuple("provision push scim sync".split())
# A log has its date or a key at the beginning of a line.
_START = 12
_SKIPS = ("skipped", "skipping")
# MicroPython's strip() takes letters beyond ASCII apart.
_QUOTES = "\"'`<>()[]{},;:."
_KEYS = ("username", "login", "email", "upn", "userprincipalname", "user_name")


def outcome_of_text(text):
    """Return what became of an event by the words of its text, or None where they tell nothing.

    A success or a skip that quotes an error, such as `skipped: already exists`, is no failure.
    """
    words = lower(text)
    if "fail" in words or "unsuccess" in words:
        return FAILED
    if _has(words, _SKIPS):
        return SKIPPED
    if _has(words, _SUCCESSES) and not _has(words, _NO_SUCCESSES):
        return SUCCEEDED
    return FAILED if _has(words, _FAILURES) else None


def is_sign_in(text):
    """Whether a few words that say what happened are about signing in."""
    words = lower(text)
    return _has(words, _SIGN_INS) and not _has(words, _PROVISIONINGS)


def is_about_people(text):
    """Whether a text names a person or a group, or speaks of provisioning them."""
    return _has(lower(text), _OF_PEOPLE) or bool(person_in_text(text))


def _has(text, phrases):
    return any(phrase in text for phrase in phrases)


def are_messages(lines):
    """Whether lines of text may be messages: one in five tells what became of an event, or it is a log."""
    lines = [line for line in lines if line.strip(" \t\r")]
    telling = 0
    dated = 0
    for line in lines:
        start = line[:_START]
        dated += any(digit in start for digit in DIGITS) or "=" in start or start[:1] == "{"
        telling += outcome_of_text(line) is not None or _has_code(line)
    return telling * 5 >= len(lines) or (telling > 0 and dated * 2 > len(lines))


def _has_code(line):
    return any(word.strip(_QUOTES) in _CODES for word in line.split(" "))


def person_in_text(text):
    """Return the address or the login of the person that a text names, or an empty text."""
    pieces = text.split("@")
    for index in range(len(pieces) - 1):
        local = _run(reversed(list(pieces[index][-_LONGEST_LOCAL:])))
        domain = _run(pieces[index + 1][:_LONGEST_DOMAIN]).rstrip(".-")
        if local and "." in domain:
            return "".join(reversed(list(local))) + "@" + domain
    before = ""
    for word in _spaced(text).split(" "):
        core = word.strip(_QUOTES)
        if core and before in _KEYS and lower(core) not in NO_NAMES:
            return core
        before = lower(core)
    return ""


def _run(letters):
    run: list[str] = []
    for letter in letters:
        if letter not in _OF_ADDRESSES and letter <= "\x7f":
            break
        run.append(letter)
    return "".join(run)


def _spaced(text):
    """Return the text with a space behind each key; `user` is one where a value is marked as such."""
    text = text.replace("user='", "login ").replace("user=", "login ").replace("ser '", "ser login '")
    for mark in ("=", '":', "\\", "\n", "\t"):
        text = text.replace(mark, " ")
    return text
