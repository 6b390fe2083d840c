"""What all tests share: the project's folder and the built site."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from shutil import copy, copytree, ignore_patterns
from typing import Any

import pytest

from hooks.content import read_content
from hooks.writing.origin import not_checked_since
from troubleshooter.message.phrases import NEXT, OR

PROJECT = Path(__file__).parent.parent


@cache
def wordings_data() -> dict[str, Any]:
    """Return the real wordings as the reader of messages takes them."""
    content, problems = read_content(PROJECT / "docs")
    assert content, problems
    return content.wordings.for_reader()


def wording_sentences() -> Iterator[str]:
    """Yield each phrase of the real wordings in one of its forms, its signs as they are."""
    for phrases in wordings_data()["phrases"]:
        for phrase in phrases:
            yield " ".join(element.split(OR)[-1] for element in phrase.split(NEXT))


def copy_project(folder: Path, docs: Iterable[str] = ("docs",)) -> Path:
    """Copy this project, with the parts `docs` of its content, into a folder, and return that."""
    for part in ("hooks", "troubleshooter", "requirements", *docs):
        copytree(PROJECT / part, folder / part, ignore=ignore_patterns("__pycache__"))
    for file in ("mkdocs.yml", "pyproject.toml", "LICENSE", "NOTICE"):
        copy(PROJECT / file, folder / file)
    (folder / "node_modules").symlink_to(PROJECT / "node_modules")
    return folder


@pytest.fixture
def project_copy(tmp_path: Path) -> Path:
    """A copy of this project, in which a test can change what it likes."""
    return copy_project(tmp_path)


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site; `make test` builds it first."""
    folder = PROJECT / "site"
    if not (folder / "answers.json").exists():
        pytest.fail("The site is not built; run `make build` first.")
    return folder


def published(site: Path, address: str) -> Path:
    """Return the file of the site that is `address`, its content in its name or its folder’s."""
    path = site / address
    part = "[0-9a-f]" * 8
    for pattern in (f"{path.stem}.{part}{path.suffix}", f"{part}/{path.name}"):
        if found := list(path.parent.glob(pattern)):
            [only] = found
            return only
    raise FileNotFoundError(address)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List, for writers, what was last checked over a year ago; no test fails for a date."""
    content, _ = read_content(PROJECT / "docs")
    if content:
        entries = [*content.answers.values(), *content.pages.values(), *content.steps.values()]
        old = not_checked_since(date.today() - timedelta(days=365), entries)
        for file in old:
            terminalreporter.write_line(
                f"{file}: last checked over a year ago; check its steps and sources again."
            )
