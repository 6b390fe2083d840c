"""The wheel: it installs the command line by itself, without MkDocs, and what it prints goes well into pipes."""

import json
import os
import pty
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT

MESSAGE = "Error while creating user ana@example.com: Conflict. Email ana@example.com already in use."
EXPORT = PROJECT / "tests/exports/example.csv"
# Two megabytes and more, each line a failure.
LONG = f"2026-03-02T09:00:00Z ERROR SCIM {MESSAGE}\n" * 20_000


@pytest.fixture(scope="module")
def commands(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands in a fresh environment, into which the wheel was put without any network."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip"]
    offline = ["--quiet", "--disable-pip-version-check", "--no-index"]
    build = [*pip, "wheel", *offline, "--no-deps", "--no-build-isolation", "-w", str(folder), str(PROJECT)]
    subprocess.run(build, check=True)
    [wheel] = folder.glob("*.whl")
    venv.create(folder / "fresh", symlinks=True)
    python = folder / "fresh/bin/python"
    subprocess.run([*pip, "--python", str(python), "install", *offline, str(wheel)], check=True)
    return python.parent


def run(
    commands: Path, *arguments: str, name: str = "arrivals", text: str = "", status: int = 0, **variables: str
) -> str:
    """Return what a command prints, far from the project and its environment."""
    ran = subprocess.run(
        [commands / name, *arguments],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=commands,
        env={"PATH": os.defpath, **variables},
    )
    assert (ran.stderr, ran.returncode) == ("", status)
    return ran.stdout


def test_environment_holds_nothing_but_python_and_the_wheel(commands: Path) -> None:
    listed = "from importlib.metadata import distributions; print(*(found.name for found in distributions()))"
    assert run(commands, "-c", listed, name="python").split() == ["arrivals"]


def test_code_and_attribute_print_the_steps_of_the_provider(commands: Path) -> None:
    text = run(commands, "409", "email", "--idp", "okta")
    assert text.startswith("# The email address")
    assert "Okta Admin Console" in text
    assert json.loads(run(commands, "409", "email", "--json"))["answer"] == "email-in-use"


def test_message_on_standard_input_is_read(commands: Path) -> None:
    assert "# The email address" in run(commands, text=MESSAGE)
    assert json.loads(run(commands, "--json", text=MESSAGE))["answer"] == "email-in-use"


def test_export_is_sorted_into_causes(commands: Path) -> None:
    assert "people affected" in run(commands, "triage", str(EXPORT))
    assert json.loads(run(commands, "triage", str(EXPORT), "--json"))["causes"]


def test_module_is_the_same_program(commands: Path) -> None:
    module = run(commands, "-m", "troubleshooter", "409", "email", name="python")
    assert module == run(commands, "409", "email")


def test_version_is_that_of_the_project(commands: Path) -> None:
    version = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert run(commands, "--version") == f"arrivals {version}\n"


def test_help_shows_examples_and_every_exit_status(commands: Path) -> None:
    text = run(commands, "--help")
    for line in ("arrivals 409 email --idp okta", "arrivals < message.txt", "arrivals triage FILE"):
        assert line in text
    listed = text.partition("exit status:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == ["0", "2", "130", "141"]


@pytest.mark.parametrize("variables", [{}, {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}])
def test_any_letter_goes_through_a_pipe(commands: Path, variables: dict[str, str]) -> None:
    assert "# The email address" in run(commands, text=f"“É” {MESSAGE}", **variables)


@pytest.mark.parametrize("arguments", [["409", "email"], ["--help"], ["triage", str(EXPORT)]])
def test_reader_that_goes_leaves_no_traceback(commands: Path, arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [commands / "arrivals", *arguments]
    ran = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, env={"PATH": os.defpath})
    os.close(writer)
    assert (ran.stderr, ran.returncode) == (b"", 141)


def in_terminal(command: list[str | Path], **variables: str) -> tuple[str, str]:
    """Return what a command prints where only standard error, and where both streams, are a terminal."""

    def shown(stdout: int | None) -> str:
        ours, theirs = pty.openpty()
        environment = {"PATH": os.defpath, "TERM": "xterm", **variables}
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=stdout or theirs, stderr=theirs, env=environment
        ) as process:
            os.close(theirs)
            text = b"".join(read_all(ours)).decode()
        os.close(ours)
        assert process.returncode == 0, text
        return text

    return shown(subprocess.DEVNULL), shown(None)


def read_all(terminal: int) -> Iterator[bytes]:
    try:
        while piece := os.read(terminal, 65_536):
            yield piece
    except OSError:
        # Linux says so where nobody writes any more.
        return


def test_headings_are_bold_only_where_a_person_reads_them(commands: Path) -> None:
    command = [commands / "arrivals", "409", "email"]
    assert in_terminal(command)[1].startswith("\x1b[1m# The email address")
    assert "\x1b" not in in_terminal(command, NO_COLOR="1")[1]
    assert "\x1b" not in run(commands, "409", "email", TERM="xterm")


def test_progress_is_shown_on_long_files_where_a_person_watches(commands: Path, tmp_path: Path) -> None:
    path = tmp_path / "events.log"
    path.write_text(LONG, encoding="utf-8")
    watched, _ = in_terminal([commands / "arrivals", "triage", path])
    steps = [line for line in watched.split("\r") if line.strip()]
    assert steps
    assert all(line.startswith("events.log: ") and " %, " in line for line in steps)
    # The line is gone at the end.
    assert watched.endswith("\r" + " " * len(steps[-1]) + "\r")
    assert in_terminal([commands / "arrivals", "triage", EXPORT])[0] == ""
    # run() holds that standard error stays empty in a pipe.
    assert run(commands, "triage", str(path))


def test_interruption_leaves_no_traceback(commands: Path) -> None:
    interrupted = """if True:
        import sys
        from troubleshooter.command.terminal import run_command

        def main():
            raise KeyboardInterrupt

        sys.exit(run_command(main))
    """
    assert run(commands, "-c", interrupted, name="python", status=130) == ""
