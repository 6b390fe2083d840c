"""Shared steps: docs/steps/<idp>/<step>.md, and putting them where a page names them.

A line `<!-- step: retry-one-user -->` in an answer stands for that step in each provider's words; in a guide,
for the task under its own heading.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from hooks.front_matter import Field, check_fields, is_title, split_file
from hooks.general_advice import general_advice
from hooks.origin import ORIGIN_FIELDS
from hooks.problems import Problem, did_you_mean
from troubleshooter.vocabulary import IDP, value_label

STEP_FIELDS = {"title": Field("what the step does", is_title, True), **ORIGIN_FIELDS}

MARKER = re.compile(r"<!-- step: *([\w-]*) *-->")
LIKE_A_MARKER = re.compile(r"<!-- *steps?\b", re.IGNORECASE)
ITEM = re.compile(r"\d+\. +")
INDENT = "    "
# Many providers have the same clicks, and a page, its twin and its replies say the same.
EXPANDED_KEPT = 50_000
# Not a div: Material's search ends an exclusion at the first end of an element of the same name within it.
STEPS_BEGIN, STEPS_END = '<section class="steps" data-search-exclude markdown>', "</section>"


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
            steps[idp, name] = SharedStep(idp, name, file, text=markdown.body.strip(), **meta)
    # A general form with mistakes in it is there all the same.
    described = {(idp, name) for idp, name, _, _ in files}
    for name in sorted({name for _, name in described}):
        if ("other", name) not in described:
            file = next(file for _, step_name, file, _ in files if step_name == name)
            sentence = f"`{name}` has no general form; add docs/steps/other/{name}.md for other providers."
            problems.append(Problem(file, 1, sentence))
    return steps, sorted(problems)


def check_step_markers(file: str, text: str, first_line: int, steps: Steps) -> list[Problem]:
    """Return a problem for each step in `text` that no file describes, or that would not show."""
    names = sorted({name for _, name in steps})
    problems = []
    for number, line in enumerate(text.splitlines(), first_line):
        marker = MARKER.fullmatch(line.rstrip())
        if marker and marker[1] not in names:
            sentence = f"unknown step `{marker[1]}`; {did_you_mean(marker[1], names)}"
            problems.append(Problem(file, number, sentence))
        elif not marker and LIKE_A_MARKER.search(line):
            sentence = "a step stands alone on its line, unindented; write `<!-- step: its-name -->`."
            problems.append(Problem(file, number, sentence))
    return problems


def step_for(steps: Steps, idp: str, name: str) -> SharedStep:
    """Return the step in the words of provider `idp`, or the general form where it has none."""
    return steps.get((idp, name)) or steps["other", name]


def steps_of(text: str, steps: Steps, idps: Iterable[str]) -> list[SharedStep]:
    """Return every shared step that `text` shows to the providers `idps`, once each, in its order."""
    found = [step_for(steps, idp, name) for name in MARKER.findall(text) for idp in idps]
    return list({(step.idp, step.name): step for step in found}.values())


def expand(text: str, steps: Steps, idp: str, mark_general: bool = True) -> str:
    """Return a section's Markdown for one provider: shared steps in place, items numbered 1. 2. 3.

    With `mark_general`, a last line names the items that are general advice.
    """
    shown = (step_for(steps, idp, name) for name in MARKER.findall(text))
    return _expanded(text, tuple((step.text, step.ground == "general") for step in shown), mark_general)


@lru_cache(maxsize=EXPANDED_KEPT)
def _expanded(text: str, steps: tuple[tuple[str, bool], ...], mark_general: bool) -> str:
    numbered: list[str] = []
    count, fenced, any_general = 0, False, False
    general: list[int] = []
    for line, is_general in _lines_with_steps(text, steps):
        any_general = any_general or is_general
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        if not fenced and ITEM.match(line):
            count += 1
            line = ITEM.sub(f"{count}. ", line, count=1)
            # Python-Markdown takes an item right below an indented block for a part of that block.
            if numbered and numbered[-1].startswith(INDENT):
                numbered.append("")
            if is_general:
                general.append(count)
        elif not fenced and line.startswith("#"):
            count = 0
        numbered.append(line)
    if any_general and mark_general:
        numbered.append(f"\n*{general_advice(general, count)}*")
    return "\n".join(numbered).strip()


def expand_by_provider(
    text: str, steps: Steps, mark_general: bool = True
) -> tuple[str, list[tuple[str, str]]]:
    """Return what a section says to all, then its steps for each provider whose clicks differ and for others.

    Where no clicks differ, the first is the whole section.
    """
    names = MARKER.findall(text)
    own = [idp for idp in IDP if any((idp, name) in steps for name in names if idp != "other")]
    if not own:
        return expand(text, steps, "other", mark_general), []
    lines = text.splitlines()
    # What stands before the first item or step is the same for all.
    first = next(i for i, line in enumerate(lines) if ITEM.match(line) or MARKER.match(line))
    differing = "\n".join(lines[first:])
    bodies = [(idp, expand(differing, steps, idp, mark_general)) for idp in [*own, "other"]]
    return "\n".join(lines[:first]).strip(), bodies


def expand_in_tabs(text: str, steps: Steps, mark_general: bool = True) -> str:
    """Return a section's Markdown with a tab for each provider whose clicks differ, and one for others.

    The tabs are left out of the search, which finds their steps in the guides.
    """
    common, bodies = expand_by_provider(text, steps, mark_general)
    if not bodies:
        return common
    parts = [common, STEPS_BEGIN]
    for idp, body in bodies:
        indented = "\n".join(INDENT + line if line else "" for line in body.splitlines())
        parts.append(f'=== "{value_label("idp", idp)}"\n\n{indented}')
    return "\n\n".join([*parts, STEPS_END]).strip()


def _lines_with_steps(text: str, steps: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Yield each line of `text` with the steps in place of its markers, and whether it is general advice."""
    following = iter(steps)
    for line in text.splitlines():
        if not MARKER.fullmatch(line.rstrip()):
            yield line, False
            continue
        step, is_general = next(following)
        yield from ((own, is_general) for own in step.splitlines())
