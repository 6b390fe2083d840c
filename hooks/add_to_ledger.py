"""Adds the addresses that are published for the first time to the ledger; `make ledger` runs it."""

import sys
from datetime import date
from pathlib import Path

from hooks.addresses.ledger import add_entries, new_entries
from hooks.content import read_content


def main(docs: Path, day: date) -> int:
    """Add a line for each new address of the content in `docs`; return the exit status."""
    content, problems = read_content(docs)
    if content is None:
        print("\n".join(map(str, problems)), file=sys.stderr)
        return 1
    new = new_entries(content.ledger, content.promised())
    path = docs / "ledger.txt"
    path.write_text(add_entries(path.read_text(encoding="utf-8"), new, day), encoding="utf-8")
    print("\n".join([f"{len(new)} addresses added to {path.name}.", *new]))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path("docs"), date.today()))
