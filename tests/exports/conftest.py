"""The built tree and answers, as the browser gets them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import published


@pytest.fixture(scope="session")
def data(site: Path) -> dict[str, Any]:
    return json.loads(published(site, "assets/tree.json").read_text(encoding="utf-8"))
