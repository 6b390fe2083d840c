"""How long an export takes in the browser, and how long the page stands still meanwhile."""

import json
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser

from tests.exports.formats import graph_event, okta_rows, table
from tests.exports.scenario import Event, invent

SIZES = (1_000, 10_000)
# Keeps the longest time between two frames.
WATCH_FRAMES = """
window.longest = 0;
const next = (last) => requestAnimationFrame((now) => {
  window.longest = Math.max(window.longest, now - last);
  next(now);
});
next(performance.now());
"""


def okta_csv(events: list[Event]) -> str:
    """Return events as Okta's System Log writes them as CSV."""
    return table(okta_rows(events))


def entra_json(events: list[Event]) -> str:
    """Return events as Entra ID's provisioning logs write them as JSON."""
    return json.dumps([*map(graph_event, events)])


def time_triage(browser: Browser, base: str) -> None:
    """Print seconds from the choice of a file to its report, and the longest time between two frames."""
    print(f"{'triage in the browser':<30}{'rows':>10}{'MB':>8}{'seconds':>10}{'longest frame, ms':>20}")
    with tempfile.TemporaryDirectory() as folder:
        for name, write in (("Okta, CSV", okta_csv), ("Entra ID, JSON", entra_json)):
            for rows in SIZES:
                file = Path(folder, "export")
                file.write_text(write(invent(7, rows, people=rows // 4)), encoding="utf-8")
                seconds, longest = measure(browser, base, file)
                size = file.stat().st_size / 1_000_000
                print(f"{name:<30}{rows:>10}{size:>8.1f}{seconds:>10.1f}{longest:>20.0f}")


def measure(browser: Browser, base: str, file: Path) -> tuple[float, float]:
    """Return the seconds that a file takes and the milliseconds of the longest frame, with Python there."""
    page = browser.new_page()
    page.set_default_timeout(300_000)
    page.goto(base + "/triage/")
    page.locator("#triage-files").focus()
    page.locator("#troubleshooter[data-state=ready]").wait_for(state="attached")
    page.evaluate(WATCH_FRAMES)
    start = time.perf_counter()
    page.locator("#triage-files").set_input_files(str(file))
    page.locator(".cause").first.wait_for()
    seconds = time.perf_counter() - start
    longest = page.evaluate("window.longest")
    page.close()
    return seconds, longest
