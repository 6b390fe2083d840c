"""The facts a failure can have, the values each fact can take, and the other names people use."""

from .letters import squeeze
from .providers import PROVIDERS
from .symptoms import ENTRA_CODES, SYMPTOM

# RFC 7644 table 8, and codes beside it that servers and proxies send, each with its reason phrase (RFC 9110
# section 15, RFC 6585 section 4), which consoles show in place of the number.
STATUS_CODES = [
    ("301", "Moved Permanently"),
    ("302", "Found"),
    ("307", "Temporary Redirect"),
    ("308", "Permanent Redirect"),
    ("400", "Bad Request"),
    ("401", "Unauthorized"),
    ("403", "Forbidden"),
    ("404", "Not Found"),
    ("405", "Method Not Allowed"),
    ("406", "Not Acceptable"),
    ("409", "Conflict"),
    ("412", "Precondition Failed"),
    ("413", "Content Too Large"),
    ("415", "Unsupported Media Type"),
    ("422", "Unprocessable Content"),
    ("429", "Too Many Requests"),
    ("500", "Internal Server Error"),
    ("501", "Not Implemented"),
    ("502", "Bad Gateway"),
    ("503", "Service Unavailable"),
    ("504", "Gateway Timeout"),
]
REASON_PHRASES = dict(STATUS_CODES)
STATUS = [code for code, _ in STATUS_CODES] + ["none", "unknown"]

# RFC 7644 table 9, then RFC 9865 table 3.
SCIM_TYPE = (
    "invalidFilter tooMany uniqueness mutability invalidSyntax invalidPath noTarget "
    "invalidValue invalidVers sensitive invalidCursor expiredCursor invalidCount unknown"
).split()

# RFC 7643 sections 3.1, 4.1, 4.2 and 4.3.
ATTRIBUTE = (
    "userName emails externalId displayName members active name nickName profileUrl title "
    "userType preferredLanguage locale timezone password phoneNumbers ims photos addresses "
    "groups entitlements roles x509Certificates employeeNumber costCenter organization division "
    "department manager id schemas meta other unknown"
).split()

RESOURCE = ["User", "Group", "unknown"]

IDP = [provider.id for provider in PROVIDERS]

# In the order in which an address is written.
FACTS = ["status", "scimType", "attribute", "resource", "symptom", "idp"]

# What an answer can hold for; the identity provider chooses the clicks, never the cause.
CAUSE_FACTS = FACTS[:-1]

VALUES = {
    "status": STATUS,
    "scimType": SCIM_TYPE,
    "attribute": ATTRIBUTE,
    "resource": RESOURCE,
    "symptom": SYMPTOM,
    "idp": IDP,
}

# The other names of a value, spelled in lower-case letters and digits only.
SYNONYMS = {
    # RFC 7644 and RFC 4918 have older names for two of the phrases.
    "status": {
        "payloadtoolarge": "413",
        "requestentitytoolarge": "413",
        "unprocessableentity": "422",
        "nothing": "none",
    },
    # Pulumi's spelling.
    "scimType": {"immutability": "mutability"},
    "attribute": {
        "email": "emails",
        "mail": "emails",
        "emailaddress": "emails",
        "emailaddresses": "emails",
        "primaryemail": "emails",
        "workemail": "emails",
        "emailsvalue": "emails",
        "emailstypeeqworkvalue": "emails",
        "login": "userName",
        "loginname": "userName",
        "usernames": "userName",
        "scimexternalid": "externalId",
        "member": "members",
        "groupname": "displayName",
        "teamname": "displayName",
        "firstname": "name",
        "givenname": "name",
        "namegivenname": "name",
        "lastname": "name",
        "familyname": "name",
        "namefamilyname": "name",
    },
    "resource": {"users": "User", "groups": "Group", "team": "Group"},
    "symptom": {code.lower(): symptom for code, symptom in ENTRA_CODES},
    "idp": {
        squeeze(name): provider.id
        for provider in PROVIDERS
        for name in [provider.label] + provider.names + provider.spellings
    },
}
_IDP_LABELS = {provider.id: provider.label for provider in PROVIDERS}


def value_label(fact, value):
    """Return `value` as a reader knows it: a code and its reason phrase, a provider's name, words."""
    if fact == "status" and value in REASON_PHRASES:
        return value + " " + REASON_PHRASES[value]
    if fact == "idp":
        return _IDP_LABELS[value]
    if fact == "symptom":
        return value.replace("-", " ")
    return value
