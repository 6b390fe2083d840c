"""Finds a Chromium that starts, or gets one, and keeps its path in .venv/browser-path."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

PATH_FILE = Path(__file__).parents[2] / ".venv" / "browser-path"
NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
PLAYWRIGHT = [sys.executable, "-m", "playwright"]
# Starts the browser that is named, else Playwright's own, as the tests do, and prints its path.
START = """
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    path = sys.argv[1] or playwright.chromium.executable_path
    playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]).close()
print(path, end="")
"""
NEEDED = (
    "The browser tests need Chromium, which this account may not install: "
    "run `apt-get install chromium libatomic1` as root, or set CHROMIUM to the path of one that starts."
)


def main() -> None:
    """Keep the path for the tests, or stop with one sentence that says what is missing."""
    chosen = os.environ.get("CHROMIUM")
    path = find_browser() if chosen else find_browser() or download() or install()
    if not path:
        sys.exit(f"CHROMIUM is {chosen}, and that does not start." if chosen else NEEDED)
    PATH_FILE.write_text(path)


def find_browser() -> str | None:
    """Return the path found before, while it holds, else of the first Chromium here that starts."""
    chosen = os.environ.get("CHROMIUM")
    known = PATH_FILE.read_text() if PATH_FILE.exists() else ""
    if shutil.which(known) and chosen in (None, "", known):
        return known
    named = [path for name in ([chosen] if chosen else NAMES) if (path := shutil.which(name))]
    return next(filter(None, map(start, named if chosen else [*named, ""])), None)


def start(path: str) -> str | None:
    """Return the path if that browser starts: one without its libraries is as good as none."""
    return printed_by([sys.executable, "-c", START, path], seconds=60)


def download() -> str | None:
    """Return the path of a Chromium downloaded by Playwright, or None where that cannot be had."""
    print("Looking for a Chromium to download for the browser tests.", flush=True)
    printed_by([*PLAYWRIGHT, "install", "--no-shell", "chromium"], seconds=300)
    return start("")


def install() -> str | None:
    """Return the path of a Chromium installed with apt-get, where this account may use it."""
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or printed_by([*as_root, "true"], seconds=10) is None:
        return None
    print("Installing Chromium with apt-get; this takes a minute or two.", flush=True)
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y", "-oDPkg::Lock::Timeout=120"]
    printed_by([*apt, "update"], seconds=300)
    if printed_by([*apt, "install", "chromium", "libatomic1"], seconds=900) is None:
        # Ubuntu has Chromium as a snap only: take Playwright's, with the libraries that it names.
        printed_by([*apt, "install", "libatomic1"], seconds=300)
        printed_by([*as_root, *PLAYWRIGHT, "install-deps", "chromium"], seconds=600)
        return download()
    return find_browser()


def printed_by(command: list[str], seconds: int) -> str | None:
    """Return what the command prints, or None if it fails or takes longer; nothing of it stays behind."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
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


if __name__ == "__main__":
    main()
