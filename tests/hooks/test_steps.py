"""Shared steps: each provider's words where an answer names them, numbered through."""

from dataclasses import replace

import pytest

from hooks.pages.step_lists import STEPS_BEGIN, STEPS_END, expand, expand_in_tabs, general_advice, tab_ids
from hooks.writing.answers import read_answers
from hooks.writing.steps import (
    SharedStep,
    Steps,
    check_step_markers,
    read_steps,
    step_for,
    step_names,
    steps_of,
)
from tests.hooks.golden import VALID
from troubleshooter.vocabulary import IDP

FIX = """\
The change reaches one person.

1. Open the log.
<!-- step: retry -->
1. Wait for an hour.
"""


def shared_step(idp: str, name: str, text: str) -> SharedStep:
    return SharedStep(idp, name, f"docs/steps/{idp}/{name}.md", "Title", text, "general", [], "2026-01-31")


STEPS: Steps = {
    (step.idp, step.name): step
    for step in (
        shared_step("other", "retry", "1. Select the person.\n1. Retry."),
        shared_step(
            "okta", "retry", "1. Open **Tasks**.\n\n    Find the person.\n1. Select **Retry Selected**."
        ),
        shared_step("other", "look", "Look at the app."),
    )
}


def items(text: str) -> list[str]:
    """Return the numbered items among the lines of `text`, in tabs or not."""
    return [line.strip() for line in text.splitlines() if line.strip()[:1].isdigit()]


def test_items_are_numbered_through_shared_steps() -> None:
    assert items(expand(FIX, STEPS, "okta")) == [
        "1. Open the log.",
        "2. Open **Tasks**.",
        "3. Select **Retry Selected**.",
        "4. Wait for an hour.",
    ]


def test_numbers_begin_again_below_a_heading() -> None:
    text = "1. One\n1. Two\n### If that failed\n1. Three"
    assert items(expand(text, STEPS, "okta")) == ["1. One", "2. Two", "1. Three"]


def test_text_within_an_item_keeps_its_place() -> None:
    assert "2. Open **Tasks**.\n\n    Find the person.\n\n3. Select" in expand(FIX, STEPS, "okta")


def test_provider_without_a_step_of_its_own_gets_the_general_form() -> None:
    for idp in IDP:
        expected = "okta" if idp == "okta" else "other"
        assert step_for(STEPS, idp, "retry").idp == expected
    assert "2. Select the person." in expand(FIX, STEPS, "keycloak")


@pytest.mark.parametrize("within", ["", "```\n", "\n\n"], ids=["at once", "a fence", "blank lines"])
@pytest.mark.parametrize("fence", ["~~~~", "````"])
def test_fenced_code_is_not_renumbered(fence: str, within: str) -> None:
    text = f"1. One\n\n{fence}\n{within}7. in code\n# comment\n{fence}\n\n1. Two\n1. Three"
    assert items(expand(text, STEPS, "okta")) == ["1. One", "7. in code", "2. Two", "3. Three"]


def test_items_are_numbered_through_code_in_an_item() -> None:
    text = "1. One\n\n    ~~~~\n    ```\n\n    7. in code\n    ~~~~\n1. Two\n1. Three"
    assert items(expand(text, STEPS, "okta")) == ["1. One", "7. in code", "2. Two", "3. Three"]


def test_marker_in_fenced_code_is_no_step() -> None:
    code = "~~~~\n```\n<!-- step: look -->\n1. in code\n~~~~"
    text = f"{code}\n\n1. One\n<!-- step: retry -->"
    assert step_names(text) == ["retry"]
    assert expand(text, STEPS, "okta").startswith(f"{code}\n\n1. One\n2. Open **Tasks**.")
    assert expand_in_tabs(text, STEPS).startswith(f"{code}\n\n{STEPS_BEGIN}")
    assert [step.name for step in steps_of(text, STEPS, ["okta"])] == ["retry"]
    assert check_step_markers("a.md", text.replace("look", "unknown"), 1, STEPS) == []
    shared = (VALID / "steps/other/retry.md").read_text(encoding="utf-8")
    assert read_steps([("other", "retry", "a.md", f"{shared}\n{code}")])[1] == []


