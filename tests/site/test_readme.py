"""The README is true: its commands exist and run, and what it names is there."""

import re
import shlex
import socket
import subprocess
import sys
import urllib.request

import pytest

from tests.conftest import PROJECT

TEXT = (PROJECT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
COMMANDS = [
    line.split("  #")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)
    for line in block.splitlines()
]
TARGETS = sorted(set(re.findall(r"`?make ([a-z-]+)\b", TEXT)))


@pytest.mark.parametrize("target", TARGETS)
def test_make_command_exists(target: str) -> None:
    made = subprocess.run(["make", "--dry-run", target], cwd=PROJECT, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith("python ")])
def test_command_line_example_runs(command: str, site: object) -> None:
    words = [sys.executable, *shlex.split(command)[1:]]
    ran = subprocess.run(words, cwd=PROJECT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout


@pytest.mark.parametrize("place", re.findall(r"^\| `([\w/.]+/?)`", TEXT, re.MULTILINE))
def test_place_exists(place: str) -> None:
    assert (PROJECT / place).exists()


def test_drawn_folders_are_those_that_hold_python() -> None:
    drawing = re.search(r"```\n(troubleshooter/.*?)```", CONTRIBUTING, re.DOTALL)
    assert drawing
    way: list[str] = []
    drawn = set()
    for line in drawing[1].splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        way[depth:] = [line.split("/")[0].strip()]
        drawn.add("/".join(way))
    there = {
        str(file.parent.relative_to(PROJECT))
        for top in ("troubleshooter", "hooks", "tests")
        for file in (PROJECT / top).rglob("*.py")
        if "node_modules" not in file.parts
    }
    assert drawn == there


def test_continuous_integration_runs_the_test_command() -> None:
    assert (PROJECT / ".ci/run").read_text().splitlines()[1:] == ["CI=${CI:-true} exec make test"]


def test_serve_shows_the_site_with_live_reload() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    with subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        try:
            lines = []
            for line in server.stderr:
                lines.append(line)
                if "Serving on" in line:
                    break
            else:
                pytest.fail("".join(lines))
            with urllib.request.urlopen(f"http://{address}/troubleshooter/") as page:
                assert b"livereload" in page.read()
        finally:
            server.terminate()
            server.stderr.read()
