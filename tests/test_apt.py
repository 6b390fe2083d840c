"""apt-get runs only where somebody said yes, with the system's own programs, and is never killed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import apt

# Interrupted, it interrupts who started it once more, and then ends in its own time.
COMMAND = """
import os, pathlib, signal, sys

log, begun = map(pathlib.Path, sys.argv[1:])

def stop(*_):
    os.kill(os.getppid(), signal.SIGINT)
    log.write_text("ended what it began")
    sys.exit(1)

signal.signal(signal.SIGINT, stop)
begun.write_text("begun")
signal.pause()
"""


@pytest.mark.parametrize("stop", [subprocess.TimeoutExpired("apt-get", 1), KeyboardInterrupt()], ids=type)
def test_command_is_asked_to_stop_and_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    log, begun = tmp_path / "log", tmp_path / "begun"
    os.mkfifo(begun)

    class Stopped(subprocess.Popen):
        def wait(self, timeout: float | None = None) -> int:
            if timeout is None:
                return super().wait()
            begun.read_text(encoding="utf-8")
            raise stop

    monkeypatch.setattr(subprocess, "Popen", Stopped)
    command = [sys.executable, "-c", COMMAND, str(log), str(begun)]
    if isinstance(stop, KeyboardInterrupt):
        with pytest.raises(SystemExit):
            apt.gently(command, seconds=1)
    else:
        assert not apt.gently(command, seconds=1)
    assert log.read_text(encoding="utf-8") == "ended what it began"


@pytest.mark.parametrize(
    ("name", "value", "may"),
    [
        ("APT", "yes", True),
        ("CI", "true", True),
        ("CI", "1", True),
        ("CI", "false", False),
        ("APT", "no", False),
        ("APT", "", False),
        ("NOT_ASKED", "yes", False),
    ],
)
def test_nothing_is_installed_unless_somebody_says_yes(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, may: bool
) -> None:
    for said in ("APT", "CI"):
        monkeypatch.delenv(said, raising=False)
    monkeypatch.setenv(name, value)
    monkeypatch.setattr(apt, "of_system", lambda program: program)
    monkeypatch.setattr(apt, "printed_by", lambda command, seconds: "")
    assert apt.may_install() == may


def test_what_runs_as_root_is_the_systems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("env", "apt-get", "sudo"):
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    ran: list[str] = []
    monkeypatch.setattr(apt, "gently", lambda command, seconds: ran.extend(command))
    for account in (0, 1000):
        monkeypatch.setattr(os, "geteuid", lambda account=account: account)
        apt.apt_get("update", seconds=1)
    assert ran
    assert [word for word in ran if str(tmp_path) in word] == []
