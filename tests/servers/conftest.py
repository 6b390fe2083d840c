"""Two real SCIM servers, each a process of its own, with one user in it: Ana."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.conftest import PROJECT
from tests.servers.client import Server

SERVERS = ["scim2_server", "django_scim2"]
ANA = {
    "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
    "userName": "ana",
    "emails": [{"value": "ana@example.com", "type": "work", "primary": True}],
}


@pytest.fixture(scope="session")
def servers() -> Iterator[dict[str, Server]]:
    """The servers by name; both start at once, and end when the pipe to them closes."""
    processes = {}
    try:
        for name in SERVERS:
            command = [sys.executable, "-m", f"tests.servers.run_{name}"]
            processes[name] = subprocess.Popen(
                command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
        yield {name: _meet(name, process) for name, process in processes.items()}
    finally:
        for process in processes.values():
            process.communicate(timeout=10)


def _meet(name: str, process: subprocess.Popen) -> Server:
    """Wait for the port, which a server prints once it listens, and create Ana."""
    port = process.stdout.readline()
    if not port:
        pytest.fail(f"{name} did not start; what it said is above.")
    server = Server(int(port))
    created = server.send("POST", "/Users", ANA)
    assert created.status == 201
    return server._replace(ana=created.said["id"])
