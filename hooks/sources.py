"""The content under docs/: reads all of it, in stages, and holds what the build needs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hooks.answers import Answer, read_answers
from hooks.problems import Problem
from hooks.steps import Steps, check_steps_exist, read_steps
from hooks.tree_file import read_tree_file


@dataclass(frozen=True)
class Content:
    """The checked answers by id, the shared steps, and the data of the tree."""

    answers: dict[str, Answer]
    steps: Steps
    tree: dict[str, Any]


def read_content(docs: Path) -> tuple[Content | None, list[Problem]]:
    """Return the content of the folder `docs`, or all problems of the first stage that has any."""

    def named(path: Path) -> str:
        return path.relative_to(docs.parent).as_posix()

    def text(path: Path) -> str:
        return path.read_text(encoding="utf-8-sig")

    answer_paths = [path for path in sorted(docs.glob("answers/*.md")) if path.stem != "index"]
    answers, problems = read_answers([(path.stem, named(path), text(path)) for path in answer_paths])
    steps, step_problems = read_steps(
        [(path.parent.name, path.stem, named(path), text(path)) for path in sorted(docs.glob("steps/*/*.md"))]
    )
    if problems or step_problems:
        return None, problems + step_problems
    problems = check_steps_exist(answers, steps)
    tree_path = docs / "troubleshooter" / "tree.yml"
    if not tree_path.exists():
        problems.append(Problem(named(tree_path), 1, "the file is missing; it holds the questions."))
        return None, problems
    tree, tree_problems = read_tree_file(named(tree_path), text(tree_path), answers)
    problems += tree_problems
    if problems:
        return None, problems
    return Content({answer.id: answer for answer in answers}, steps, tree), []
