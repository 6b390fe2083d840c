"""Finds a Chromium that starts, or gets one, and writes its path to the file named as argument."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
NEEDED = (
    "The browser tests need Chromium, and this account may not install it: "
    "run 'apt-get install chromium' as root, or set CHROMIUM to the path of one."
)


def main() -> None:
    """Write the path, or stop with one sentence that says what to install."""
    path = find_browser() or download() or install()
    if not path:
        sys.exit(NEEDED)
    Path(sys.argv[1]).write_text(path)


def find_browser() -> str | None:
    """Return the path of the first Chromium on this machine that starts."""
    named = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), downloaded()]
    return next((path for path in named if path and starts(path)), None)


def starts(path: str) -> bool:
    """Say whether the browser renders an empty page: one without its libraries is as good as none."""
    with tempfile.TemporaryDirectory() as profile:
        command = [path, *FLAGS, f"--user-data-dir={profile}", "--dump-dom", "about:blank"]
        return runs(command, seconds=60)


def downloaded() -> str | None:
    """Return the path of Playwright's own Chromium, where it has been downloaded."""
    script = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as p: print(p.chromium.executable_path)"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    path = found.stdout.strip()
    return path if found.returncode == 0 and Path(path).exists() else None


def download() -> str | None:
    """Return the path of a Chromium downloaded by Playwright, or None where that cannot be had."""
    print("Getting a browser for the tests.", flush=True)
    runs([sys.executable, "-m", "playwright", "install", "chromium"], seconds=300)
    return find_browser()


def install() -> str | None:
    """Return the path of a Chromium installed by apt, where this account may use it."""
    if not shutil.which("apt-get"):
        return None
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if prefix and not runs([*prefix, "true"], seconds=10):
        return None
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    runs([*apt, "update"], seconds=300)
    runs([*apt, "install", "chromium"], seconds=600)
    return find_browser()


def runs(command: list[str], seconds: int) -> bool:
    """Say whether `command` ends well within `seconds`."""
    try:
        return subprocess.run(command, capture_output=True, timeout=seconds).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    main()
