"""Markers: a line in a page that names what the build puts in its place.

<!-- answers by status -->              <!-- questions -->
<!-- answers by subject -->             <!-- coverage -->
<!-- answers by who acts -->            <!-- wording of 409 -->
<!-- answers for scimType tooMany -->   <!-- message box with the example of email-in-use -->
<!-- short links -->                    <!-- parts of short links -->
<!-- map -->                            <!-- triage box -->
"""

import re

from hooks.writing.problems import Message, Problem, did_you_mean, say
from troubleshooter.vocabulary import CAUSE_FACTS, REASON_PHRASES, VALUES

PLAIN = ["answers by status", "answers by subject", "answers by who acts", "questions", "coverage"]
PLAIN += ["short links", "parts of short links", "map", "triage box"]
ANSWERS_FOR = re.compile(r"answers for (\w+) ([\w-]+)")
WORDING_OF = re.compile(r"wording of (\d+)")
MESSAGE_BOX = re.compile(r"message box with the example of ([\w-]+)")
FIRST_WORDS = r"(?:answers|questions|coverage|wording|message box|short links|parts of|map|triage box)\b"
PAGE_MARKER = re.compile(rf"^<!-- ({FIRST_WORDS}.*?) *-->$", re.MULTILINE)
LIKE_A_MARKER = re.compile(rf"<!-- *{FIRST_WORDS}", re.IGNORECASE)


def check_markers(file: str, text: str, first_line: int, examples: list[str]) -> list[Problem]:
    """Return a problem for each marker in `text` that names nothing the build can make.

    `examples` are the ids of the answers that have an example.
    """
    problems = []
    for number, line in enumerate(text.splitlines(), first_line):
        marker = PAGE_MARKER.fullmatch(line)
        if marker:
            wrong = _mistake(marker[1], examples)
            if wrong:
                problems.append(Problem(file, number, wrong))
        elif LIKE_A_MARKER.search(line):
            problems.append(Problem(file, number, say("marker-not-alone")))
    return problems


def _mistake(name: str, examples: list[str]) -> Message | None:
    answers_for, wording_of = ANSWERS_FOR.fullmatch(name), WORDING_OF.fullmatch(name)
    message_box = MESSAGE_BOX.fullmatch(name)
    if message_box:
        answer = message_box[1]
        if answer in examples:
            return None
        return say("marker-without-example", answer=answer, near=did_you_mean(answer, examples))
    if answers_for:
        fact, value = answers_for.groups()
        if fact not in CAUSE_FACTS:
            return say("fact-unknown", fact=fact, near=did_you_mean(fact, CAUSE_FACTS))
        if value not in VALUES[fact]:
            near = did_you_mean(value, VALUES[fact])
            return say("value-not-of-fact", value=value, fact=fact, near=near)
        return None
    if wording_of:
        code = wording_of[1]
        known = list(REASON_PHRASES)
        if code in known:
            return None
        return say("marker-without-phrase", code=code, near=did_you_mean(code, known))
    return None if name in PLAIN else say("marker-unknown", name=name, near=did_you_mean(name, PLAIN))
