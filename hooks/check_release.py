"""Says whether version, change list and ledger agree, as a release needs it; `make release` runs it."""

import re
import sys
from pathlib import Path

from hooks.addresses.ledger import Ledger, new_entries
from hooks.content import read_content
from hooks.writing.values import is_past_day
from troubleshooter.command.version import read_version

HEADING = re.compile(r"^## (\S+), (\S+)$", re.MULTILINE)
CHANGES = "CHANGELOG.md"


def check_release(version: str, changes: str, ledger: Ledger, new: list[str]) -> list[str]:
    """Return what disagrees, a sentence each; `new` are the published addresses that the ledger lacks."""
    wrong = []
    if new:
        wrong.append(f"docs/ledger.txt lacks {', '.join(new)}; run `make ledger`.")
    heading = HEADING.search(changes)
    if not heading:
        return [*wrong, f"{CHANGES} has no heading such as `## {version}, 2026-11-28`; add one."]
    listed, day = heading.groups()
    if listed != version:
        wrong.append(f"{CHANGES} begins with version {listed}, pyproject.toml says {version}; make them one.")
    if no_day := is_past_day(day):
        return [*wrong, f"{CHANGES}, version {listed}: {no_day}"]
    later = [entry.address for entry in ledger.values() if entry.day > day]
    if later:
        wrong.append(f"{CHANGES}, version {listed}: {', '.join(later)} came after {day}; mend the day.")
    return wrong


def main(project: Path) -> int:
    """Check the project in a folder; return the exit status."""
    content, problems = read_content(project / "docs")
    wrong = [str(problem) for problem in problems]
    version = read_version(project)
    if content:
        new = new_entries(content.ledger, content.promised())
        changes = (project / CHANGES).read_text(encoding="utf-8")
        wrong += check_release(version, changes, content.ledger, new)
    print("\n".join(wrong) or f"Version {version}, {CHANGES} and docs/ledger.txt agree.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path()))
