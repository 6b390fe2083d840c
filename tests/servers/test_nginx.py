"""The built site behind a real nginx with the configuration that ships: at a root, and in a folder."""

import concurrent.futures
import http.client
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from hooks.publish.headers import HEADERS
from tests.conftest import published
from tests.nginx import needs_nginx, nginx

pytestmark = needs_nginx

YEAR = "public, max-age=31536000, immutable"
TYPES = {
    "": "text/html; charset=utf-8",
    "answers/email-in-use/index.md": "text/markdown; charset=utf-8",
    "answers.json": "application/json; charset=utf-8",
    "feed.xml": "text/xml; charset=utf-8",
    "llms.txt": "text/plain; charset=utf-8",
}
ASSETS = {
    "assets/start.js": "application/javascript; charset=utf-8",
    "assets/site.css": "text/css; charset=utf-8",
    "assets/mark.svg": "image/svg+xml",
    "assets/tree.json": "application/json; charset=utf-8",
    "assets/runtime/micropython.js": "application/javascript; charset=utf-8",
    "assets/runtime/micropython.wasm": "application/wasm",
    "assets/python/troubleshooter_page.txt": "text/plain; charset=utf-8",
}
REQUESTS = 10_000


@pytest.fixture(scope="module", params=["", "/help"])
def root(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    with nginx(site, tmp_path_factory.mktemp("nginx"), at=request.param) as address:
        yield address


class Response(NamedTuple):
    """What a server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


def get(address: str, **headers: str) -> Response:
    """Return the response to a request, with nothing followed."""
    parts = urlsplit(address)
    with closing(http.client.HTTPConnection(parts.netloc)) as connection:
        connection.request("GET", parts.path, headers=headers)
        response = connection.getresponse()
        return Response(response.status, response.headers, response.read())


@pytest.mark.parametrize(("path", "type_"), TYPES.items())
def test_page_is_revalidated_and_packed(root: str, path: str, type_: str) -> None:
    response = get(f"{root}/{path}", **{"Accept-Encoding": "gzip"})
    assert response.status == 200
    assert response.headers["Content-Type"] == type_
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["Content-Encoding"] == "gzip"
    again = get(f"{root}/{path}", **{"If-None-Match": response.headers["ETag"]})
    assert again.status == 304


@pytest.mark.parametrize(("address", "type_"), ASSETS.items())
def test_file_named_by_its_content_is_kept_for_a_year_and_packed(
    root: str, site: Path, address: str, type_: str
) -> None:
    path = published(site, address).relative_to(site)
    response = get(f"{root}/{path}", **{"Accept-Encoding": "gzip"})
    assert response.status == 200
    assert response.headers["Content-Type"] == type_
    assert response.headers["Cache-Control"] == YEAR
    assert response.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("path", ["answers/no-such-answer/", "no/such/file.txt", "assets/gone.js"])
def test_unknown_address_is_answered_with_the_page_that_helps(root: str, path: str) -> None:
    response = get(f"{root}/{path}")
    assert response.status == 404
    assert response.headers["Cache-Control"] == "no-cache"
    assert "This page is not here" in response.body.decode()


@pytest.mark.parametrize(
    ("path", "rule"),
    {
        "": "script-src 'self' 'wasm-unsafe-eval' 'sha256-",
        "troubleshooter/": "script-src 'self' 'wasm-unsafe-eval' 'sha256-",
        "triage/": "script-src 'self' 'wasm-unsafe-eval' 'sha256-",
        "answers/email-in-use/": "script-src 'self' 'sha256-",
        "no-such-page/": "script-src 'self' 'sha256-",
        "e/409/": "default-src 'none'",
        "e/no-such-link/": "script-src 'self' 'sha256-",
        "answers.json": "default-src 'self'",
        "answers/email-in-use": "default-src 'self'",
        "assets/start.js": "default-src 'self'",
        "assets/runtime/micropython.wasm": "default-src 'self'",
    }.items(),
)
def test_every_response_has_the_headers_once(root: str, site: Path, path: str, rule: str) -> None:
    if path.startswith("assets/"):
        path = published(site, path).relative_to(site).as_posix()
    headers = get(f"{root}/{path}").headers
    [policy] = headers.get_all("Content-Security-Policy")
    assert rule in policy
    assert policy.endswith("; frame-ancestors 'none'")
    assert {name: headers.get_all(name) for name in HEADERS} == {
        name: [value] for name, value in HEADERS.items()
    }


def test_files_of_another_site_on_the_host_are_not_taken_for_those_that_never_change(
    site: Path, tmp_path: Path
) -> None:
    with nginx(site, tmp_path, at="/help") as address:
        other = tmp_path / "root" / "assets" / "theirs.js"
        other.parent.mkdir()
        other.touch()
        response = get(address.removesuffix("/help") + "/assets/theirs.js")
    assert response.status == 200
    assert response.headers["Cache-Control"] == "no-cache"


def test_address_without_its_last_slash_leads_on_within_the_site(root: str) -> None:
    response = get(f"{root}/answers/email-in-use")
    assert response.status == 301
    assert response.headers["Location"] == f"{urlsplit(root).path}/answers/email-in-use/"


@pytest.mark.long
def test_ten_thousand_requests_are_served_and_none_fails(root: str, site: Path) -> None:
    pages = sorted(path.relative_to(site).as_posix() for path in site.glob("**/*") if path.is_file())
    host = urlsplit(root)

    def ask(mine: list[str]) -> list[tuple[str, int]]:
        failed = []
        with closing(http.client.HTTPConnection(host.netloc)) as connection:
            for page in mine:
                connection.request("GET", f"{host.path}/{page}")
                response = connection.getresponse()
                if response.status != 200 or len(response.read()) != (site / page).stat().st_size:
                    failed.append((page, response.status))
        return failed

    asked = [pages[number % len(pages)] for number in range(REQUESTS)]
    with concurrent.futures.ThreadPoolExecutor(32) as workers:
        found = list(workers.map(ask, [asked[start::32] for start in range(32)]))
    assert [failure for failures in found for failure in failures] == []
