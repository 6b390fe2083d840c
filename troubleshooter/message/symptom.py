"""What wordings tell: the symptom, and that a value is taken."""

from ..symptoms import TELLING_CODES
from .words import find_phrases, phrase_table

SYMPTOMS = phrase_table(
    [
        ("another update is currently in progress", "cli-update"),
        ("is not locked by update id", "cli-update"),
        ("update has already completed", "cli-update"),
        ("user must be active", "must-be-active"),
        ("account must be active", "must-be-active"),
        ("user is deactivated", "must-be-active"),
        ("user is inactive", "must-be-active"),
        ("account is deactivated", "must-be-active"),
        ("account is disabled", "must-be-active"),
        ("matching user not found", "features-off"),
        ("unrecognized token", "not-json"),
        ("unexpected character", "not-json"),
        ("unexpected token", "not-json"),
        ("doctype html", "not-json"),
        ("timed out", "timeout"),
        ("timeout", "timeout"),
        ("time out", "timeout"),
        ("deadline exceeded", "timeout"),
        ("connection refused", "network"),
        ("connection reset", "network"),
        ("connection was closed", "network"),
        ("could not resolve", "network"),
        ("no such host", "network"),
        ("name or service not known", "network"),
        ("econnrefused", "network"),
        ("enotfound", "network"),
        ("network is unreachable", "network"),
        ("certificate", "tls"),
        ("ssl handshake", "tls"),
        ("tls handshake", "tls"),
        ("pkix path", "tls"),
        ("no seats", "seats"),
        ("no more seats", "seats"),
        ("seat limit", "seats"),
        ("license limit", "seats"),
        ("no licenses", "seats"),
        ("upgrade your plan", "edition"),
        ("not available on your plan", "edition"),
        ("not included in your plan", "edition"),
        ("insufficient permissions", "rights"),
        ("insufficient privileges", "rights"),
        ("insufficient rights", "rights"),
        ("permission denied", "rights"),
        ("pending approval", "pending-approval"),
        ("waiting for approval", "pending-approval"),
        ("etag mismatch", "version"),
        ("etag does not match", "version"),
        ("version mismatch", "version"),
        ("has been modified", "version"),
        ("is required", "missing-values"),
        ("are required", "missing-values"),
        ("must not be blank", "missing-values"),
        ("must not be empty", "missing-values"),
        ("cannot be blank", "missing-values"),
        ("cannot be empty", "missing-values"),
        ("cannot be null", "missing-values"),
        ("must provide", "missing-values"),
        ("missing required", "missing-values"),
        ("not null constraint", "missing-values"),
        ("should be a valid", "wrong-type"),
        ("should be of type", "wrong-type"),
        ("must be a boolean", "wrong-type"),
        ("must be of type", "wrong-type"),
        ("invalid type", "wrong-type"),
        ("page size", "page-size"),
        ("count must", "page-size"),
        ("count exceeds", "page-size"),
        ("malformed path", "malformed-path"),
        ("path is malformed", "malformed-path"),
        ("invalid path syntax", "malformed-path"),
        ("quarantine", "quarantine"),
    ]
)

DUPLICATES = phrase_table(
    [
        (phrase, None)
        for phrase in (
            "already exists|already exist|already in use|already used|already been taken|already taken|"
            "already registered|already assigned|been taken|is taken|not unique|must be unique|duplicate|"
            "duplicated|unique constraint|unique violation|in use or are reserved"
        ).split("|")
    ]
)


def find_symptom(words):
    """Return (symptom, first word, end word, why) of the most telling wording, or None."""
    for index, word in enumerate(words.lower):
        if word in TELLING_CODES:
            return TELLING_CODES[word], index, index + 1, "error code of Entra ID"
    for index, end, symptom in find_phrases(words, SYMPTOMS):
        return symptom, index, end, "what was seen"
    return None


def find_duplicate(words):
    """Return (first word, end word) of the words that say that a value is taken, or None."""
    for index, end, _ in find_phrases(words, DUPLICATES):
        return index, end
    return None
