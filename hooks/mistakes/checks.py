"""All checks of files and texts, in stages: what is wrong with a whole file makes other mistakes in it."""

from collections.abc import Iterable

from hooks.mistakes.blocks import check_bold, check_boxes, check_lines, check_lists
from hooks.mistakes.html import check_braces, check_html
from hooks.mistakes.left_overs import check_merge, check_to_do
from hooks.mistakes.tables import check_tables
from hooks.mistakes.text import read_text
from hooks.writing.problems import Problem

NamedText = tuple[str, str]
CHECKS = (check_html, check_braces, check_lists, check_lines, check_boxes, check_bold, check_tables)


def check_whole_files(files: Iterable[NamedText]) -> list[Problem]:
    """Return what is wrong with whole files (name and text of each)."""
    return [problem for file, text in files for problem in check_merge(file, text)]


def check_texts(files: Iterable[NamedText]) -> list[Problem]:
    """Return what would be published by mistake in Markdown files (name and text of each)."""
    problems: list[Problem] = []
    for file, whole in files:
        problems += check_to_do(file, whole)
        if text := read_text(file, whole):
            problems += [problem for check in CHECKS for problem in check(text)]
    return problems


def without_follow_ups(causes: list[Problem], others: list[Problem]) -> list[Problem]:
    """Return all problems but those of files that are wrong as a whole."""
    wrong = {problem.file for problem in causes}
    return sorted(causes) + [problem for problem in others if problem.file not in wrong]
