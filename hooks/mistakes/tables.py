"""Tables in a text that would not be one on its page, or would lose cells."""

import re

from hooks.mistakes.text import Text
from hooks.writing.dialect import CODE
from hooks.writing.problems import Problem, say

BAR = re.compile(r"(?<!\\)\|")


def check_tables(text: Text) -> list[Problem]:
    """Return a problem for each row in `text` that its page would not show as it was written."""
    problems: list[Problem] = []
    after_paragraph = -1
    for token in text.blocks:
        if not token.map:
            continue
        first, after = token.map
        if token.type == "paragraph_open":
            after_paragraph = after
            problems += _check_rows(text, first, after)
        elif token.type == "table_open":
            if first == after_paragraph:
                problems.append(text.at_line(first, say("blank-line-needed")))
            head = _cells(text.lines[first])
            problems += [
                text.at_line(line, say("table-cells", cells=_cells(text.lines[line]), head=head))
                for line in range(first + 2, after)
                if _cells(text.lines[line]) != head
            ]
    return problems


def _check_rows(text: Text, first: int, after: int) -> list[Problem]:
    """Return the problem that a paragraph of rows is no table."""
    rows = [line.strip() for line in text.lines[first:after]]
    start = next((number for number, row in enumerate(rows) if row.startswith("|")), None)
    if start is None or not all(row.startswith("|") for row in rows[start:]):
        return []
    cells = _cells(rows[start])
    separator = "|" + "---|" * cells
    return [text.at_line(first + start, say("table-without-separator", separator=separator))]


def _cells(row: str) -> int:
    """Return how many cells a row has; what stands in code parts none."""
    row = CODE.sub(lambda code: "x" * len(code[0]), row.strip())
    return len(BAR.findall(row.removeprefix("|"))) + (not row.endswith("|") or row.endswith("\\|"))
