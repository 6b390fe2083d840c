"""How soon the first question is there, beside the same question in JavaScript and in Python on Pyodide."""

import re
import statistics
import tempfile
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, expect

from hooks.packed_files import pack_files
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
# Notes when the question stands in the page, in milliseconds since the page was asked for.
WATCH = """
const look = () => {
  const app = document.getElementById("troubleshooter");
  if (app && !app.hidden && app.querySelector("fieldset"))
    document.documentElement.dataset.shown = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


def time_starting(browser: Browser, site: Path) -> None:
    """Print the seconds from an address with a fact to its question, on localhost and throttled."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as servers:
        folder = Path(name)
        sites = {
            "ours": site,
            "hand-written": handwritten(site, folder / "handwritten"),
            "Pyodide": on_pyodide(site, folder / "pyodide"),
        }
        addresses = {}
        for variant, root in sites.items():
            pack_files(root)
            work = folder / f"nginx-{variant}"
            work.mkdir()
            addresses[variant] = servers.enter_context(nginx(root, work, tls=True)) + QUESTION
        print(f"{'seconds to the question, empty cache':<40}" + "".join(f"{name:>14}" for name in sites))
        for conditions, is_slow in (("localhost", False), ("slow 4G, CPU 4 times slower", True)):
            rounds = [
                {name: time_question(browser, address, is_slow) for name, address in addresses.items()}
                for _ in range(ROUNDS)
            ]
            print_rounds(conditions, rounds)


def print_rounds(conditions: str, rounds: list[dict[str, float]]) -> None:
    """Print the median of each variant, and what the ratios within the rounds come to."""
    medians = [statistics.median(it[variant] for it in rounds) for variant in rounds[0]]
    print(f"{conditions:<40}" + "".join(f"{median:>14.2f}" for median in medians))
    beside = statistics.median(it["ours"] / it["hand-written"] for it in rounds)
    faster = statistics.median(it["Pyodide"] / it["ours"] for it in rounds)
    if conditions == "localhost":
        print(f"times as long as hand-written {beside:.2f}, times as fast as Pyodide {faster:.1f}")
    else:
        verdict("times as long as hand-written", beside, 2)
        verdict("times as fast as Pyodide", faster, 10, at_least=True)


def time_question(browser: Browser, address: str, is_slow: bool) -> float:
    """Return the seconds from the request of a page to the question in it, with an empty cache."""
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
    root = page.locator("html")
    expect(root).to_have_attribute("data-shown", re.compile("."), timeout=PATIENCE)
    seconds = float(root.get_attribute("data-shown") or "") / 1000
    context.close()
    return seconds
