"""What all tests share: the project's folder and the built site."""

from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site; `make test` builds it first."""
    folder = PROJECT / "site"
    if not (folder / "answers.json").exists():
        pytest.fail("The site is not built; run `make build` first.")
    return folder
