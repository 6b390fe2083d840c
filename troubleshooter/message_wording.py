"""What wordings tell: the symptom, a duplicate, the provider, and whether the text is SCIM."""

from .symptoms import ENTRA_CODES
from .words import find_phrases, phrase_table, squeeze

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

_IDPS = phrase_table(
    [
        ("automatic provisioning of user", "okta"),
        ("automatic profile push of user", "okta"),
        ("automatic deprovisioning of user", "okta"),
        ("errors reported by remote server", "okta"),
        ("errors reported by the connector", "okta"),
        ("error authenticating", "okta"),
        ("group push mapping", "okta"),
        ("okta", "okta"),
        ("processing of the http request resulted in an exception", "entra"),
        ("customappsso", "entra"),
        ("entra", "entra"),
        ("azure ad", "entra"),
        ("azure active directory", "entra"),
        ("auditlogs", "entra"),
        ("onelogin", "onelogin"),
        ("jumpcloud", "jumpcloud"),
        ("google workspace", "google"),
        ("pingone", "pingone"),
        ("keycloak", "keycloak"),
    ]
)

# Entra ID's code names that are not a reason phrase as well.
_CODES = {
    code.lower(): symptom
    for code, symptom in ENTRA_CODES
    if code
    not in (
        "Conflict TooManyRequests InternalServerError MethodNotAllowed Unauthorized UnprocessableEntity "
        "NotImplemented Timeout"
    ).split()
}
ITS_NAME = "its name"
_ENTRA_PREFIX = "systemforcrossdomainidentitymanagement"


def find_symptom(words):
    """Return (symptom, first word, end word, why) of the most telling wording, or None."""
    for index, word in enumerate(words.lower):
        if word in _CODES:
            return _CODES[word], index, index + 1, "error code of Entra ID"
    for index, end, symptom in find_phrases(words, SYMPTOMS):
        return symptom, index, end, "what was seen"
    return None


def find_duplicate(words):
    """Return (first word, end word) of the words that say that a value is taken, or None."""
    for index, end, _ in find_phrases(words, DUPLICATES):
        return index, end
    return None


def find_idp(words):
    """Return (provider, first word, end word, why), or None where none or several are named."""
    found = None
    for index, end, idp in find_phrases(words, _IDPS):
        if found and found[0] != idp:
            return None
        found = found or (idp, index, end, "wording of its console" if end - index > 2 else ITS_NAME)
    if found is None:
        for index, word in enumerate(words.lower):
            if word.startswith(_ENTRA_PREFIX):
                return "entra", index, index + 1, "error code of Entra ID"
    return found


_OF_SCIM = frozenset(
    "schemas scimtype username externalid displayname provisioning provisioned provision deprovisioning "
    "provisions unprovisioned saml sso pulumi".split()
)
_SENTENCES_OF_SCIM = phrase_table(
    [
        (phrase, None)
        for phrase in (
            "create user|creating user|create group|creating group|user with|group with|resource with|"
            "remote server|identity provider|matching user not found|unknown path|"
            "display name is too long|members to team"
        ).split("|")
    ]
)
_OF_OTHERS = frozenset("googleapis hibernate".split())


_A_FEW = 5


def is_scim(words, symptom, scim_type):
    """Whether the text is about provisioning: it has words of SCIM or of a console."""
    if symptom == "cli-update":
        return False
    # A code or a phrase by itself is what many consoles show.
    telling = scim_type is not None or len(words.words) <= _A_FEW
    for index, word in enumerate(words.lower):
        if word in _OF_OTHERS:
            return False
        squeezed = squeeze(word)
        own = squeezed in _OF_SCIM and (squeezed not in _CAMEL or _is_camel(words.words[index]))
        if own or "scim" in squeezed or word.startswith(_ENTRA_PREFIX) or word in _CODES:
            telling = True
    idp = find_idp(words)
    # A provider's name alone may stand in anything.
    telling = telling or (idp is not None and idp[3] != ITS_NAME)
    return telling or any(True for _ in find_phrases(words, _SENTENCES_OF_SCIM))


def _is_camel(word):
    return word[:1] == word[:1].lower() and word != word.lower()


# In SCIM's own spelling only; as plain words they are anybody's.
_CAMEL = frozenset("username externalid displayname".split())
