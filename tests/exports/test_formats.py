"""Every form of export is counted exactly: rows, outcomes, people, causes, and who arrived later."""

from typing import Any

import pytest

from tests.exports.forms import FORMS, Form
from tests.exports.scenario import Event, Truth, invent, only_failures, truth_of, without_groups
from tests.exports.triages import summary_text, triage_files

NAMELESS = ("g bodies", "h answers", "k bulk")
EVERY_FORM = pytest.mark.parametrize("name", FORMS)


def events_for(form: Form, seed: int = 7, count: int = 150) -> list[Event]:
    events = invent(seed, count, people=25)
    if not form.groups:
        events = without_groups(events)
    if not form.skips:
        events = [event for event in events if event.outcome != "skipped"]
    if form.coded:
        events = [event for event in events if not event.cause or event.cause.status]
    if form.failures_only:
        return only_failures(events)
    return events if form.ids else list({event.id: event for event in events}.values())


def counted(summary: dict[str, Any]) -> Truth:
    causes = [
        (str(cause["answer"] or cause["question"]), cause["events"], cause["people"], cause["healed"])
        for cause in summary["causes"]
    ]
    names = ("failed", "succeeded", "skipped", "duplicates", "people")
    return Truth(*[summary[name] for name in names], sorted(causes))


@EVERY_FORM
def test_counts_causes_people_and_healed_are_exact(name: str, data: dict[str, Any]) -> None:
    form = FORMS[name]
    events = events_for(form)
    summary = triage_files(data, form.write(events)).summary()
    truth = truth_of(events, form.timed)
    if name == "c":
        # OneLogin's events do not say which of them are successes or skips.
        assert summary["succeeded"] + summary["skipped"] + summary["other"] == truth.succeeded + truth.skipped
        truth = Truth(truth.failed, 0, truth.skipped, truth.duplicates, truth.people, [])
        assert summary["failed"] == truth.failed
        return
    assert summary["other"] == form.others(events)
    if name in NAMELESS:
        # A body names nobody but by the value that is taken.
        assert [(entry[0], entry[1]) for entry in counted(summary).causes] == [
            (entry[0], entry[1]) for entry in truth.causes
        ]
        return
    assert counted(summary) == truth
    assert summary["format"] == form.called
    assert summary["set_aside"] == []
    assert summary["rows"] == summary["read"]


@EVERY_FORM
def test_summary_is_the_same_for_every_size_of_slice(name: str, data: dict[str, Any]) -> None:
    form = FORMS[name]
    files = form.write(events_for(form, count=30))
    whole = summary_text(triage_files(data, files))
    for size in (1, 7, 1_000):
        assert summary_text(triage_files(data, files, size)) == whole, size
    assert summary_text(triage_files(data, files, 7, least=2_048)) == whole


@EVERY_FORM
def test_sum_over_causes_is_what_failed_and_no_row_is_lost(name: str, data: dict[str, Any]) -> None:
    form = FORMS[name]
    summary = triage_files(data, form.write(events_for(form, seed=3))).summary()
    assert sum(cause["events"] for cause in summary["causes"]) == summary["failed"]
    told = ("failed", "succeeded", "skipped", "duplicates", "other", "joined")
    assert sum(summary[name] for name in told) == summary["read"]
    sizes = [cause["events"] for cause in summary["causes"]]
    assert sizes == sorted(sizes, reverse=True)
