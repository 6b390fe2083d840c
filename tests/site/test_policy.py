"""Every page carries a policy that allows no inline script but its own, and no eval."""

import hashlib
import re

import pytest

from hooks.publish.pins import read_pins
from tests.conftest import PROJECT

SITE = PROJECT / "site"
FILES = sorted(path.relative_to(SITE).as_posix() for path in SITE.glob("**/*.html"))
PAGES = [file for file in FILES if not file.startswith("e/")]
STANDING = re.compile(r'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]+)">')
# Headers of hosts end here: Cloudflare Pages reads no line that is longer.
LONGEST_LINE = 2_000
pytestmark = pytest.mark.usefixtures("site")


def directives(policy: str) -> dict[str, set[str]]:
    """Return the sources of each directive by its name."""
    return {name: set(sources) for name, *sources in (part.split() for part in policy.split(";"))}


def policy_of(file: str) -> dict[str, set[str]]:
    html = (SITE / file).read_text(encoding="utf-8")
    found = STANDING.search(html)
    assert found, file
    # Browsers look for the encoding in the first kilobyte only.
    assert found.start() < 1024
    assert "<script" not in html[: found.start()]
    return directives(found[1])


def header_policy() -> dict[str, set[str]]:
    line = re.search(r"Content-Security-Policy: (.+)", (SITE / "_headers").read_text(encoding="utf-8"))
    assert line
    return directives(line[1])


def starts_python(page: str) -> bool:
    return "data-core=" in (SITE / page).read_text(encoding="utf-8")


def assert_strict(policy: dict[str, set[str]]) -> None:
    assert policy["default-src"] == policy["connect-src"] == policy["style-src"] == {"'self'"}
    for name in ("form-action", "object-src", "base-uri"):
        assert policy[name] == {"'none'"}
    scripts = policy["script-src"] - {"'self'", "'wasm-unsafe-eval'"}
    assert [source for source in scripts if not re.fullmatch(r"'sha256-[\w+/]{43}='", source)] == []


@pytest.mark.parametrize("page", PAGES)
def test_page_carries_a_strict_policy(page: str) -> None:
    policy = policy_of(page)
    assert_strict(policy)
    assert ("'wasm-unsafe-eval'" in policy["script-src"]) == starts_python(page)


def test_every_short_link_carries_a_policy_that_allows_nothing() -> None:
    for file in FILES:
        if file.startswith("e/"):
            assert policy_of(file)["default-src"] == {"'none'"}
            assert "script-src" not in policy_of(file)


@pytest.mark.parametrize("page", PAGES)
def test_page_tells_no_site_where_its_readers_come_from(page: str) -> None:
    html = (SITE / page).read_text(encoding="utf-8")
    assert '<meta name="referrer" content="no-referrer">' in html[: html.index("<link")]


def test_headers_allow_what_the_pages_allow_and_no_framing() -> None:
    header = header_policy()
    assert_strict(header)
    assert header["frame-ancestors"] == {"'none'"}
    assert header["script-src"] == set().union(*(policy_of(page)["script-src"] for page in PAGES))


def test_no_line_of_the_headers_is_too_long_for_a_host() -> None:
    lines = (SITE / "_headers").read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= LONGEST_LINE


def test_every_script_is_ours_or_pinned() -> None:
    pinned = set(read_pins().values())
    ours = {path.name for path in (PROJECT / "docs" / "assets").glob("*.js")}
    for script in [*SITE.glob("**/*.js"), *SITE.glob("**/*.wasm")]:
        name = re.sub(r"\.[0-9a-f]{8}\.js$", ".js", script.name)
        assert name in ours or hashlib.sha256(script.read_bytes()).hexdigest() in pinned, script
