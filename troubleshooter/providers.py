"""The identity providers, each in one record."""

from collections import namedtuple


class Provider(namedtuple("Provider", "id label names spellings")):
    """A provider: its id, and its name for readers.

    `names` are phrases by which a text names it; `spellings` are what people write in its place in a command
    or an address, beside the id, the label and these.
    """


# In the order in which they are offered; those that are not named here come last.
PROVIDERS = [
    Provider("okta", "Okta", ["okta"], []),
    Provider(
        "entra",
        "Entra ID",
        ["entra", "azure ad", "azure active directory"],
        ["azure", "microsoft", "microsoft entra id"],
    ),
    Provider("onelogin", "OneLogin", ["onelogin"], []),
    Provider("jumpcloud", "JumpCloud", ["jumpcloud"], []),
    Provider("google", "Google Workspace", ["google workspace"], []),
    Provider("pingone", "PingOne", ["pingone"], ["ping", "ping identity"]),
    Provider("keycloak", "Keycloak", ["keycloak"], []),
    Provider("other", "Another identity provider", [], []),
]
