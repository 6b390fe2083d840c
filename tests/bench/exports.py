"""How long a triage takes, and what memory, on CPython and on MicroPython in the browser."""

import json
import time
import tracemalloc
from typing import Any

from playwright.sync_api import Browser

from tests.browser.micropython import micropython_page
from tests.conftest import PROJECT, published
from tests.exports.forms import FORMS
from tests.exports.scenario import invent
from troubleshooter.message import Wordings
from troubleshooter.tree import read_tree
from troubleshooter.triage import SLICE, Triage

MEASURED = ["a2", "a5", "b1", "g"]
SIZES = [1_000, 10_000, 100_000]
IN_BROWSER = SIZES[:2]
SEED = 5

SCRIPT = """
import asyncio, json
from js import document, performance, window
from troubleshooter.browser.memory import let_garbage_gather
from troubleshooter.export import SLICE, Triage
from troubleshooter.message import Wordings
from troubleshooter.tree import read_tree

let_garbage_gather()

async def main():
    data = json.loads(await (await window.fetch("TREE")).text())
    # As the page reads a file that was dropped: a text of JavaScript would be copied into Python whole.
    file = await (await window.fetch("export")).blob()
    decoder = window.TextDecoder.new("utf-8")
    stream = window.JSON.parse('{"stream": true}')
    triage = Triage(read_tree(data), data["answers"], Wordings(data["wordings"]))
    waits = []
    def note(start):
        waits.append(performance.now() - start)
    triage.open("export")
    for place in range(0, file.size, SLICE):
        text = decoder.decode(await file.slice(place, place + SLICE).arrayBuffer(), stream)
        start = performance.now()
        triage.feed(text)
        note(start)
    start = performance.now()
    triage.close()
    note(start)
    start = performance.now()
    summary = triage.summary()
    note(start)
    waits.sort()
    found = [summary["rows"], sum(waits), waits[len(waits) * 99 // 100], waits[-1]]
    document.title = "read: " + json.dumps(found)

asyncio.create_task(main())
"""


def measure_exports(browser: Browser, base: str) -> None:
    """Print for each size seconds, memory, and how long 99 of 100 slices and the longest one take."""
    print(
        f"{'export':<12}{'rows':>8}{'MB':>7}{'CPython s':>11}{'memory MB':>11}"
        f"{'browser s':>11}{'slice ms':>10}{'longest':>10}"
    )
    data = json.loads(published(PROJECT / "site", "assets/tree.json").read_text(encoding="utf-8"))
    for name in MEASURED:
        for size in SIZES:
            text = make_export(name, size)
            seconds, rows = time_triage(data, text)
            memory = measure_memory(data, text)
            line = f"{name:<12}{rows:>8}{len(text) / 1e6:>7.1f}{seconds:>11.2f}{memory:>11.1f}"
            if size in IN_BROWSER:
                found = measure_in_browser(browser, base, text)
                assert found[0] == rows
                line += f"{found[1] / 1000:>11.2f}{found[2]:>10.0f}{found[3]:>10.0f}"
            print(line)


def make_export(name: str, size: int) -> str:
    """Return an export of about `size` rows; one person in five rows is new."""
    form = FORMS[name]
    events = invent(SEED, size, people=max(5, size // 5))
    if form.failures_only:
        events = [event for event in events if event.outcome == "failed"]
    return form.write(events)[0]


def run(data: dict[str, Any], text: str) -> Triage:
    triage = Triage(read_tree(data), data["answers"], Wordings(data["wordings"]))
    triage.open("export")
    for start in range(0, len(text), SLICE):
        triage.feed(text[start : start + SLICE])
    triage.close()
    return triage


def time_triage(data: dict[str, Any], text: str) -> tuple[float, int]:
    """Return the processor seconds for a triage with its summary, and its rows."""
    start = time.process_time()
    summary = run(data, text).summary()
    return time.process_time() - start, summary["rows"]


def measure_memory(data: dict[str, Any], text: str) -> float:
    """Return the most megabytes that a triage holds, without the text."""
    tracemalloc.start()
    run(data, text).summary()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def measure_in_browser(browser: Browser, base: str, text: str) -> list[float]:
    """Return rows, milliseconds in all, of the slice that 1 in 100 exceeds, and of the longest."""
    site = PROJECT / "site"
    tree = published(site, "assets/tree.json").relative_to(site).as_posix()
    html = micropython_page(site, base, SCRIPT.replace("TREE", f"{base}/{tree}"))
    page = browser.new_page()
    page.on("console", lambda line: print(line.text) if line.type == "error" else None)
    page.route(
        "**/measured/*",
        lambda route: route.fulfill(
            content_type="text/plain" if route.request.url.endswith("export") else "text/html",
            body=text if route.request.url.endswith("export") else html,
        ),
    )
    page.goto(base + "/measured/")
    page.wait_for_function("document.title.startsWith('read: ')", timeout=100_000)
    found = json.loads(page.title().removeprefix("read: "))
    page.close()
    return found
