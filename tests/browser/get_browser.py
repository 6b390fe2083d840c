"""Finds browsers that start, or gets them, and keeps the path of each in .venv/browsers."""

import os
import re
import shutil
import subprocess
import sys

from tests.apt import apt_get, may_install, printed_by
from tests.browser.launch import PATHS, kept_path

PROGRAMS = {
    # The shell opens no windows, so the tests take a third less time in it.
    "chromium": [
        "chromium-headless-shell",
        "chrome-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ],
    "firefox": ["firefox-esr", "firefox"],
    "webkit": ["WebKitWebDriver"],
}
PACKAGES = {
    "chromium": ["chromium-headless-shell", "libatomic1"],
    "firefox": ["firefox-esr"],
    "webkit": ["webkit2gtk-driver", "xvfb"],
}
NEEDED = {
    "chromium": "The browser tests need Chromium",
    "firefox": "The long browser tests need Firefox",
    "webkit": "The tests in WebKit are left out: they need WebKitWebDriver and Xvfb",
}
PLAYWRIGHT = [sys.executable, "-m", "playwright"]


def main() -> None:
    """Keep the path of each browser named, or stop with a sentence that says what is missing."""
    PATHS.mkdir(exist_ok=True)
    for name in sys.argv[1:]:
        chosen = os.environ.get(name.upper())
        path = find(name) if chosen else find(name) or download(name) or install(name)
        (PATHS / name).write_text(path or "")
        if not path:
            missing = f"{name.upper()} is {chosen}, and that does not start." if chosen else needed(name)
            # Few machines have WebKit, so its tests are skipped instead.
            print(missing) if name == "webkit" else sys.exit(missing)


def needed(name: str) -> str:
    return (
        f"{NEEDED[name]}: run `apt-get install {' '.join(PACKAGES[name])}` as root, let `APT=yes make test` "
        f"do so, or set {name.upper()} to the path of one that starts."
    )


def find(name: str) -> str | None:
    """Return the path found before, while it holds, else of the first such browser here that starts."""
    chosen, known = os.environ.get(name.upper()), kept_path(name)
    if shutil.which(known) and chosen in (None, "", known):
        return known
    paths = [path for program in ([chosen] if chosen else PROGRAMS[name]) if (path := shutil.which(program))]
    own = [""] if name == "chromium" and not chosen else []
    return next(filter(None, (start(name, path) for path in [*paths, *own])), None)


def start(name: str, path: str) -> str | None:
    """Return the path if that browser starts: one without its libraries is as good as none."""
    return printed_by([sys.executable, "-m", "tests.browser.try_browser", name, path], seconds=60)


def download(name: str) -> str | None:
    """Return the path of a Chromium downloaded by Playwright, or None where that cannot be had."""
    if name != "chromium":
        return None
    print("Looking for a Chromium to download for the browser tests.", flush=True)
    printed_by([*PLAYWRIGHT, "install", "--no-shell", "chromium"], seconds=300)
    return start(name, "")


def install(name: str) -> str | None:
    """Return the path of a browser installed with apt-get, where somebody said yes to that."""
    if not may_install():
        return None
    print(f"Installing {' and '.join(PACKAGES[name])} with apt-get; this takes a minute or two.", flush=True)
    apt_get("update", seconds=300)
    if not apt_get("install", *PACKAGES[name], seconds=900) and name == "chromium":
        # Ubuntu has Chromium as a snap only: take Playwright's, with the libraries that it names.
        apt_get("install", "libatomic1", seconds=300)
        apt_get("install", "--no-install-recommends", *missing_libraries(), seconds=600)
        return download(name)
    return find(name)


def missing_libraries() -> list[str]:
    """Return the packages that Playwright's Chromium needs and that are not installed."""
    asked = [*PLAYWRIGHT, "install-deps", "--dry-run", "chromium"]
    # It fails where any is missing.
    named = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    return re.findall(r"^  ([a-z0-9][a-z0-9+.-]+)$", named, re.MULTILINE)


if __name__ == "__main__":
    main()
