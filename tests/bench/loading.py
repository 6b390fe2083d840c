"""What a reader downloads and waits for."""

import gzip
import statistics
import time

from playwright.sync_api import Browser, Page, Response

ROUNDS = 5
PAGES = [
    ("home", "/", False),
    ("answer", "/answers/email-in-use/", False),
    ("troubleshooter, not touched", "/troubleshooter/", False),
    ("troubleshooter, touched", "/troubleshooter/", True),
]


def measure_loading(browser: Browser, base: str) -> None:
    """Print kilobytes (1,000 bytes, each body as gzip packs it) and requests, then seconds to ready."""
    print(f"{'page':<30}{'requests':>10}{'KB, gzip':>10}")
    for name, path, touched in PAGES:
        requests, size = weigh(browser, base + path, touched)
        print(f"{name:<30}{requests:>10}{size / 1000:>10.1f}")
    waits = [seconds_to_ready(browser, base + "/troubleshooter/") for _ in range(ROUNDS)]
    print(
        f"\nfirst touch to first question, localhost, empty cache, median of {ROUNDS}: "
        f"{statistics.median(waits):.2f} s (from {min(waits):.2f} to {max(waits):.2f})"
    )


def weigh(browser: Browser, address: str, touched: bool) -> tuple[int, int]:
    """Return the number of requests and the gzip bytes of a page with an empty cache."""
    page = browser.new_page()
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(address, wait_until="networkidle")
    if touched:
        touch(page)
        page.wait_for_load_state("networkidle")
    size = sum(len(gzip.compress(response.body(), 9)) for response in responses)
    page.close()
    return len(responses), size


def seconds_to_ready(browser: Browser, address: str) -> float:
    """Return the seconds from the first touch to a question that can be answered, with an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    start = time.perf_counter()
    touch(page)
    seconds = time.perf_counter() - start
    context.close()
    return seconds


def touch(page: Page) -> None:
    page.keyboard.press("Shift")
    page.wait_for_selector("#troubleshooter fieldset:visible")
