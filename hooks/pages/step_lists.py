"""Puts shared steps where a page names them, and numbers the list anew."""

import re
from collections.abc import Callable
from functools import lru_cache

from hooks.writing.code_blocks import without_code
from hooks.writing.steps import MARKER, Steps, step_for, step_names
from troubleshooter.vocabulary import IDP, value_label

# What begins a part of a text: an item, a heading, or a shared step.
BEGIN = re.compile(rf"^(?:\d+\. +|#|{MARKER.pattern}$)", re.MULTILINE)
INDENT = "    "
# Many providers have the same clicks, and a page, its twin and its replies say the same.
EXPANDED_KEPT = 50_000
# A section is expanded for one provider after the other; shared steps recur.
PARTS_KEPT = 1_000
# Not a div: Material's search ends an exclusion at the first end of an element of the same name within it.
STEPS_BEGIN, STEPS_END = '<section class="steps" data-search-exclude markdown>', "</section>"


def general_advice(numbers: list[int], count: int) -> str:
    """Say which of `count` items are general advice, as in "Steps 2–4 and 6"."""
    end = "general advice; the menu names may differ."
    if not numbers:
        return "This is general advice."
    if len(numbers) == count:
        return f"These steps are {end}" if count > 1 else f"This step is {end}"
    if len(numbers) == 1:
        return f"Step {numbers[0]} is {end}"
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    named = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    listed = " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
    return f"Steps {listed} are {end}"


def expand(text: str, steps: Steps, idp: str, mark_general: bool = True) -> str:
    """Return a section's Markdown for one provider: shared steps in place, items numbered 1. 2. 3.

    With `mark_general`, a last line names the items that are general advice.
    """
    shown = (step_for(steps, idp, name) for name in step_names(text))
    return _expanded(text, tuple((step.text, step.ground == "general") for step in shown), mark_general)


@lru_cache(maxsize=EXPANDED_KEPT)
def _expanded(text: str, steps: tuple[tuple[str, bool], ...], mark_general: bool) -> str:
    shown, following = [], iter(steps)
    for begin, rest in _parts(text):
        if begin.startswith("<"):
            step, is_general = next(following)
            shown += [(*part, is_general) for part in _parts(step)]
            begin = ""
        shown.append((begin, rest, False))
    numbered, count = "", 0
    general: list[int] = []
    for begin, rest, is_general in shown:
        if begin == "#":
            count = 0
        elif begin:
            count += 1
            begin = f"{count}. "
            # Python-Markdown takes an item right below an indented block for a part of that block.
            if numbered[numbered.rfind("\n", 0, -1) + 1 :].startswith(INDENT):
                numbered += "\n"
            if is_general:
                general.append(count)
        numbered += begin + rest
    if mark_general and any(is_general for _, is_general in steps):
        numbered = f"{numbered.rstrip()}\n\n*{general_advice(general, count)}*"
    return numbered.strip()


@lru_cache(maxsize=PARTS_KEPT)
def _parts(text: str) -> list[tuple[str, str]]:
    """Return the parts of a text, each as what begins it and the rest; nothing begins the first."""
    found = list(BEGIN.finditer(without_code(text)))
    ends = [*(part.start() for part in found), len(text)]
    parts = [("", text[: ends[0]])]
    return parts + [(part[0], text[part.end() : end]) for part, end in zip(found, ends[1:], strict=True)]


def own_providers(text: str, steps: Steps) -> list[str]:
    """Return the providers whose clicks differ in a text from those for consoles in general."""
    names = step_names(text)
    return [idp for idp in IDP if any((idp, name) in steps for name in names if idp != "other")]


def expand_by_provider(
    text: str, steps: Steps, mark_general: bool = True, only: str | None = None
) -> tuple[str, list[tuple[str, str]]]:
    """Return what a section says to all, then its steps for each provider whose clicks differ and for others.

    Where no clicks differ, or where the console of the provider `only` alone shows the failure, the first is
    the whole section.
    """
    own = own_providers(text, steps)
    if only or not own:
        return expand(text, steps, only or "other", mark_general), []
    # What stands before the first item or step is the same for all.
    first = next(part.start() for part in BEGIN.finditer(without_code(text)) if part[0] != "#")
    bodies = [(idp, expand(text[first:], steps, idp, mark_general)) for idp in [*own, "other"]]
    return text[:first].strip(), bodies


def expand_in_tabs(text: str, steps: Steps, mark_general: bool = True, only: str | None = None) -> str:
    """Return a section's Markdown with a tab for each provider whose clicks differ, and one for others.

    That is the first, and open, since no provider is assumed. The search leaves the tabs out, and finds their
    steps in the guides.
    """
    common, bodies = expand_by_provider(text, steps, mark_general, only)
    if not bodies:
        return common
    parts = [common, STEPS_BEGIN]
    for idp, body in [*bodies[-1:], *bodies[:-1]]:
        indented = "\n".join(INDENT + line if line else "" for line in body.splitlines())
        parts.append(f'=== "{value_label("idp", idp)}"\n\n{indented}')
    return "\n\n".join([*parts, STEPS_END]).strip()


def tab_ids(slugify: Callable[[str, str], str]) -> Callable[[str, str], str]:
    """Return what makes the id of a tab from its label: the id of a provider, or else what `slugify` makes.

    Scripts find a provider's tab by it; of several on a page, the others end in `_` and a number.
    """
    ids = {value_label("idp", idp): idp for idp in IDP}
    return lambda label, separator: ids.get(label) or slugify(label, separator)
