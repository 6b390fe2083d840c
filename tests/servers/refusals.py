"""Requests that a SCIM server refuses, each with the attribute at fault."""

import re
from typing import NamedTuple

from tests.servers.client import AUTHORIZED, Answer, Server
from tests.servers.conftest import ANA


class Refusal(NamedTuple):
    """A request that is refused; `{ana}` in its path stands for the id of the user who exists."""

    method: str
    path: str
    body: object = None
    attribute: str | None = None
    headers: dict = AUTHORIZED

    def send(self, server: Server) -> Answer:
        """Return what the server answers."""
        return server.send(self.method, self.path.format(ana=server.ana), self.body, self.headers)

    def attribute_named(self, answer: Answer) -> str | None:
        """Return the attribute at fault where the server's own sentence names it, a plural in either form."""
        if not self.attribute:
            return None
        word = rf"\b{self.attribute.removesuffix('s')}s?\b"
        return self.attribute if re.search(word, answer.detail, re.IGNORECASE) else None


def _create(attribute: str, **fields: object) -> Refusal:
    return Refusal("POST", "/Users", {**ANA, **fields}, attribute)


def _patch(attribute: str | None, **operation: object) -> Refusal:
    schema = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
    return Refusal("PATCH", "/Users/{ana}", {"schemas": [schema], "Operations": [operation]}, attribute)


BENS_EMAIL = [{"value": "ben@example.com", "primary": True}]

REFUSALS = {
    "username taken": _create("userName", emails=BENS_EMAIL),
    "email taken": _create("emails", userName="ben"),
    "text for a boolean": _create("active", userName="ben", emails=BENS_EMAIL, active="perhaps"),
    "path of no attribute": _patch("shoeSize", op="replace", path="shoeSize", value="42"),
    "path cut off": _patch("emails", op="replace", path="emails[type eq", value="x"),
    "path to a value that is not there": _patch(
        "emails", op="replace", path='emails[type eq "home"].value', value="ben@example.com"
    ),
    "path to what only the server sets": _patch("id", op="replace", path="id", value="2"),
    "text for the emails": _patch("emails", op="replace", path="emails", value="x"),
    "no path to remove": _patch(None, op="remove"),
    "no such operation": _patch("active", op="move", path="active", value=True),
    "filter without a value": Refusal("GET", "/Users?filter=userName eq", None, "userName"),
    "filter with no operator": Refusal("GET", '/Users?filter=userName is "ana"', None, "userName"),
    "no such user": Refusal("GET", "/Users/2819c223-7f76-453a-919d-413861904646"),
    "no such user, with a code as id": Refusal("DELETE", "/Users/409"),
    "no JSON": Refusal("POST", "/Users", "{userName: ana"),
    "no body": Refusal("POST", "/Users", ""),
    "no SCIM": Refusal(
        "POST", "/Users", "userName=ana", headers={**AUTHORIZED, "Content-Type": "text/plain"}
    ),
    "no such address": Refusal("GET", "/Nowhere"),
    "method that the address lacks": Refusal("PUT", "/Users", ANA),
    "address that the server lacks": Refusal("GET", "/Me"),
    "no token": Refusal("GET", "/Users/{ana}", headers={}),
    "wrong token": Refusal("GET", "/Users/{ana}", headers={"Authorization": "Bearer none"}),
}
