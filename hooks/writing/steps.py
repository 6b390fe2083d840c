"""Shared steps: docs/steps/<idp>/<step>.md, and putting them where a page names them.

A line `<!-- step: retry-one-user -->` in an answer stands for that step in each provider's words; in a guide,
for the task under its own heading.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hooks.writing.code_blocks import check_code_blocks, without_code
from hooks.writing.fields import Field, Fields, check_fields
from hooks.writing.front_matter import split_file
from hooks.writing.origin import ORIGIN_FIELDS
from hooks.writing.problems import Problem, did_you_mean, say
from hooks.writing.scripts import check_scripts
from hooks.writing.values import is_title
from troubleshooter.vocabulary import IDP

STEP_FIELDS: Fields = {"title": Field("what the step does", is_title, True), **ORIGIN_FIELDS}

MARKER = re.compile(r"<!-- step: *([\w-]*) *-->[ \t]*")
LIKE_A_MARKER = re.compile(r"<!-- *steps?\b", re.IGNORECASE)


@dataclass(frozen=True)
class SharedStep:
    """One console task for one provider; `text` is Markdown, numbered items or a paragraph."""

    idp: str
    name: str
    file: str
    title: str
    text: str
    ground: str
    sources: list[dict[str, str]]
    reviewed: str


Steps = dict[tuple[str, str], SharedStep]


def read_steps(files: list[tuple[str, str, str, str]]) -> tuple[Steps, list[Problem]]:
    """Return the steps in `files` (provider, name, file name and text of each), or what is wrong."""
    steps: Steps = {}
    problems: list[Problem] = []
    for idp, name, file, text in files:
        if idp not in IDP:
            message = say("provider-unknown", idp=idp, near=did_you_mean(idp, IDP))
            problems.append(Problem(file, 1, message))
        markdown, unreadable = split_file(file, text)
        problems += unreadable
        if not markdown:
            continue
        wrong = check_fields(file, markdown.meta, STEP_FIELDS)
        if not markdown.body.strip():
            wrong.append(Problem(file, markdown.body_line, say("step-without-text")))
        wrong += check_code_blocks(file, markdown.body, markdown.body_line)
        wrong += check_scripts(file, markdown.body, markdown.body_line)
        for number, line in enumerate(without_code(markdown.body).splitlines(), markdown.body_line):
            if LIKE_A_MARKER.search(line):
                wrong.append(Problem(file, number, say("step-inside-a-step")))
        problems += wrong
        if not wrong:
            meta = markdown.meta.data
            steps[idp, name] = SharedStep(idp, name, file, text=markdown.body.strip(), **meta)
    # A general form with mistakes in it is there all the same.
    described = {(idp, name) for idp, name, _, _ in files}
    first_files = {name: file for _, name, file, _ in reversed(files)}
    for name, file in first_files.items():
        if ("other", name) not in described:
            problems.append(Problem(file, 1, say("step-without-general-form", name=name)))
    return steps, sorted(problems)


def check_step_markers(file: str, text: str, first_line: int, steps: Steps) -> list[Problem]:
    """Return a problem for each step in `text` that no file describes, or that would not show."""
    names = sorted({name for _, name in steps})
    problems = []
    for number, line in enumerate(without_code(text).splitlines(), first_line):
        marker = MARKER.fullmatch(line)
        if marker and marker[1] not in names:
            message = say("step-unknown", name=marker[1], near=did_you_mean(marker[1], names))
            problems.append(Problem(file, number, message))
        elif not marker and LIKE_A_MARKER.search(line):
            problems.append(Problem(file, number, say("step-not-alone")))
    return problems


def step_names(text: str) -> list[str]:
    """Return the names of the steps that stand in `text`, in its order."""
    return MARKER.findall(without_code(text))


def step_for(steps: Steps, idp: str, name: str) -> SharedStep:
    """Return the step in the words of provider `idp`, or the general form where it has none."""
    return steps.get((idp, name)) or steps["other", name]


def steps_of(text: str, steps: Steps, idps: Iterable[str]) -> list[SharedStep]:
    """Return every shared step that `text` shows to the providers `idps`, once each, in its order."""
    found = [step_for(steps, idp, name) for name in step_names(text) for idp in idps]
    return list({(step.idp, step.name): step for step in found}.values())
