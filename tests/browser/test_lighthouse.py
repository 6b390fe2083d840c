"""Lighthouse finds nothing to mend on any type of page; what it says of speed, `make bench` prints."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.lighthouse import PAGES, ask_lighthouse
from tests.nginx import needs_nginx, nginx

pytestmark = [pytest.mark.long, needs_nginx]


@pytest.fixture(scope="module")
def secure(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with nginx(site, tmp_path_factory.mktemp("nginx"), tls=True) as address:
        yield address


@pytest.mark.parametrize("name", PAGES)
def test_lighthouse_finds_nothing_to_mend(secure: str, name: str) -> None:
    faults = {
        category: found
        for category, found in ask_lighthouse(secure + PAGES[name]).faults.items()
        if found and category != "performance"
    }
    assert faults == {}
