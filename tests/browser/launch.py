"""Starts the browsers that the tests drive, from the paths that get_browser.py keeps."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright
from selenium.webdriver import WebKitGTK
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.service import Service

PATHS = Path(__file__).parents[2] / ".venv" / "browsers"
# Where `make` has put node and what belongs to the virtual environment.
SEARCH_PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
STAND_IN = Path(__file__).with_name("firefox.py")


def kept_path(name: str) -> str:
    """Return the path kept for the browser, or an empty text."""
    file = PATHS / name
    return file.read_text() if file.exists() else ""


def start_chromium(playwright: Playwright, path: str) -> Browser:
    flags = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
    return playwright.chromium.launch(executable_path=path, args=flags)


def start_firefox(playwright: Playwright, path: str) -> Browser:
    """Start a Firefox as Mozilla and Debian deliver it, which Playwright drives over WebDriver BiDi."""
    return playwright.firefox.launch(
        channel="moz-firefox",
        executable_path=STAND_IN,
        env={**os.environ, "PATH": SEARCH_PATH, "FIREFOX": path},
        # It cannot be asked for less motion a page; what moves would be met half-way.
        firefox_user_prefs={"dom.events.testing.asyncClipboard": True, "ui.prefersReducedMotion": 1},
    )


@contextmanager
def start_webkit(path: str) -> Iterator[WebDriver]:
    """Start WebKit, which Playwright cannot drive, on a screen of its own, as it must have one."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as screen:
        try:
            display = f":{screen.stdout.readline().strip()}" if screen.stdout else ""
            service = Service(path, env={**os.environ, "DISPLAY": display})
            with WebKitGTK(service=service) as driver:
                yield driver
        finally:
            screen.terminate()
