"""Prints every measurement, side by side in one run; `make bench` runs it."""

import functools
import os
import sys
import tempfile
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

from hooks.content import read_content
from hooks.publish.zip_site import pack_files
from tests.bench.build import compare_builds
from tests.bench.exports import measure_exports
from tests.bench.field import count_content, rate_search
from tests.bench.lighthouse import print_lighthouse
from tests.bench.loading import measure_loading
from tests.bench.messages import score_messages, time_reading
from tests.bench.starting import time_starting
from tests.bench.triage_page import time_triage
from tests.browser.conftest import Quiet
from tests.browser.launch import kept_path, start_chromium
from tests.conftest import PROJECT
from tests.get_nginx import INSTALL
from tests.nginx import NGINX, has_brotli, nginx


def main() -> None:
    """Serve the built site, measure it, and print the tables."""
    if not NGINX or not has_brotli():
        sys.exit(f"The bench needs nginx with its Brotli modules: {INSTALL}.")
    content, _ = read_content(PROJECT / "docs")
    assert content
    count_content(content)
    if corpus := os.environ.get("CORPUS"):
        print()
        score_messages(Path(corpus))
    site = PROJECT / "site"
    pack_files(site)
    folder = functools.partial(Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    with (
        tempfile.TemporaryDirectory() as work,
        nginx(site, Path(work), tls=True) as secure,
        sync_playwright() as playwright,
    ):
        browser = start_chromium(playwright, kept_path("chromium"))
        rate_search(browser, base)
        print()
        measure_loading(browser, secure, site)
        print()
        print_lighthouse(secure)
        print()
        time_starting(browser, site)
        print()
        time_reading(browser, base)
        print()
        measure_exports(browser, base)
        print()
        time_triage(browser, base)
        browser.close()
    server.shutdown()
    print()
    compare_builds()


if __name__ == "__main__":
    main()
