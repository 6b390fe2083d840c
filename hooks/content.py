"""The content under docs/: reads all of it, in stages, and holds what the build needs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hooks.answers import Answer, read_answers
from hooks.markers import check_markers
from hooks.pages import Page, check_page_steps, read_pages
from hooks.problems import Problem
from hooks.rules import Rule, check_rules, read_rules
from hooks.steps import Steps, check_step_markers, read_steps
from hooks.tree_file import read_tree_file
from troubleshooter.tree import read_tree


@dataclass(frozen=True)
class Content:
    """The checked answers by id, the other pages by path, the shared steps, the tree's data, the rules."""

    answers: dict[str, Answer]
    pages: dict[str, Page]
    steps: Steps
    tree: dict[str, Any]
    rules: list[Rule]


def read_content(docs: Path) -> tuple[Content | None, list[Problem]]:
    """Return the content of the folder `docs`, or all problems of the first stage that has any."""
    files = _Files(docs)
    steps_files = [(path.parent.name, path.stem, *files.read(path)) for path in files.steps]
    answer_files = [(path.stem, *files.read(path)) for path in files.answers]
    page_files = [(path.relative_to(docs).as_posix(), *files.read(path)) for path in files.pages]
    tree_file, tree_text = files.read_data("tree.yml", "`start:` and `questions:`")
    rules_file, rules_text = files.read_data("rules.yml", "a list, each `- facts: …`")
    if files.problems:
        return None, files.problems

    answers, problems = read_answers(answer_files)
    pages, page_problems = read_pages(page_files)
    steps, step_problems = read_steps(steps_files)
    problems += page_problems + step_problems
    if problems:
        return None, problems

    for answer in answers:
        for section in answer.sections:
            problems += check_step_markers(answer.file, section.text, section.line + 1, steps)
    problems += check_page_steps(pages, steps)
    examples = [answer.id for answer in answers if answer.example]
    for page in pages:
        problems += check_markers(page.file, page.body, page.body_line, examples)
    tree, tree_problems = read_tree_file(tree_file, tree_text, answers)
    rules, rule_problems = read_rules(rules_file, rules_text)
    problems += tree_problems + rule_problems
    if not problems:
        problems = check_rules(rules_file, rules, read_tree(tree))
    if problems:
        return None, problems
    return Content(
        {answer.id: answer for answer in answers}, {page.path: page for page in pages}, steps, tree, rules
    ), []


class _Files:
    """The files under docs/; what cannot be read is kept in `problems`."""

    def __init__(self, docs: Path):
        self.docs = docs
        self.problems: list[Problem] = []
        self.answers = [path for path in sorted(docs.glob("answers/*.md")) if path.stem != "index"]
        self.steps = sorted(docs.glob("steps/*/*.md"))
        others = {*self.answers, *docs.glob("steps/**/*.md"), *docs.glob("templates/**/*.md")}
        self.pages = sorted({*docs.glob("**/*.md")} - others)

    def read(self, path: Path) -> tuple[str, str]:
        """Return the name of a file, relative to the project, and its text."""
        name = path.relative_to(self.docs.parent).as_posix()
        try:
            return name, path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            self.problems.append(Problem(name, line, "this is not UTF-8 text; save the file as UTF-8."))
            return name, ""

    def read_data(self, name: str, holds: str) -> tuple[str, str]:
        """Return the name and the text of a file beside the tree, which must be there."""
        path = self.docs / "troubleshooter" / name
        if path.exists():
            return self.read(path)
        file = path.relative_to(self.docs.parent).as_posix()
        self.problems.append(Problem(file, 1, f"the file is missing; add it, with {holds}."))
        return file, ""
