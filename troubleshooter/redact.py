"""Masks what nobody else needs in anything that is copied: tokens, passwords, and email addresses."""

from .letters import DIGITS, LETTERS, lower, squeeze

SECRET = "[secret]"

# What a token, a password or an address is written in; `=` and `:` stand between a name and its value.
_WORD = frozenset(LETTERS + DIGITS + "._-+/~@%$!*&^#|?")

# A value behind one of these names is masked whatever it is.
_PASSWORDS = "password passwd pwd passphrase secret clientsecret cookie setcookie".split()
# A value behind one of these is masked where it looks like a token, and not like a word of a sentence.
_TOKENS = (
    "token accesstoken refreshtoken idtoken secrettoken bearertoken apitoken scimtoken sessiontoken "
    "apikey xapikey authorization"
).split()
# HTTP authentication schemes, and Okta's own.
_SCHEMES = "bearer basic ssws".split()
# How well-known tokens begin: Pulumi's, JSON web tokens, GitHub's, Slack's.
_PREFIXES = ("pul-", "eyJ", "ghp_", "gho_", "github_pat_", "xox")


def redact(text, mask_addresses=True):
    """Return `text` with secrets as `[secret]` and, unless told not to, addresses as `[email 1]` and so on.

    The same address gets the same number, so that a reader still sees who is who.
    """
    parts = []
    addresses: dict[str, int] = {}
    name, between = "", ""
    for piece, is_word in _pieces(text):
        if not is_word:
            parts.append(piece)
            between += piece
            continue
        given = ":" in between or "=" in between
        if _is_secret(piece, name, given):
            parts.append(SECRET)
        elif mask_addresses and _is_address(piece):
            parts.append("[email " + str(addresses.setdefault(lower(piece), len(addresses) + 1)) + "]")
        else:
            parts.append(piece)
        # "Authorization: Bearer x" has two names before its value; the last one counts.
        # In an address of the web, a name begins behind `?` or `&`.
        name, between = squeeze(piece.replace("&", "?").split("?")[-1]).strip(DIGITS), ""
    return "".join(parts)


def _pieces(text):
    """Yield the text in pieces, each a run of characters of a word or of others, and which it is."""
    run: list[str] = []
    was_word = False
    for letter in text:
        is_word = letter in _WORD
        if run and is_word != was_word:
            yield "".join(run), was_word
            run = []
        run.append(letter)
        was_word = is_word
    if run:
        yield "".join(run), was_word


def _is_secret(word, name, given):
    if given and name in _PASSWORDS:
        return True
    if (given and name in _TOKENS) or name in _SCHEMES:
        return len(word) >= 8 and (_has(word, DIGITS) or len(word) >= 20)
    if len(word) >= 20 and word.startswith(_PREFIXES):
        return True
    # An id has dashes and an address of the web has dots; a long mixture without them is a key.
    letters = _has(word, LETTERS)
    return len(word) >= 40 and letters and _has(word, DIGITS) and not _has(word, "-._@")


def _is_address(word):
    before, at, domain = word.strip("._-/!?").partition("@")
    return bool(before and at and "." in domain.strip("."))


def _has(word, characters):
    return any(letter in characters for letter in word)
