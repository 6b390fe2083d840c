"""Shared steps: docs/steps/<idp>/<step>.md, and putting them where a page names them.

A line `<!-- step: retry-one-user -->` in an answer stands for that step in each provider's words.
"""

import re
from dataclasses import dataclass

from hooks.answers import ORIGIN_FIELDS, Answer
from hooks.front_matter import Field, check_fields, is_text, split_file
from hooks.problems import Problem, did_you_mean
from troubleshooter.vocabulary import IDP, value_label

STEP_FIELDS = {"title": Field("what the step does", is_text, True), **ORIGIN_FIELDS}

# Providers whose console has steps of its own, and all others, with the label of their tab.
TABS = {idp: value_label("idp", idp) for idp in ("okta", "entra", "onelogin", "other")}

MARKER = re.compile(r"<!-- step: *([\w-]*) *-->")
LIKE_A_MARKER = re.compile(r"<!-- *steps?\b", re.IGNORECASE)
ITEM = re.compile(r"\d+\. +")
INDENT = "    "


@dataclass(frozen=True)
class SharedStep:
    """One console task for one provider; `text` is Markdown, numbered items or a paragraph."""

    idp: str
    name: str
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
            problems.append(Problem(file, 1, f"unknown provider folder `{idp}`; {did_you_mean(idp, IDP)}"))
        markdown, unreadable = split_file(file, text)
        problems += unreadable
        if not markdown:
            continue
        wrong = check_fields(markdown, STEP_FIELDS)
        if not markdown.body.strip():
            wrong.append(Problem(file, markdown.body_line, "the step has no text; write what to do."))
        for number, line in enumerate(markdown.body.splitlines(), markdown.body_line):
            if LIKE_A_MARKER.search(line):
                sentence = "a step cannot hold another step; name both where they are used."
                wrong.append(Problem(file, number, sentence))
        problems += wrong
        if not wrong:
            meta = markdown.meta.data
            steps[idp, name] = SharedStep(idp, name, text=markdown.body.strip(), **meta)
    # A general form with mistakes in it is there all the same.
    described = {(idp, name) for idp, name, _, _ in files}
    for name in sorted({name for _, name in described}):
        if ("other", name) not in described:
            file = next(file for _, step_name, file, _ in files if step_name == name)
            sentence = f"`{name}` has no general form; add docs/steps/other/{name}.md for other providers."
            problems.append(Problem(file, 1, sentence))
    return steps, sorted(problems)


def check_steps_exist(answers: list[Answer], steps: Steps) -> list[Problem]:
    """Return a problem for each step that an answer names and no file describes, or that would not show."""
    names = sorted({name for _, name in steps})
    problems = []
    for answer in answers:
        for section in answer.sections:
            for number, line in enumerate(section.text.splitlines(), section.line + 1):
                marker = MARKER.fullmatch(line.rstrip())
                if marker and marker[1] not in names:
                    sentence = f"unknown step `{marker[1]}`; {did_you_mean(marker[1], names)}"
                    problems.append(Problem(answer.file, number, sentence))
                elif not marker and LIKE_A_MARKER.search(line):
                    sentence = "a step stands alone on its line, unindented; write `<!-- step: its-name -->`."
                    problems.append(Problem(answer.file, number, sentence))
    return problems


def step_for(steps: Steps, idp: str, name: str) -> SharedStep:
    """Return the step in the words of provider `idp`, or the general form where it has none."""
    return steps.get((idp, name)) or steps["other", name]


def steps_of(answer: Answer, steps: Steps) -> list[SharedStep]:
    """Return every shared step that the answer shows, for all providers, in the order of the page."""
    names = [name for section in answer.sections for name in MARKER.findall(section.text)]
    found = [step_for(steps, idp, name) for name in names for idp in TABS]
    return list({(step.idp, step.name): step for step in found}.values())


def expand(text: str, steps: Steps, idp: str) -> str:
    """Return a section's Markdown for one provider: shared steps in place, items numbered 1. 2. 3."""
    return _number(MARKER.sub(lambda found: step_for(steps, idp, found[1]).text + "\n", text)).strip()


def expand_in_tabs(text: str, steps: Steps) -> str:
    """Return a section's Markdown with a content tab for each provider, if it names a shared step.

    What stands before the first item or step is the same for all and stays above the tabs.
    """
    if not MARKER.search(text):
        return _number(text).strip()
    lines = text.splitlines()
    first = next(i for i, line in enumerate(lines) if ITEM.match(line) or MARKER.match(line))
    parts = ["\n".join(lines[:first])]
    for idp, label in TABS.items():
        body = expand("\n".join(lines[first:]), steps, idp)
        indented = "\n".join(INDENT + line if line else "" for line in body.splitlines())
        parts.append(f'=== "{label}"\n\n{indented}')
    return "\n\n".join(parts).strip()


def _number(text: str) -> str:
    numbered = []
    count, fenced = 0, False
    for line in text.splitlines():
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        if not fenced and ITEM.match(line):
            count += 1
            line = ITEM.sub(f"{count}. ", line, count=1)
        elif not fenced and line.startswith("#"):
            count = 0
        numbered.append(line)
    return "\n".join(numbered)
