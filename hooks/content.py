"""The content under docs/: reads all of it, in stages, and holds what the build needs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hooks.addresses.ledger import Ledger, check_ledger, read_ledger
from hooks.addresses.published import promised_addresses, published_addresses
from hooks.addresses.short_links import ShortLink, promised_links, short_links
from hooks.addresses.ways import Ways, shown_by_one, ways_to
from hooks.markers import check_markers
from hooks.mistakes.checks import check_texts, check_whole_files, without_follow_ups
from hooks.mistakes.files import check_files
from hooks.wordings.entries import Wordings, check_wordings, read_wordings
from hooks.writing.answers import Answer, read_answers
from hooks.writing.pages import Page, check_page_steps, read_pages
from hooks.writing.problems import Problem, say
from hooks.writing.rules import Rule, check_rules, read_rules
from hooks.writing.steps import Steps, check_step_markers, read_steps
from hooks.writing.tree_file import read_tree_file, with_subjects
from troubleshooter.tree import Tree, read_tree


@dataclass(frozen=True)
class Content:
    """The checked answers by id, the other pages by path, the shared steps, the tree's data, the rules.

    Then the ways of the tree to each answer, the short links, and the ledger of what was ever published.
    """

    answers: dict[str, Answer]
    pages: dict[str, Page]
    steps: Steps
    tree: dict[str, Any]
    rules: list[Rule]
    wordings: Wordings
    ways: Ways
    shown_by_one: dict[str, str]
    links: list[ShortLink]
    ledger: Ledger

    def questions(self) -> Tree:
        """Return the tree that the data describes."""
        return _tree(self.tree, self.rules)

    def addresses(self) -> list[str]:
        """Return every address that the site publishes, relative to its root."""
        return published_addresses(self.pages, self.answers, [link.address for link in self.links])

    def promised(self) -> list[str]:
        """Return what the ledger has to list: addresses that have to stay."""
        return promised_addresses(self.pages, self.answers, promised_links(self.links))


def read_content(docs: Path) -> tuple[Content | None, list[Problem]]:
    """Return the content of the folder `docs`, or all problems that none of the others may have caused."""
    files = _Files(docs)
    steps_files = [(path.parent.name, path.stem, *files.read(path)) for path in files.steps]
    answer_files = [(path.stem, *files.read(path)) for path in files.answers]
    page_files = [(path.relative_to(docs).as_posix(), *files.read(path)) for path in files.pages]
    tree_file, tree_text = files.read_data("troubleshooter/tree.yml", "with `start:` and `questions:`")
    rules_file, rules_text = files.read_data("troubleshooter/rules.yml", "with a list, each `- facts: …`")
    wordings_file, wordings_text = files.read_data("troubleshooter/wordings.yml", "with `wordings:`")
    ledger_file, ledger_text = files.read_data("ledger.txt", "empty, and run `make ledger`")
    texts = [(file, text) for *_, file, text in [*answer_files, *page_files, *steps_files]]
    data = [(tree_file, tree_text), (rules_file, rules_text), (wordings_file, wordings_text)]
    causes = check_files(docs) + files.problems
    causes += check_whole_files([*texts, *data, (ledger_file, ledger_text)])
    if files.problems:
        return None, sorted(causes)

    answers, answer_problems = read_answers(answer_files)
    pages, page_problems = read_pages(page_files)
    steps, step_problems = read_steps(steps_files)
    # What cannot be known until the answers, or the steps, are sound is not asked before.
    tree_data, tree_problems = read_tree_file(tree_file, tree_text, None if answer_problems else answers)
    rules, rule_problems = read_rules(rules_file, rules_text)
    wordings, wording_problems = read_wordings(wordings_file, wordings_text)
    entries, ledger_problems = read_ledger(ledger_file, ledger_text)
    problems = answer_problems + page_problems
    if not problems:
        problems = [problem for page in pages for problem in check_markers(page, pages, answers)]
    problems += step_problems or _check_steps(answers, pages, steps)
    problems += tree_problems + rule_problems + wording_problems + ledger_problems
    problems = without_follow_ups(causes, sorted(check_texts(texts)) + problems)
    if problems:
        return None, problems

    tree = _tree(tree_data, rules)
    content = Content(
        answers={answer.id: answer for answer in answers},
        pages={page.path: page for page in pages},
        steps=steps,
        tree=with_subjects(tree_data, answers),
        rules=rules,
        wordings=wordings,
        ways=ways_to(tree),
        shown_by_one=shown_by_one(tree),
        links=short_links(tree, {answer.id: answer for answer in answers}),
        ledger=entries,
    )
    problems = check_rules(rules_file, rules, tree) + check_ledger(ledger_file, entries, content.promised())
    problems = problems or check_wordings(wordings_file, wordings, tree, answers)
    return (None, problems) if problems else (content, [])


def _check_steps(answers: list[Answer], pages: list[Page], steps: Steps) -> list[Problem]:
    problems = []
    for answer in answers:
        for section in answer.sections:
            problems += check_step_markers(answer.file, section.text, section.line + 1, steps)
    return problems + check_page_steps(pages, steps)


def _tree(data: dict[str, Any], rules: list[Rule]) -> Tree:
    """Return the tree with its rules: whatever walks it must know what cannot occur."""
    return read_tree({**data, "rules": [{"facts": rule.facts, "because": rule.because} for rule in rules]})


class _Files:
    """The files under docs/; what cannot be read is kept in `problems`."""

    def __init__(self, docs: Path):
        self.docs = docs
        self.problems: list[Problem] = []
        # Hidden files are no pages to MkDocs; hooks/mistakes/files.py tells of what is no file.
        there = [path for path in sorted(docs.glob("**/*.md")) if path.is_file() and path.name[0] != "."]
        self.answers = [path for path in there if path.parent == docs / "answers" and path.stem != "index"]
        self.steps = [path for path in there if path.parent.parent == docs / "steps"]
        others = {*self.answers, *docs.glob("steps/**/*.md"), *docs.glob("templates/**/*.md")}
        self.pages = [path for path in there if path not in others]

    def read(self, path: Path) -> tuple[str, str]:
        """Return the name of a file, relative to the project, and its text."""
        name = path.relative_to(self.docs.parent).as_posix()
        try:
            return name, path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            self.problems.append(Problem(name, line, say("file-not-utf-8")))
            return name, ""

    def read_data(self, name: str, holds: str) -> tuple[str, str]:
        """Return the name and the text of a file that is no page and must be there."""
        path = self.docs / name
        if path.exists():
            return self.read(path)
        file = path.relative_to(self.docs.parent).as_posix()
        self.problems.append(Problem(file, 1, say("file-missing", holds=holds)))
        return file, ""
