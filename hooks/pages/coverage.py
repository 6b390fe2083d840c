"""What is answered and what is not: the ways through the tree, and the rules for what cannot occur."""

from dataclasses import dataclass

from hooks.pages.answer_lists import status_heading
from hooks.render import render
from hooks.writing.answers import Answer
from hooks.writing.origin import GROUND
from hooks.writing.rules import Rule
from troubleshooter.tree import Tree
from troubleshooter.vocabulary import CAUSE_FACTS, VALUES
from troubleshooter.walk import every_path


@dataclass(frozen=True)
class Cell:
    """One way through the tree: the facts chosen, the answer, and the kind of its ground."""

    facts: dict[str, str]
    answer: Answer
    kind: str


# An answer that lists no facts holds for everything, and so tells the least.
CHECKLIST = "the ordered checklist, for lack of an answer of its own"


def coverage_cells(tree: Tree, answers: dict[str, Answer]) -> list[Cell]:
    """Return a cell for each way through the tree, ordered by status."""
    cells = []
    for steps, answer_id in every_path(tree):
        answer = answers[answer_id]
        kind = GROUND[answer.ground] if any(answer.facts.values()) else CHECKLIST
        cells.append(Cell({step.question.asks: step.value for step in steps}, answer, kind))
    return sorted(cells, key=lambda cell: [_place(cell, fact) for fact in CAUSE_FACTS])


def coverage_markdown(tree: Tree, answers: dict[str, Answer], rules: list[Rule], root: str) -> str:
    """Return the tables of the coverage page."""
    cells = coverage_cells(tree, answers)
    kinds = [
        (kind, len(ids), len(set(ids)))
        for kind in [*GROUND.values(), CHECKLIST]
        if (ids := [cell.answer.id for cell in cells if cell.kind == kind])
    ]
    statuses = dict.fromkeys(cell.facts["status"] for cell in cells)
    groups = [
        (status_heading(status), [cell for cell in cells if cell.facts["status"] == status])
        for status in statuses
    ]
    return render(
        "coverage.md",
        root=root,
        kinds=kinds,
        total=len(cells),
        groups=groups,
        facts_text=_facts_text,
        rules=rules,
    )


def _place(cell: Cell, fact: str) -> int:
    return VALUES[fact].index(cell.facts[fact]) if fact in cell.facts else -1


def _facts_text(cell: Cell) -> str:
    """Say the facts beside the status, as in "scimType `uniqueness`, attribute not said"."""
    said = [
        f"{fact} {'not said' if value == 'unknown' else f'`{value}`'}"
        for fact, value in cell.facts.items()
        if fact != "status"
    ]
    return ", ".join(said) or "–"
