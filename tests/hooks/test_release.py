"""A release: its version, the change list and the ledger have to agree."""

import pytest

from hooks import check_release as release
from hooks.addresses.ledger import read_ledger
from tests.conftest import PROJECT

LEDGER, _ = read_ledger("docs/ledger.txt", "2026-01-30 faq/\n2026-01-31 answers/new/\n")
CHANGES = "# Changes\n\n## 1.2.0, 2026-01-31\n\n- New.\n\n## 1.1.0, 2026-01-01\n"


def test_release_that_agrees_has_nothing_wrong() -> None:
    assert release.check_release("1.2.0", CHANGES, LEDGER, []) == []


@pytest.mark.parametrize(
    ("version", "changes", "new", "said"),
    [
        ("1.3.0", CHANGES, [], "begins with version 1.2.0, pyproject.toml says 1.3.0"),
        ("1.2.0", "# Changes\n", [], "no heading such as `## 1.2.0, "),
        ("1.2.0", CHANGES.replace("-31", "-30"), [], "answers/new/ came after 2026-01-30"),
        ("1.2.0", CHANGES.replace("01-31", "1-31"), [], "`2026-1-31` is not a day"),
        ("1.2.0", CHANGES, ["answers/newer/"], "lacks answers/newer/; run `make ledger`"),
    ],
)
def test_each_disagreement_is_one_sentence(version: str, changes: str, new: list[str], said: str) -> None:
    [sentence] = release.check_release(version, changes, LEDGER, new)
    assert said in sentence


def test_release_of_this_project_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    """Whether it agrees is asked at a release only: a change may wait for its version."""
    status = release.main(PROJECT)
    assert capsys.readouterr().out.startswith("Version ") == (status == 0)
