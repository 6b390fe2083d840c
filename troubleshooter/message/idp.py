"""Tells which identity provider a message comes from: by the wording of its console, or by its name."""

from ..symptoms import ENTRA_PREFIX
from .words import find_phrases, phrase_table

_CONSOLES = phrase_table(
    [
        ("automatic provisioning of user", "okta"),
        ("automatic profile push of user", "okta"),
        ("automatic deprovisioning of user", "okta"),
        ("errors reported by remote server", "okta"),
        ("errors reported by the connector", "okta"),
        ("error authenticating", "okta"),
        ("group push mapping", "okta"),
        ("processing of the http request resulted in an exception", "entra"),
        ("customappsso", "entra"),
        ("auditlogs", "entra"),
    ]
)

_NAMES = phrase_table(
    [
        ("okta", "okta"),
        ("entra", "entra"),
        ("azure ad", "entra"),
        ("azure active directory", "entra"),
        ("onelogin", "onelogin"),
        ("jumpcloud", "jumpcloud"),
        ("google workspace", "google"),
        ("pingone", "pingone"),
        ("keycloak", "keycloak"),
    ]
)

ITS_NAME = "its name"
# Where these touch a name, it is part of an address, a package or a file.
_TIED = ("@", ".", "-", "_", "/", "://")


def find_idp(words):
    """Return (provider, first word, end word, why), or None where none or several are named.

    The wording of a console tells whose it is, whatever other product the text names.
    """
    consoles = _idps(words, _CONSOLES, "wording of its console", _is_sentence)
    for index, word in enumerate(words.lower):
        if word.startswith(ENTRA_PREFIX.lower()):
            consoles.append(("entra", index, index + 1, "error code of Entra ID"))
    found = consoles or _idps(words, _NAMES, ITS_NAME, _is_name)
    if len({entry[0] for entry in found}) != 1:
        return None
    return found[0]


def _idps(words, table, why, holds):
    found = []
    for index, end, idp in find_phrases(words, table):
        if holds(words, index, end):
            found.append((idp, index, end, why))
    return found


def _is_sentence(words, index, end):
    # Anybody may write of an error authenticating; Okta sets a colon behind it.
    return words.lower[end - 1] != "authenticating" or words.gaps[end].startswith(":")


def _is_name(words, index, end):
    """Whether a provider is meant, not an address or a package; `entra` is a verb in many languages."""
    before, after = words.gaps[index], words.gaps[end]
    tied = before[-1:] in _TIED or after[:1] in ("@", "_") or (after in _TIED and end < len(words.words))
    return not tied and (words.lower[index] != "entra" or words.words[index][0] == "E")
