"""Sends SCIM requests to a server and keeps what it really answered."""

import json
from http.client import HTTPConnection
from typing import NamedTuple
from urllib.parse import quote

from tests.servers.serving import TOKEN

AUTHORIZED = {"Authorization": f"Bearer {TOKEN}"}


class Answer(NamedTuple):
    """The answer of a server, as it came over the wire."""

    status: int
    reason: str
    head: str
    body: str

    @property
    def whole(self) -> str:
        """Status line, headers and body, as `curl --include` prints them."""
        return f"{self.head}\r\n\r\n{self.body}"

    @property
    def said(self) -> dict:
        """The fields of the body, or none where it is no SCIM error."""
        try:
            return dict(json.loads(self.body))
        except ValueError:
            return {}

    @property
    def detail(self) -> str:
        """The server's own sentence, or nothing."""
        return str(self.said.get("detail", ""))


class Server(NamedTuple):
    """A running SCIM server, below `/v2` on a port of this machine, and the id of the user in it."""

    port: int
    ana: str = ""

    def send(self, method: str, path: str, body: object = None, headers: dict = AUTHORIZED) -> Answer:
        """Return the answer to a request; a body that is no text goes out as JSON."""
        payload = body if body is None or isinstance(body, str) else json.dumps(body)
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(
                method,
                "/v2" + quote(path, safe="/?=&"),
                payload,
                {"Content-Type": "application/scim+json", **headers},
            )
            got = connection.getresponse()
            line = f"HTTP/{got.version / 10} {got.status} {got.reason}"
            lines = [line, *(f"{name}: {value}" for name, value in got.getheaders())]
            return Answer(got.status, got.reason, "\r\n".join(lines), got.read().decode())
        finally:
            connection.close()
