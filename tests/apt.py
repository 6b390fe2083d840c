"""Runs apt-get, and other commands that may fail, quietly and for so long only."""

import contextlib
import os
import shutil
import signal
import subprocess
from typing import Any

AS_ROOT = [] if os.geteuid() == 0 else ["sudo", "-n"]
APT = [*AS_ROOT, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y", "-oDPkg::Lock::Timeout=120"]


def may_install() -> bool:
    """Tell whether there is an apt-get that this account may use to install."""
    return bool(shutil.which("apt-get")) and printed_by([*AS_ROOT, "true"], seconds=10) is not None


def apt_get(*arguments: str, seconds: int) -> bool:
    """Run apt-get as root, and tell whether it did its work."""
    return printed_by([*APT, *arguments], seconds) is not None


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
