"""The built tree, answers and wordings, as the browser gets them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import published


@pytest.fixture(scope="session")
def data(site: Path) -> dict[str, Any]:
    tree, wordings = (
        json.loads(published(site, f"assets/{name}.json").read_text(encoding="utf-8"))
        for name in ("tree", "wordings")
    )
    return {**tree, "wordings": wordings}
