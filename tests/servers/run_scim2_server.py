"""Runs `scim2-server`, close to the standard: users in memory, emails unique, a token asked for."""

from scim2_models import ScimProvider, Uniqueness
from scim2_server.memory import InMemoryStorage
from scim2_server.testserver.application import BEARER_TOKEN_SCHEME, BearerTokenApplication
from scim2_server.utils import (
    load_default_resource_types,
    load_default_schemas,
    load_default_service_provider_config,
)

from tests.servers.serving import TOKEN, serve


def build_application() -> BearerTokenApplication:
    """Return the application; its User schema declares emails unique, as many services hold them."""
    schemas = load_default_schemas()
    user = schemas["urn:ietf:params:scim:schemas:core:2.0:User"]
    emails = next(attribute for attribute in user.attributes or [] if attribute.name == "emails")
    emails.uniqueness = Uniqueness.server
    config = load_default_service_provider_config()
    config.authentication_schemes = [BEARER_TOKEN_SCHEME]
    provider = ScimProvider.from_discovery(
        schemas.values(), load_default_resource_types().values(), config=config
    )
    return BearerTokenApplication(InMemoryStorage(), provider, bearer_tokens=[TOKEN])


if __name__ == "__main__":
    serve(build_application())
