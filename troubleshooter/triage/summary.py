"""Puts what a triage found into plain data: for programs, and with what a page shows beside it.

For programs (`for_programs`): format, rows, read, set_aside, failed, succeeded, skipped, other (rows that are
no provisioning, or tell nothing), duplicates, people, causes, notices (of files without any provisioning);
each cause with answer, question, facts, events, people, healed, first, last, sample.

For a page there are also: `joined` (rows that only complete the event of another row), `first` and `last` of
all events, `files`; in a cause `title`, `url`, `rows` (the first ones), and `affected` (everybody, the most
affected first).
"""

from ..export.event import FAILED, OTHER, SKIPPED, SUCCEEDED
from ..vocabulary import CAUSE_FACTS, FACTS, value_label

_FOR_PROGRAMS = "format rows read failed succeeded skipped other duplicates people".split()
_OF_CAUSES = "answer question facts events people healed first last sample".split()
# What is counted, as people read it; the first two matter most.
_COUNTS = (
    ("failed events", "failed"),
    ("people affected", "people"),
    ("rows", "rows"),
    ("succeeded", "succeeded"),
    ("skipped", "skipped"),
    ("exact repeats", "duplicates"),
)
# These are left out where they are zero.
_SELDOM = (("parts of other rows", "joined"), ("no provisioning", "other"))
# People that are described before a page has its turn.
_PART = 200
NOT_RECOGNISED = "Not recognised"
_CONTRADICTION = "Facts that no answer fits"


def summarise(tree, answers, reports, tally, duplicates, joined):
    """Return the plain data of a triage; rows = read + the number of those set aside.

    On the way, yield None after each part of the work.
    """
    good = [report for report in reports if not report.complaint]
    formats: list[str] = []
    set_aside = []
    for report in good:
        if report.format not in formats:
            formats.append(report.format)
        for row, reason in report.set_aside:
            set_aside.append({"row": row, "reason": reason, "file": report.name})
    # Causes of one size in the order in which they were met, which MicroPython's sort would not keep.
    sizes = sorted([(-cause.events, place) for place, cause in enumerate(tally.causes)])
    causes = []
    for _, place in sizes:
        described = yield from _describe(tree, answers, tally, tally.causes[place])
        causes.append(described)
    affected: set[int] = set()
    for cause in tally.causes:
        affected.update([tally.people.find(person) for person in cause.people])
        yield None
    return {
        "format": "; ".join(formats),
        "rows": sum([report.rows for report in good]),
        "read": sum([report.read for report in good]),
        "set_aside": set_aside,
        "failed": tally.counts[FAILED],
        "succeeded": tally.counts[SUCCEEDED],
        "skipped": tally.counts[SKIPPED],
        "duplicates": duplicates,
        "people": len(affected),
        "causes": causes,
        "other": tally.counts[OTHER],
        "joined": joined,
        "first": _iso(tally.first),
        "last": _iso(tally.last),
        "files": [
            {
                "name": report.name,
                "format": report.format,
                "rows": report.rows,
                "read": report.read,
                "set_aside": len(report.set_aside),
                "complaint": report.complaint,
                "notice": report.notice,
            }
            for report in reports
        ],
    }


def counts(summary):
    """Return pairs of what is counted, in words, and how many there are."""
    found = [(label, summary[name]) for label, name in _COUNTS]
    found += [(label, summary[name]) for label, name in _SELDOM if summary[name]]
    aside = len(summary["set_aside"])
    return found + ([("set aside", aside)] if aside else [])


def for_programs(summary):
    """Return the object that the command line prints."""
    found = {name: summary[name] for name in _FOR_PROGRAMS}
    found["set_aside"] = [{"row": entry["row"], "reason": entry["reason"]} for entry in summary["set_aside"]]
    found["notices"] = [file["notice"] for file in summary["files"] if file["notice"]]
    found["causes"] = [{name: cause[name] for name in _OF_CAUSES} for cause in summary["causes"]]
    return found


def name_of(cause):
    """Return what a cause is called: its answer's title, what is known of it, or that nothing is."""
    if cause["answer"]:
        return cause["title"]
    facts = cause["facts"]
    known = [
        value_label(fact, facts[fact]) for fact in CAUSE_FACTS if facts.get(fact, "unknown") != "unknown"
    ]
    return ", ".join(known) or NOT_RECOGNISED


def _describe(tree, answers, tally, cause):
    """Return the data of a cause; on the way, yield None after each part of the work."""
    affected = []
    for found in tally.people_of(cause):
        if found is None:
            yield None
            continue
        person, events, first, last = found
        affected.append(
            {
                "name": tally.people.name_of(person),
                "events": events,
                "healed": tally.people.healed(person, last),
                "first": _iso(first),
                "last": _iso(last),
            }
        )
        if len(affected) % _PART == 0:
            yield None
    title, url = _heading(tree, answers, cause)
    return {
        "answer": cause.answer,
        "question": cause.question,
        "facts": cause.facts,
        "events": cause.events,
        "people": len(affected),
        "healed": len([person for person in affected if person["healed"]]),
        "first": _iso(cause.first),
        "last": _iso(cause.last),
        "sample": cause.sample,
        "title": title,
        "url": url,
        "affected": affected,
        "rows": [
            {"row": row, "file": file, "time": _iso(time), "person": name, "message": message}
            for row, file, time, name, message in cause.rows
        ],
    }


def _heading(tree, answers, cause):
    """Return the title and the address, relative to the site's root, of where the cause leads."""
    if cause.answer:
        answer = answers[cause.answer]
        return answer.get("title", cause.answer), answer.get("url", "answers/" + cause.answer + "/")
    listed = [fact + "=" + cause.facts[fact] for fact in FACTS if fact in cause.facts]
    url = "troubleshooter/?" + "&".join(listed) if listed else "troubleshooter/"
    if cause.question:
        return tree.questions[cause.question].text, url
    causes = [fact for fact in cause.facts if fact != "idp"]
    return _CONTRADICTION if causes else NOT_RECOGNISED, url


def _iso(time):
    return time + "Z" if time else None
