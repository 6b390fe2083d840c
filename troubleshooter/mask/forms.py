"""Knows by which names secrets go, and how those of well-known services begin.

The names are those of detect-secrets' keyword detector (https://github.com/Yelp/detect-secrets), the
beginnings and lengths those of gitleaks' rules (https://github.com/gitleaks/gitleaks), with a few of our own.
"""

from ..letters import DIGITS, LETTERS, LETTERS_AND_DIGITS, squeeze

# What kind of secret a name has that ends in one of these; LINE goes on to the end of the line.
PASSWORD, TOKEN, LINE = "password", "token", "line"
_PASSWORDS = (
    "password passwort kennwort passwd pwd passphrase passcode secret secrettext secretkey privatekey "
    "clientkey accesskey accountkey servicekey sharedkey signingkey encryptionkey"
)
_TOKENS = "token apikey appkey authkey credential session sessionid samlresponse assertion signature"
_LINES = "cookie authorization"
_KINDS = (
    (PASSWORD, tuple(_PASSWORDS.split())),
    (TOKEN, tuple(_TOKENS.split())),
    (LINE, tuple(_LINES.split())),
)
# These are names of their own.
_WHOLE = ("pass", "dbpass", "userpass", "sig")
# "invalid_token: it has expired" names no token.
_OF_ERRORS = ("invalid", "missing", "expired", "unsupported")
# These are names together with the word before them: "API key".
_SECOND_WORDS = ("key", "id", "text")

# Pulumi, JSON Web Token, GitHub, GitLab, Google, AWS, Slack, Stripe, Vault, JumpCloud; npm, PyPI, SendGrid,
# Databricks, Atlassian, DigitalOcean, Doppler, OpenAI and others.
_BEGINNINGS = (
    "pul- eyJ ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- glptt- gldt- glrt- glcbt- glsoat- glft- gloas- "
    "AIza ya29. GOCSPX- AKIA ASIA ABIA ACCA xoxa- xoxb- xoxe- xoxe. xoxo- xoxp- xoxr- xoxs- xapp- sk_live_ "
    "sk_test_ rk_live_ rk_test_ whsec_ hvs. hvb. hvr. jca_ npm_ pypi- SG. dapi ATATT3 ATCTT3 dop_v1_ doo_v1_ "
    "dor_v1_ dp.pt. sk-proj- sk-ant- shpat_ lin_api_ rubygems_ dckr_pat_ PMAK- LTAI"
).split()
# Schemes of HTTP, and Okta's own.
SCHEMES = "bearer basic digest negotiate ntlm ssws token apikey hawk".split()
_LEAST_BEHIND = 16
_OKTA = 42
_LONGEST_ID = 39
# Behind a known beginning.
_IN_TOKENS = LETTERS + DIGITS + "_-.~=+"
_CAPITALS = LETTERS[26:]


def kind_of(name, before=""):
    """Return PASSWORD, TOKEN or LINE where a value behind this name is secret, else None."""
    name = squeeze(name).rstrip(DIGITS)
    if name in _SECOND_WORDS:
        name = squeeze(before) + name
    if name.startswith(_OF_ERRORS):
        return None
    if name in _WHOLE:
        return TOKEN
    for kind, endings in _KINDS:
        if name.endswith(endings) or (name[-1:] == "s" and name[:-1].endswith(endings)):
            return kind
    return None


def looks_secret(word):
    """Whether a word looks like a token, and not like one of a sentence."""
    return len(word) >= 20 or (len(word) >= 5 and _has(word, DIGITS) and _has(word, LETTERS))


def find_known(word):
    """Return (start, end) of what is a token by its form in a word of more than sixteen letters, or None."""
    for beginning in _BEGINNINGS:
        start = word.find(beginning)
        if start >= 0 and (not start or word[start - 1] not in LETTERS_AND_DIGITS):
            behind = word[start + len(beginning) :]
            behind = behind[: len(behind) - len(behind.lstrip(_IN_TOKENS))].rstrip(".-_~")
            if len(behind) >= _LEAST_BEHIND and _has(behind, DIGITS + _CAPITALS):
                return start, start + len(beginning) + len(behind)
    core = word.strip("*_~.-")
    start = word.find(core)
    # Entra ID's: three letters, a digit, Q~ and thirty-one to thirty-four letters.
    place = core.find("Q~")
    if place >= 4 and core[place - 1] in DIGITS and len(core) - place > 32:
        return start + place - 4, start + len(core)
    if not (_has(core, LETTERS) and _has(core, DIGITS)):
        return None
    # An id has dashes and an address of the web has dots; a long mixture without them is a key.
    is_okta = core[:2] == "00" and len(core) == _OKTA and not _has(core, ".@")
    return (start, start + len(core)) if is_okta or _is_key(core) else None


def _is_key(core):
    return len(core) > _LONGEST_ID and not _has(core, "-._@")


def _has(word, characters):
    return any([letter in characters for letter in word])
