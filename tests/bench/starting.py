"""How soon the first question is there, beside the same question in JavaScript and in Python on Pyodide."""

import re
import statistics
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, expect

from hooks.publish.zip_site import pack_files
from tests.bench.loading import build_bare
from tests.bench.variants import handwritten, on_pyodide
from tests.bench.verdict import verdict
from tests.nginx import nginx

# Milliseconds; the rounds of the variants take turns, so that what slows the machine slows each of them.
ROUNDS = 5
PATIENCE = 120_000
# What Chromium's developer tools call "Slow 4G": 1.6 Mbit/s down and 0.75 up at nine tenths, 150 ms × 3.75.
SLOW_4G = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 1_600_000 / 8 * 0.9,
    "uploadThroughput": 750_000 / 8 * 0.9,
}
SLOWER_CPU = 4
QUESTION = "/troubleshooter/?status=409"
# Notes when something can first be read, and when the question stands there: milliseconds since the request.
WATCH = """
const note = (what, time) => { document.documentElement.dataset[what] = time; };
new PerformanceObserver((list) => note("painted", list.getEntries().at(-1).startTime))
  .observe({ type: "paint", buffered: true });
const look = () => {
  const app = document.getElementById("troubleshooter");
  if (app && !app.hidden && app.querySelector("fieldset")) note("asked", performance.now());
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


class Times(NamedTuple):
    """Seconds from the request of a page to its first words, and to its question; 0 where it asks none."""

    painted: float
    asked: float


def time_starting(browser: Browser, site: Path) -> None:
    """Print what an address with a fact takes, and a bare page of the theme, on localhost and throttled."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as servers:
        folder = Path(name)
        bare = folder / "bare-site"
        bare.mkdir()
        addresses = {
            variant: served(root, folder / variant, servers) + (QUESTION if variant != "bare" else "/")
            for variant, root in {
                "ours": site,
                "handwritten": handwritten(site, folder / "handwritten-site"),
                "pyodide": on_pyodide(site, folder / "pyodide-site"),
                "bare": build_bare(bare, site),
            }.items()
        }
        heading = "seconds from the request, empty cache"
        print(f"{heading:<44}{'ours':>14}{'hand-written':>14}{'Pyodide':>14}{'bare Material':>14}")
        for conditions, is_slow in (("localhost", False), ("slow 4G, CPU 4 times slower", True)):
            rounds = [
                {variant: time_page(browser, address, is_slow) for variant, address in addresses.items()}
                for _ in range(ROUNDS)
            ]
            print_rounds(conditions, rounds)


def served(root: Path, work: Path, servers: ExitStack) -> str:
    """Serve a site as long as `servers` is open, packed as for publishing, and return its address."""
    pack_files(root)
    work.mkdir()
    return servers.enter_context(nginx(root, work, tls=True))


def print_rounds(conditions: str, rounds: list[dict[str, Times]]) -> None:
    """Print the median of each variant, and what the ratios within the rounds come to."""
    for what, field in (("first words", "painted"), ("question", "asked")):
        medians = [statistics.median(getattr(it[variant], field) for it in rounds) for variant in rounds[0]]
        cells = "".join(f"{f'{median:.2f}' if median else '–':>14}" for median in medians)
        print(f"{f'{conditions}: {what}':<44}{cells}")
    beside = median_ratio(rounds, "ours", "handwritten")
    faster = median_ratio(rounds, "pyodide", "ours")
    if conditions == "localhost":
        print(f"times as long as hand-written {beside:.2f}, times as fast as Pyodide {faster:.1f}")
    else:
        verdict("times as long as hand-written", beside, 2)
        verdict("times as fast as Pyodide", faster, 10, at_least=True)


def median_ratio(rounds: list[dict[str, Times]], variant: str, other: str) -> float:
    """Return how many times as long as another a variant takes to its question."""
    return statistics.median(it[variant].asked / it[other].asked for it in rounds)


def time_page(browser: Browser, address: str, is_slow: bool) -> Times:
    """Return the times of a page with an empty cache."""
    context = browser.new_context(ignore_https_errors=True)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    if is_slow:
        protocol = context.new_cdp_session(page)
        protocol.send("Network.enable")
        protocol.send("Network.emulateNetworkConditions", SLOW_4G)
        protocol.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
    page.goto(address, wait_until="commit")
    painted = noted(page, "painted")
    asked = noted(page, "asked") if address.endswith(QUESTION) else 0
    context.close()
    return Times(painted, asked)


def noted(page: Page, what: str) -> float:
    """Return the seconds that a page notes, once it does."""
    root = page.locator("html")
    expect(root).to_have_attribute(f"data-{what}", re.compile("."), timeout=PATIENCE)
    return float(root.get_attribute(f"data-{what}") or "") / 1000
