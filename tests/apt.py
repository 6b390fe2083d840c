"""Runs apt-get, and other commands that may fail, quietly and for so long only."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from typing import Any

# What runs as root is the system's own; the path that `make` sets begins in the project's folder.
SYSTEM = "/usr/sbin:/usr/bin:/sbin:/bin"
# By either, somebody says yes to installing on this machine; a service that runs the checks sets CI.
SAYS_YES = ("APT", "CI")


def may_install() -> bool:
    """Tell whether somebody said yes to apt-get as root, and this account may use it."""
    said = [os.environ.get(name, "").lower() for name in SAYS_YES]
    if all(word in ("", "0", "false", "no") for word in said) or not of_system("apt-get"):
        return False
    return printed_by([*as_root(), of_system("true")], seconds=10) is not None


def of_system(program: str) -> str:
    """Return the path of a program of the system, or an empty text."""
    return shutil.which(program, path=SYSTEM) or ""


def as_root() -> list[str]:
    """Return what comes before a command to run it as root, where this account may."""
    return [] if os.geteuid() == 0 else [of_system("sudo"), "-n"]


def apt_get(*arguments: str, seconds: int) -> bool:
    """Run apt-get as root, and tell whether it did its work."""
    quietly = [of_system("env"), "DEBIAN_FRONTEND=noninteractive", of_system("apt-get"), "-y"]
    return gently([*as_root(), *quietly, "-oDPkg::Lock::Timeout=120", *arguments], seconds)


def gently(command: list[str], seconds: float, **options: Any) -> bool:
    """Run a command that must not be killed, and tell whether it did its work.

    Interrupted, or after so many seconds, it is asked to stop as by Ctrl-C, and waited for, however long that
    takes: a package that is half unpacked would leave the machine in need of repair.
    """
    silent = subprocess.DEVNULL
    # In a session of its own, Ctrl-C at the terminal reaches it through here, and once.
    with subprocess.Popen(
        command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True, **options
    ) as process:
        try:
            return process.wait(seconds) == 0
        except (subprocess.TimeoutExpired, KeyboardInterrupt) as stop:
            # Whoever presses Ctrl-C again would leave it behind, at work.
            before = signal.signal(signal.SIGINT, signal.SIG_IGN)
            print("Asking apt-get to stop, and waiting until it has ended what it began.", flush=True)
            ask_to_stop(process.pid)
            process.wait()
            signal.signal(signal.SIGINT, before)
            if isinstance(stop, KeyboardInterrupt):
                sys.exit(128 + signal.SIGINT)
            return process.returncode == 0


def ask_to_stop(pid: int) -> None:
    """Interrupt a command, which may run as root."""
    try:
        os.kill(pid, signal.SIGINT)
    except PermissionError:
        subprocess.run([*as_root(), of_system("kill"), "-INT", str(pid)], check=False)


def printed_by(command: list[str], seconds: int, **options: Any) -> str | None:
    """Return what the command prints, or None if it fails or takes longer; nothing of it stays behind."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
            **options,
        )
    except OSError:
        return None
    try:
        printed, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if process.poll() is None:
            with contextlib.suppress(PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
    return printed if process.returncode == 0 else None
