"""The command line: a code and an attribute, or a message, in; the steps out. CPython only."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from .command.built import SITE, Answers
from .command.terminal import INTERRUPTED, READER_GONE, in_bold, program_name, run_command
from .command.version import read_version
from .explain_command import run_explain
from .message import Reading, read_message, stated_facts, walk_facts
from .plain import plain
from .spelling import nearest_values, read_value
from .tree import visible_options
from .triage_command import run_triage
from .vocabulary import FACTS, VALUES, value_label
from .walk import Resolution

NOT_RECOGNISED = (
    "Nothing in this text names a failure that is known here.\n"
    "Give the whole entry of the log, or work through answers/checklist/."
)
NOT_BUILT = "The answers are not built yet; run `make build` first."
BAD_INPUT = 2
HELP = f"""\
examples:
  {{program}} 409 email --idp okta          the steps for an error code and an attribute
  {{program}} < message.txt                 reads a message, as a console shows it
  {{program}} < message.txt --json          the same for programs
  {{program}} explain < message.txt         says why a message is read as it is
  {{program}} triage FILE…                  sorts exports of many failed events into causes
  {{program}} triage --help                 says more about that

exit status:
  0    it has printed an answer, the question that is left, or that nothing is recognised
  {BAD_INPUT}    it does not know a value, or cannot read a file; one sentence on standard error says why
  {INTERRUPTED}  it was interrupted
  {READER_GONE}  whatever read its output has gone, as `head` does
"""


def main(arguments: list[str] | None = None, site: Path = SITE) -> int:
    """Print the answer to the facts in `arguments`, or the question that is left; return the exit status.

    Without facts, they are read from a message on standard input; `triage` reads files of many events,
    and `explain` says why a message is read as it is.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] in (["triage"], ["explain"]):
        try:
            answers = Answers(site)
        except FileNotFoundError:
            return _complain(NOT_BUILT)
        if arguments[0] == "explain":
            return run_explain(answers.wordings)
        return run_triage(arguments[1:], answers.tree, answers.answers, answers.wordings)
    options = _parse(arguments)
    given = [(fact, getattr(options, fact)) for fact in FACTS]
    facts: dict[str, str] = {}
    for fact, text in given:
        if text is None:
            continue
        value = read_value(fact, text)
        if value is None:
            return _complain(_unknown(fact, text))
        facts[fact] = value
    try:
        answers = Answers(site)
    except FileNotFoundError:
        return _complain(NOT_BUILT)
    if options.jsonl:
        return _read_lines(answers)
    reading = None
    if options.status is None:
        if facts.keys() - {"idp"}:
            return _complain("Give the error code first, or `unknown`.")
        if sys.stdin is None or sys.stdin.isatty():
            return _complain("Give an error code, or a message on standard input; --help shows how.")
        reading = read_message(sys.stdin.read(), answers.wordings)
        facts = walk_facts(reading) | facts
    resolution = answers.resolve(facts)
    if options.json:
        print(json.dumps(_as_object(facts, resolution, reading)))
    else:
        print(_as_text(facts, resolution, reading))
    return 0


def _read_lines(answers: Answers) -> int:
    """Print an object for each line of standard input, which holds a message as a JSON string."""
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            text = json.loads(line)
        except ValueError:
            text = None
        if not isinstance(text, str):
            return _complain(f"Line {number} is not a JSON string; write each message as one, in quotes.")
        reading = read_message(text, answers.wordings)
        facts = walk_facts(reading)
        print(json.dumps(_as_object(facts, answers.resolve(facts), reading)))
    return 0


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog=program_name(),
        description="Prints the steps that resolve a SCIM provisioning failure into Pulumi Cloud.",
        epilog=HELP.format(program=program_name()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "status",
        nargs="?",
        help="error code or its phrase (409, Conflict), none, or unknown; left out, a message is read",
    )
    parser.add_argument("attribute", nargs="?", help="attribute that the message names (email, userName)")
    parser.add_argument("--scim-type", dest="scimType", help="error keyword of the response (uniqueness)")
    parser.add_argument("--resource", help="what failed to arrive: " + " or ".join(VALUES["resource"][:-1]))
    parser.add_argument("--symptom", help=argparse.SUPPRESS)
    parser.add_argument("--idp", help="identity provider: " + ", ".join(VALUES["idp"]))
    parser.add_argument("--version", action="version", version=f"arrivals {read_version()}")
    parser.add_argument("--json", action="store_true", help="print one object for programs")
    parser.add_argument(
        "--jsonl", action="store_true", help="read a message as a JSON string a line, print an object a line"
    )
    return parser.parse_args(arguments)


def _unknown(fact: str, text: str) -> str:
    near = nearest_values(fact, text) or VALUES[fact]
    return f"“{plain(text)}” is no {fact} known here; nearest: {', '.join(near)}."


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return BAD_INPUT


def _address(facts: dict[str, str]) -> str:
    return "troubleshooter/?" + urlencode(
        [(fact, facts[fact]) for fact in FACTS if isinstance(facts.get(fact), str)]
    )


def _as_object(facts: dict[str, str], resolution: Resolution, reading: Reading | None) -> dict[str, Any]:
    question = None if resolution.rule else resolution.state.question
    stated = stated_facts(reading) if reading else facts
    return {
        "scim": reading.scim if reading else True,
        **{fact: stated.get(fact) for fact in FACTS},
        "answer": resolution.answer and resolution.answer["id"],
        "question": question and question.id,
        "url": _address(facts),
    }


def _as_text(facts: dict[str, str], resolution: Resolution, reading: Reading | None) -> str:
    findings = reading.findings if reading else []
    read = [f"{finding.fact}: {plain(finding.value)} ({finding.why})" for finding in findings]
    if reading and not read:
        return NOT_RECOGNISED
    parts = ["\n".join(["Read from the message:", *[f"- {line}" for line in read]])] if read else []
    return "\n\n".join([*parts, _way_on(facts, resolution)])


def _way_on(facts: dict[str, str], resolution: Resolution) -> str:
    state, answer, disagreements, rule = resolution
    idp = facts.get("idp")
    if rule:
        named = [f"{fact} {facts[fact]}" for fact in FACTS if fact in rule.facts]
        return f"These facts do not come together: {' and '.join(named)}.\n{rule.because}"
    if answer:
        steps = answer["steps"][idp or "other"]
        lines = [in_bold(f"# {answer['title']}"), answer["description"], steps, f"More: {answer['url']}"]
        return "\n\n".join(lines)
    if disagreements:
        lines = ["No answer fits all of these facts."]
        lines += [
            f"The others lead to {state.answer}, which holds for {entry.fact} {' or '.join(entry.expected)}; "
            f"yours is {plain(entry.value)}."
            for entry in disagreements
        ]
        return "\n".join(lines)
    question = state.question
    lines = []
    if state.rejected:
        lines.append(f"“{plain(state.rejected)}” is no answer to the question below.\n")
    lines.append(in_bold(question.text))
    for option in visible_options(question, idp):
        labels = [value_label(question.asks, value) for value in option.values]
        lines.append(f"- {option.text} ({', '.join(labels)})")
    lines.append("")
    lines.append(f"Give the value as {_argument(question.asks)}.")
    return "\n".join(lines)


def _argument(fact: str) -> str:
    return {
        "status": "the first argument",
        "attribute": "the second argument",
        "scimType": "--scim-type",
    }.get(fact, f"--{fact}")


def run() -> int:
    """Run the command line as a tool; return its exit status."""
    return run_command(main)


if __name__ == "__main__":
    sys.exit(run())
