"""Asks the addresses of other sites what they hold now: one at a time at each site, and never for long."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from email.message import Message
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from http.client import HTTPException
from http.cookiejar import CookieJar
from itertools import groupby
from time import monotonic, sleep
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

# Seconds for one address, and between two of the same site.
TIME_LIMIT = 20.0
PAUSE = 0.5
SITES_AT_ONCE = 8
CHUNK = 1 << 16
MOST_BYTES = 8 << 20
HEADERS = {"User-Agent": "arrivals-sources/1 (checks links once a week)", "Accept": "text/html,*/*;q=0.5"}
TOO_MANY_REQUESTS = 429
# The names under which pages state the day of their last change.
CHANGED = ("article:modified_time", "updated_at", "last-modified", "datemodified")


@dataclass(frozen=True)
class Reply:
    """What an address answers.

    `status` is 0 where nothing came, and `reason` then says why. `moved_to` is where it has gone for good.
    `changed` is the day of its last change, where it says one; `places` are what a fragment can name, None
    where that is no page of HTML. `reached` is false where not even a connection was made.
    """

    status: int
    reason: str = ""
    moved_to: str = ""
    changed: str = ""
    places: frozenset[str] | None = None
    reached: bool = True


def ask_all(urls: Iterable[str], seconds: float = TIME_LIMIT, pause: float = PAUSE) -> dict[str, Reply]:
    """Return what each address answers; those of a site are asked one after the other."""
    by_site = groupby(sorted(urls, key=lambda url: (_site(url), url)), key=_site)
    with ThreadPoolExecutor(SITES_AT_ONCE) as pool:
        asked = pool.map(lambda site: _ask_site(site, seconds, pause), [list(site) for _, site in by_site])
    return {url: reply for replies in asked for url, reply in replies.items()}


def _site(url: str) -> str:
    return urlsplit(url).netloc


def _ask_site(urls: list[str], seconds: float, pause: float) -> dict[str, Reply]:
    replies: dict[str, Reply] = {}
    refusal = None
    for url in urls:
        if replies and not refusal:
            sleep(pause)
        reply = replies[url] = refusal or _ask(url, seconds)
        # Whoever cannot be reached, or asks to be left in peace, is not asked again.
        if not reply.reached or reply.status == TOO_MANY_REQUESTS:
            refusal = reply
    return replies


def _ask(url: str, seconds: float) -> Reply:
    redirects = _Redirects()
    # Some sites send whoever keeps no cookie around in a circle.
    opener = build_opener(redirects, HTTPCookieProcessor(CookieJar()))
    end = monotonic() + seconds
    try:
        with opener.open(Request(url, headers=HEADERS), timeout=seconds) as response:
            page = _Page()
            if response.headers.get_content_type() == "text/html":
                charset = response.headers.get_content_charset("utf-8")
                page.feed(_read(response, end).decode(charset, "replace"))
                page.is_html = True
            return Reply(
                response.status,
                moved_to=redirects.moved_to,
                changed=page.changed or _last_modified(response.headers),
                places=frozenset(page.places) if page.is_html else None,
            )
    except HTTPError as error:
        error.close()
        return Reply(error.code, " ".join(error.reason.split()), redirects.moved_to)
    except TimeoutError:
        return Reply(0, f"no answer within {seconds:g} seconds")
    except URLError as error:
        return Reply(0, str(error.reason), reached=False)
    except (OSError, HTTPException, LookupError, ValueError) as error:
        return Reply(0, str(error) or type(error).__name__)


def _read(response: IO[bytes], end: float) -> bytes:
    """Return what a page holds; one that drips must not hold up all others."""
    read = b""
    while len(read) < MOST_BYTES and (chunk := response.read(CHUNK)):
        read += chunk
        if monotonic() > end:
            raise TimeoutError
    return read


def _last_modified(headers: Message) -> str:
    try:
        return parsedate_to_datetime(headers["Last-Modified"]).date().isoformat()
    except (TypeError, ValueError):
        return ""


class _Redirects(HTTPRedirectHandler):
    """Follows redirects, and remembers where an address has gone for good: up to the first for a time."""

    def __init__(self) -> None:
        self.moved_to = ""
        self._for_good = True

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        self._for_good = self._for_good and code in (301, 308)
        if self._for_good:
            self.moved_to = newurl
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


class _Page(HTMLParser):
    """Finds what a fragment can name, and the day of the last change."""

    def __init__(self) -> None:
        super().__init__()
        self.is_html = False
        self.places: set[str] = set()
        self.changed = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.places.update(values[name] for name in ("id", "name") if name in values)
        name = values.get("property") or values.get("name") or values.get("itemprop") or ""
        if tag == "meta" and name.lower() in CHANGED:
            self.changed = self.changed or _day(values.get("content", ""))


def _day(text: str) -> str:
    """Return the day with which a text begins, as YYYY-MM-DD, or nothing."""
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""
