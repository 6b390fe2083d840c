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

    unreadable: list[Problem] = []

    def text(path: Path) -> str:
        try:
            return path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            unreadable.append(Problem(named(path), line, "this is not UTF-8 text; save the file as UTF-8."))
            return ""

    answer_paths = [path for path in sorted(docs.glob("answers/*.md")) if path.stem != "index"]
    answer_files = [(path.stem, named(path), text(path)) for path in answer_paths]
    step_paths = sorted(docs.glob("steps/*/*.md"))
    step_files = [(path.parent.name, path.stem, named(path), text(path)) for path in step_paths]
    if unreadable:
        return None, unreadable
    answers, problems = read_answers(answer_files)
    steps, step_problems = read_steps(step_files)
    if problems or step_problems:
        return None, problems + step_problems
    problems = check_steps_exist(answers, steps)
    tree_path = docs / "troubleshooter" / "tree.yml"
    if not tree_path.exists():
        problems.append(
            Problem(named(tree_path), 1, "the file is missing; add it, with `start:` and `questions:`.")
        )
        return None, problems
    tree_text = text(tree_path)
    if unreadable:
        return None, problems + unreadable
    tree, tree_problems = read_tree_file(named(tree_path), tree_text, answers)
    problems += tree_problems
    if problems:
        return None, problems
    return Content({answer.id: answer for answer in answers}, steps, tree), []
