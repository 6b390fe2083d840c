"""Starts the browser that is named, at a path, else Playwright's own Chromium, and prints its path."""

import sys

from playwright.sync_api import sync_playwright

from tests.browser.launch import start_chromium, start_firefox, start_webkit


def main() -> None:
    name, path = sys.argv[1:]
    if name == "webkit":
        with start_webkit(path):
            pass
    else:
        with sync_playwright() as playwright:
            path = path or playwright.chromium.executable_path
            start = start_firefox if name == "firefox" else start_chromium
            start(playwright, path).close()
    print(path, end="")


if __name__ == "__main__":
    main()
