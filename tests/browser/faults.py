"""Ways in which a file fails to arrive, for the tests that lose one."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route

# The text of a page where a script was asked for, as hosts answer that know no 404.
ANOTHER = "<!doctype html><title>Home</title><h1>Home</h1>"


def missing(route: Route) -> None:
    route.fulfill(status=404, body="lost")


def cut_off(route: Route) -> None:
    response = route.fetch()
    body = response.body()
    route.fulfill(response=response, body=body[: len(body) // 2])


def of_wrong_type(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body=ANOTHER)


def held(route: Route) -> None:
    """Let the file not arrive, as long as the page is open."""


WAYS: dict[str, Callable[[Route], None]] = {
    "missing": missing,
    "cut off": cut_off,
    "of a wrong type": of_wrong_type,
    "held": held,
}
# What a page with Python loads: the parts of their addresses that tell them apart.
RUNTIME = [
    "/core.js",
    "/core-",
    "/micropython.js",
    "/micropython.wasm",
    "/error-",
    "/python/troubleshooter",
    "/assets/tree",
]
SCRIPTS = ["/assets/start", "/assets/message-box"]
STYLES = ["/stylesheets/main", "/assets/site"]
THEME = ["/javascripts/bundle", "/workers/search", "/search_index", *STYLES]


def lose(page: Page, part: str, way: str) -> None:
    """Make the file whose address has `part` fail to arrive in one of WAYS."""
    page.route(re.compile(re.escape(part)), WAYS[way])
