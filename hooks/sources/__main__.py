"""Asks every address that the content names, and prints what has gone, moved or changed."""

import sys
from pathlib import Path
from urllib.parse import urldefrag

from hooks.content import read_content
from hooks.sources.addresses import addresses_of
from hooks.sources.asking import ask_all
from hooks.sources.report import report


def main(docs: Path) -> int:
    """Print the report; return the exit status, which tells only whether the content could be read."""
    content, problems = read_content(docs)
    if content is None:
        print("\n".join(map(str, problems)), file=sys.stderr)
        return 1
    uses = addresses_of(content)
    print(report(uses, ask_all({urldefrag(url).url for url in uses})))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path("docs")))