def test_tabs_show_every_provider_and_leave_the_introduction_above() -> None:
    introduction, *tabs = expand_in_tabs(FIX, STEPS).split('=== "')
    assert introduction.startswith("The change reaches one person.\n")
    assert [tab.split('"')[0] for tab in tabs] == ["Another identity provider", "Okta"]
    for tab in tabs:
        assert "The change reaches" not in tab
        assert items(tab)[0] == "1. Open the log."
        assert items(tab)[-1] == "4. Wait for an hour."
        lines = tab.removesuffix(STEPS_END).splitlines()[1:]
        assert all(line.startswith("    ") for line in lines if line)
    assert "Select the person." in tabs[0]
    assert "Select **Retry Selected**." in tabs[1]


def test_tab_of_a_provider_has_its_id_and_any_other_what_its_label_makes() -> None:
    make = tab_ids(lambda label, separator: label.lower().replace(" ", separator))
    assert [make(label, "-") for label in ("Entra ID", "Another identity provider", "Plain text")] == [
        "entra",
        "other",
        "plain-text",
    ]


def test_section_without_a_shared_step_has_no_tabs() -> None:
    assert expand_in_tabs("Text.\n\n1. One\n1. Two", STEPS) == "Text.\n\n1. One\n2. Two"


def test_section_that_is_one_step_has_nothing_above_its_tabs() -> None:
    before, _, tab = expand_in_tabs("<!-- step: retry -->", STEPS).split('=== "')
    assert before.strip() == STEPS_BEGIN
    tab = tab.removeprefix('Okta"\n')
    assert tab.strip().startswith("1. Open **Tasks**.")


def test_step_that_no_provider_has_of_its_own_needs_no_tabs() -> None:
    assert expand_in_tabs("<!-- step: look -->", STEPS).startswith("Look at the app.")


def test_general_steps_among_documented_ones_are_named() -> None:
    documented = {**STEPS, ("okta", "retry"): replace(STEPS["okta", "retry"], ground="idp")}
    text = "1. Open the log.\n<!-- step: retry -->\n<!-- step: other -->"
    documented["other", "other"] = shared_step("other", "other", "1. Wait.\n1. Look.\n\n    Twice.")
    assert expand(text, documented, "okta").endswith(
        "*Steps 4–5 are general advice; the menu names may differ.*"
    )
    assert "general advice" not in expand(FIX, documented, "okta")
    assert "general advice" not in expand(text, documented, "okta", mark_general=False)


@pytest.mark.parametrize(
    ("numbers", "count", "expected"),
    [
        ([], 0, "This is general"),
        ([1], 1, "This step is general"),
        ([1, 2], 2, "These steps are general"),
        ([2], 3, "Step 2 is general"),
        ([1, 3, 4, 5, 8], 9, "Steps 1, 3–5 and 8 are general"),
    ],
)
def test_line_names_the_general_steps_by_their_numbers(numbers: list[int], count: int, expected: str) -> None:
    assert general_advice(numbers, count).startswith(expected + " advice")


def test_steps_of_an_answer_are_those_it_shows_once_each() -> None:
    text = (VALID / "answers" / "email-taken.md").read_text(encoding="utf-8")
    twice = text.replace("The person can sign in.", "<!-- step: look -->\n<!-- step: retry -->")
    [answer], _ = read_answers([("email-taken", "docs/answers/email-taken.md", twice)])
    assert [(step.idp, step.name) for step in steps_of(answer.text, STEPS, IDP)] == [
        ("okta", "retry"),
        ("other", "retry"),
        ("other", "look"),
    ]
