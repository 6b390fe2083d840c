"""Tells where a message comes from: which identity provider, and whether from provisioning at all."""

from .words import without_underscores

# In SCIM's own spelling only; as plain words they are anybody's.
_CAMEL = frozenset("username externalid displayname scimtype".split())
ITS_NAME = "its name"
_CONSOLE = "wording of its console"
# Where these touch a name, it is part of an address, a package or a file.
_TIED = ("@", ".", "-", "_", "/", "://")


def find_idp(words, matches):
    """Return (provider, first word, end word, why), or None where none or several are named.

    The wording of a console tells whose it is, whatever other product the text names.
    """
    found = [
        (match.entry["facts"]["idp"], match.first, match.end, _CONSOLE)
        for match in matches
        if "idp" in match.entry.get("facts", ())
    ]
    found = found or [
        (match.entry["named"], match.first, match.end, ITS_NAME)
        for match in matches
        if "named" in match.entry and _is_name(words, match.first, match.end)
    ]
    if len({entry[0] for entry in found}) != 1:
        return None
    return min(found, key=lambda entry: entry[1])


def _is_name(words, index, end):
    """Whether a provider is meant, not an address or a package; `entra` is a verb in many languages."""
    before, after = words.gaps[index], words.gaps[end]
    tied = before[-1:] in _TIED or after[:1] in ("@", "_") or (after in _TIED and end < len(words.words))
    return not tied and (words.lower[index] != "entra" or words.words[index][0] == "E")


def find_topic(words, matches, of_people):
    """Return (whether the text is SCIM, the Match that tells what else it is, or None).

    True where it speaks of provisioning, False where it is evidently another thing, None where nothing tells.
    `of_people` is whether it names an attribute or a kind of entry, beside which what yields says nothing.
    """
    hinted = False
    other = None
    for match in matches:
        scim = match.entry.get("scim")
        if scim == "yes" or "idp" in match.entry.get("facts", ()):
            return True, None
        if scim == "no" and of_people and "yields" in match.entry:
            continue
        if scim == "no" and (other is None or match.weight > other.weight):
            other = match
        hinted = hinted or scim == "hint"
    for index, word in enumerate(words.lower):
        if "scim" in word:
            return True, None
        if (
            without_underscores(word) in _CAMEL
            and words.words[index][:1] == word[:1]
            and words.words[index] != word
        ):
            hinted = True
    if other:
        return False, other
    return (True if hinted else None), None
