"""How much of the field the content covers, how long its walks are, and what the search finds."""

import statistics
from collections import Counter

from playwright.sync_api import Browser

from hooks.content import Content
from hooks.formats.json_files import answers_json
from hooks.pages.coverage import coverage_cells
from tests.browser.search import run_queries
from troubleshooter.walk import every_path


def count_content(content: Content) -> None:
    """Print how many pages of each kind there are, the ways by what they rest on, and their lengths."""
    tree = content.questions()
    folders = Counter(path.partition("/")[0] for path in content.pages)
    kinds = {
        "answers": len(content.answers),
        "guides": folders["guides"] - 1,
        "reference pages": folders["reference"],
        "shared steps": len(content.steps),
        "questions": len(tree.questions),
        "rules": len(content.rules),
        "short links": len(content.links),
    }
    print(", ".join(f"{count} {kind}" for kind, count in kinds.items()))
    print(f"answers.json: {len(answers_json(content).encode()):,} bytes")
    for kind, count in Counter(cell.kind for cell in coverage_cells(tree, content.answers)).most_common():
        print(f"{count:>6} ways rest on {kind}")
    lengths = [len(steps) for steps, _ in every_path(tree)]
    print(f"questions to an answer: longest {max(lengths)}, median {statistics.median(lengths):.0f}")


def rate_search(browser: Browser, base: str) -> None:
    """Print for how many queries of the list the expected page comes first, and among the first three."""
    ranks = [found.rank for found in run_queries(browser.new_page(), base)]
    first, among_three = ranks.count(1), sum(1 <= rank <= 3 for rank in ranks)
    total = len(ranks)
    print(
        f"{total} queries: {first / total:.0%} find their page first, {among_three / total:.0%} among three"
    )
