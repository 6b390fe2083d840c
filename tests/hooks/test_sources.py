"""`make sources` asks what the pages name, here a server of our own: what has gone, moved or changed."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Event, Thread

import pytest

from hooks.content import read_content
from hooks.sources.addresses import Use, addresses_of
from hooks.sources.asking import TOO_MANY_REQUESTS, Reply, ask_all
from hooks.sources.report import CHANGED, GONE, MOVED, NO_ANSWER, NO_PLACE, report
from tests.hooks.golden import write_valid_content

HTML = {"Content-Type": "text/html; charset=utf-8"}
PAGE = '<h2 id="scope">Scope</h2><a name="old"></a><h2 id="größe">Size</h2>'
PAGES = {
    "/page": (200, HTML, PAGE),
    "/moved": (301, {"Location": "/page"}, ""),
    "/elsewhere": (308, {"Location": "/page#old"}, ""),
    "/for-a-time": (302, {"Location": "/page"}, ""),
    "/signed-in": (302, {"Location": "/moved"}, ""),
    "/gone": (404, {}, ""),
    "/withdrawn": (410, {}, ""),
    "/refused": (403, {}, ""),
    "/busy": (TOO_MANY_REQUESTS, {}, ""),
    "/circle": (302, {"Location": "/circle"}, ""),
    "/sent": (200, HTML | {"Last-Modified": "Tue, 24 Nov 2026 08:00:00 GMT"}, PAGE),
    "/dated": (200, HTML, f'<meta name="updated_at" content="2026-11-24 08:00 PM">{PAGE}'),
    "/file.txt": (200, {"Content-Type": "text/plain"}, "words"),
}


class Site(ThreadingHTTPServer):
    """A server that knows PAGES, keeps silent at /silent, and notes whether two requests meet at /meet."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.end, self.two = Event(), Barrier(2)
        self.asked: list[str] = []
        self.met = False


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        site = self.server
        site.asked.append(self.path)
        if self.path == "/silent":
            site.end.wait()
        if self.path.startswith("/meet"):
            try:
                site.two.wait(timeout=0.1)
                site.met = True
            except BrokenBarrierError:
                site.two.reset()
        status, headers, text = PAGES.get(self.path, (404, {}, ""))
        body = text.encode()
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with Site() as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.end.set()
        server.shutdown()
        thread.join()


def groups_of(site: Site, path: str, reviewed: str = "2026-11-01") -> dict[str, str]:
    """Return the groups of the report about one address, each with what it says."""
    page = path.partition("#")[0]
    replies = ask_all([site.address + page], pause=0)
    text = report({site.address + path: [Use("docs/a.md", reviewed)]}, replies)
    found = {}
    for part in text.split("\n## ")[1:]:
        heading, line, file = [line for line in part.splitlines() if line.strip()]
        assert file.strip() == "- docs/a.md"
        found[heading.rpartition(":")[0]] = line.removeprefix(f"- {site.address}{path}: ")
    return found


@pytest.mark.parametrize(
    "path",
    [
        *["/page", "/page#scope", "/page#old", "/page#gr%C3%B6%C3%9Fe", "/page#:~:text=Size"],
        *["/file.txt#L3", "/for-a-time", "/signed-in"],
    ],
)
def test_what_is_as_it_was_is_only_counted(site: Site, path: str) -> None:
    assert groups_of(site, path) == {}


@pytest.mark.parametrize(("path", "says"), [("/gone", "404 Not Found"), ("/withdrawn", "410 Gone")])
def test_what_has_gone_is_said(site: Site, path: str, says: str) -> None:
    assert groups_of(site, path) == {GONE: says}


def test_heading_that_is_missing_is_said(site: Site) -> None:
    assert groups_of(site, "/page#limits") == {NO_PLACE: "no `limits`"}


@pytest.mark.parametrize(
    ("path", "new"),
    [("/moved", "/page"), ("/moved#scope", "/page#scope"), ("/elsewhere#scope", "/page#old")],
)
def test_new_address_of_what_has_moved_for_good_is_said(site: Site, path: str, new: str) -> None:
    assert groups_of(site, path) == {MOVED: f"now {site.address}{new}"}


def test_page_that_has_moved_without_its_heading_is_said_twice(site: Site) -> None:
    assert set(groups_of(site, "/moved#limits")) == {NO_PLACE, MOVED}


@pytest.mark.parametrize("path", ["/sent", "/dated"])
@pytest.mark.parametrize(
    ("reviewed", "groups"),
    [("2026-11-23", {CHANGED: "on 2026-11-24"}), ("2026-11-24", {}), ("", {})],
)
def test_change_since_the_check_is_said(site: Site, path: str, reviewed: str, groups: dict[str, str]) -> None:
    assert groups_of(site, path, reviewed) == groups


@pytest.mark.parametrize(("path", "says"), [("/refused", "403 Forbidden"), ("/circle", "302 ")])
def test_what_answers_something_else_is_left_to_people(site: Site, path: str, says: str) -> None:
    groups = groups_of(site, path)
    assert list(groups) == [NO_ANSWER]
    assert groups[NO_ANSWER].startswith(says)


def test_what_keeps_silent_is_left_after_a_while_and_the_next_is_asked(site: Site) -> None:
    silent, page = f"{site.address}/silent", f"{site.address}/zebra"
    replies = ask_all([silent, page], seconds=0.2, pause=0)
    assert replies[silent] == Reply(0, "no answer within 0.2 seconds")
    assert replies[page].status == 404


def test_site_is_asked_one_thing_at_a_time(site: Site) -> None:
    ask_all([f"{site.address}/meet/{number}" for number in range(3)], pause=0)
    assert not site.met


def test_site_that_asks_for_peace_is_left_in_peace(site: Site) -> None:
    busy, later = f"{site.address}/busy", f"{site.address}/calm"
    assert ask_all([later, busy], pause=0)[later].status == TOO_MANY_REQUESTS
    assert "/calm" not in site.asked


def test_report_without_a_network_is_one_sentence() -> None:
    with Site() as closed:
        address = closed.address
    text = report({address: [Use("docs/a.md", "")]}, ask_all([address], pause=0))
    assert text.startswith("No other site could be reached from here (")
    assert text.count("\n") == 0


def test_report_counts_what_is_as_it_was() -> None:
    uses = {f"https://example.com/{name}": [Use("docs/a.md", "")] for name in "abc"}
    sound = Reply(200, places=frozenset())
    replies = dict.fromkeys(uses, sound) | {"https://example.com/b": Reply(0, "No route", reached=False)}
    said = report(uses, replies)
    assert said.startswith("3 addresses on 3 pages of other sites were asked; 2 are as they were.\n")
    assert f"## {NO_ANSWER}: 1\n\n- https://example.com/b: No route\n" in said


def test_addresses_are_those_of_sources_and_links(tmp_path: Path) -> None:
    docs = write_valid_content(tmp_path)
    answer = docs / "answers/email-taken.md"
    text = answer.read_text(encoding="utf-8")
    answer.write_text(f"{text}\nAsk [them](https://example.com/linked#part), [there](409.md).\n", "utf-8")
    content, problems = read_content(docs)
    assert content, problems
    found = addresses_of(content)
    assert {use.file for use in found["https://example.com/scim"]} >= {"docs/steps/other/retry.md"}
    assert [use.file for use in found["https://example.com/linked#part"]] == ["docs/answers/email-taken.md"]
    assert [url for url in found if not url.startswith("https://")] == []
