"""Whether a message is about provisioning at all: other products fail with the same codes and sentences."""

from ..symptoms import ENTRA_PREFIX, TELLING_CODES
from .words import find_phrases, phrase_table, squeeze

# Words that tell by themselves that a text is about provisioning …
_TELLING = frozenset("scimtype deprovisioning unprovisioned".split())
# … and those that other products use as well: they tell where nothing speaks of such a product.
_HINTS = frozenset(
    "schemas username externalid displayname provisioning provisioned provision provisions saml sso "
    "pulumi".split()
)
# In SCIM's own spelling only; as plain words they are anybody's.
_CAMEL = frozenset("username externalid displayname".split())
_HINTING_SENTENCES = phrase_table(
    [
        (phrase, None)
        for phrase in (
            "create user|creating user|create group|creating group|user with|group with|resource with|"
            "remote server|identity provider"
        ).split("|")
    ]
)
# Sentences of Pulumi's and Okta's own.
_OWN_SENTENCES = phrase_table(
    [
        (phrase, None)
        for phrase in ("matching user not found|unknown path|display name is too long|members to team").split(
            "|"
        )
    ]
)
_OF_OTHERS = frozenset(
    "googleapis ansible puppet typescript identifier hibernate constraint sqlstate sqlite3 e11000 ora "
    "psycopg2 npm docker daemon kubectl helm "
    "terraform odata stack stacks bucket iam git github gitlab jira throw return raise const "
    "register signup registration checkout customers dynamodb elasticsearch kafka repository".split()
)
_PHRASES_OF_OTHERS = phrase_table(
    [
        (phrase, None)
        for phrase in (
            "urn pulumi|pulumi pulumi|pulumi up|pulumi preview|pulumi refresh|pulumi destroy|pulumi login|"
            "update failed|duplicate key|duplicate entry|sign up|api error|invalid login"
        ).split("|")
    ]
)
_A_FEW = 5
# What data and code have between words, and a sentence has not.
_OF_DATA = frozenset("{}<>;=$|\\")


def is_scim(words, hinted):
    """Whether the text is about provisioning: its words say so, or hint at it and at nothing else.

    `hinted` says whether what was read from the text, such as a keyword, is a hint.
    """
    others = False
    for index, word in enumerate(words.lower):
        squeezed = squeeze(word)
        if squeezed in _TELLING or "scim" in squeezed or word.startswith(ENTRA_PREFIX.lower()):
            return True
        others = others or word in _OF_OTHERS
        own = squeezed in _HINTS and (squeezed not in _CAMEL or _is_camel(words.words[index]))
        hinted = hinted or own or word in TELLING_CODES
    if others or any(True for _ in find_phrases(words, _PHRASES_OF_OTHERS)):
        return False
    return hinted or any(True for _ in find_phrases(words, _OWN_SENTENCES)) or _is_plain_hint(words)


def _is_plain_hint(words):
    """Whether the text is a sentence that may be of provisioning, or as short as the name of an error."""
    for gap in words.gaps:
        if gap != " " and any(letter in _OF_DATA for letter in gap):
            return False
    few = len(words.words) <= _A_FEW and not any("_" in word for word in words.words)
    return few or any(True for _ in find_phrases(words, _HINTING_SENTENCES))


def _is_camel(word):
    return word[:1] == word[:1].lower() and word != word.lower()
