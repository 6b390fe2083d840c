"""Real browsers on the built site: at a root and under a sub-path, watched for every fault."""

import contextlib
import functools
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.browser.launch import kept_path, start_chromium, start_firefox

# A busy machine may take long; nothing waits longer than it must.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a line for each request, over connections that stay open.

    What is not there is answered with the page for unknown addresses, as static hosts do.
    """

    protocol_version = "HTTP/1.1"

    def handle(self) -> None:
        # A browser that leaves a page drops what it had asked for.
        with contextlib.suppress(ConnectionError):
            super().handle()

    def log_message(self, *_: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        pages = [page for place in ("404.html", "*/404.html") for page in Path(self.directory).glob(place)]
        if code != 404 or not pages:
            super().send_error(code, message, explain)
            return
        content = pages[0].read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Return a function that serves a folder and returns its address."""
    servers = []

    def start(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def base(serve: Callable[[Path], str], site: Path) -> str:
    """The address of the site at the root of a host."""
    return serve(site)


@pytest.fixture(scope="session")
def sub_path(serve: Callable[[Path], str], site: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the site under a sub-path."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "help").symlink_to(site)
    return serve(folder) + "/help"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, where `make test` found or put it."""
    if not kept_path("chromium"):
        pytest.fail("No Chromium is set up; run `make test`, which gets one.")
    with start_chromium(playwright, kept_path("chromium")) as chromium:
        yield chromium


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """Firefox, where `make test-all` found or put it."""
    if not kept_path("firefox"):
        pytest.fail("No Firefox is set up; run `make test-all`, which gets one.")
    with start_firefox(playwright, kept_path("firefox")) as firefox:
        yield firefox


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that opens a page in Chromium, and in the long run in Firefox too."""
    if "browser" in metafunc.fixturenames:
        names = ["chromium", pytest.param("firefox", marks=pytest.mark.long)]
        only = metafunc.definition.get_closest_marker("chromium_only")
        metafunc.parametrize("browser", names[:1] if only else names, indirect=True)


@pytest.fixture
def browser(request: pytest.FixtureRequest) -> Browser:
    """The browser whose turn it is."""
    return request.getfixturevalue(request.param)


class Watch:
    """What went wrong in the pages of a context: errors, and requests off the site."""

    def __init__(self, context: BrowserContext):
        self.faults: list[str] = []
        self.requests: list[str] = []
        context.on("console", lambda line: self.note(line.type == "error", f"console: {line.text}"))
        context.on("weberror", lambda error: self.note(True, f"page: {error.error}"))
        context.on("request", lambda request: self.see(request.url))

    def see(self, address: str) -> None:
        self.requests.append(address)
        outside = urlsplit(address).scheme in ("http", "https") and urlsplit(address).hostname != "127.0.0.1"
        self.note(outside, f"off the site: {address}")

    def note(self, is_fault: bool, what: str) -> None:
        if is_fault:
            self.faults.append(what)


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page, with a context's options; faults fail the test at its end."""
    contexts: list[tuple[BrowserContext, Watch]] = []

    def open_page(expect_faults: bool = False, **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        watch = Watch(context)
        if not expect_faults:
            contexts.append((context, watch))
        page = context.new_page()
        page.watch = watch  # type: ignore[attr-defined]
        return page

    yield open_page
    faults = [fault for _, watch in contexts for fault in watch.faults]
    for context in browser.contexts:
        context.close()
    assert faults == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page in which nothing may go wrong."""
    return new_page()
