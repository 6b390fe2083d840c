"""The command line: an error code and an attribute in, the resolution steps out. CPython only."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from .tree import read_tree, visible_options
from .vocabulary import FACTS, VALUES, nearest_values, read_value, value_label
from .walk import Resolution, resolve

SITE = Path(__file__).parent.parent / "site"
BAD_INPUT = 2


def main(arguments: list[str] | None = None, site: Path = SITE) -> int:
    """Print the answer to the facts in `arguments`, or the question that is left; return the exit status."""
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
        tree_data = json.loads((site / "assets" / "tree.json").read_text(encoding="utf-8"))
        answers = json.loads((site / "answers.json").read_text(encoding="utf-8"))["answers"]
    except FileNotFoundError:
        return _complain("The answers are not built yet; run `make build` first.")
    tree = read_tree(tree_data)
    resolution = resolve(tree, {answer["id"]: answer for answer in answers}, facts)
    if options.json:
        print(json.dumps(_as_object(facts, resolution)))
    else:
        print(_as_text(facts, resolution))
    return 0


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m troubleshooter",
        description="Prints the steps that resolve a SCIM provisioning failure into Pulumi Cloud.",
        epilog="Example: python -m troubleshooter 409 email --idp okta",
    )
    parser.add_argument("status", help="error code or its phrase (409, Conflict), none, or unknown")
    parser.add_argument("attribute", nargs="?", help="attribute that the message names (email, userName)")
    parser.add_argument("--scim-type", dest="scimType", help="error keyword of the response (uniqueness)")
    parser.add_argument("--resource", help="what failed to arrive: " + " or ".join(VALUES["resource"][:-1]))
    parser.add_argument("--symptom", help=argparse.SUPPRESS)
    parser.add_argument("--idp", help="identity provider: " + ", ".join(VALUES["idp"]))
    parser.add_argument("--json", action="store_true", help="print one object for programs")
    return parser.parse_args(arguments)


def _unknown(fact: str, text: str) -> str:
    near = nearest_values(fact, text) or VALUES[fact]
    return f"“{text}” is no {fact} known here; nearest: {', '.join(near)}."


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return BAD_INPUT


def _address(facts: dict[str, str]) -> str:
    return "troubleshooter/?" + urlencode([(fact, facts[fact]) for fact in FACTS if fact in facts])


def _as_object(facts: dict[str, str], resolution: Resolution) -> dict[str, Any]:
    question = None if resolution.rule else resolution.state.question
    return {
        "scim": True,
        **{fact: facts.get(fact) for fact in FACTS},
        "answer": resolution.answer and resolution.answer["id"],
        "question": question and question.id,
        "url": _address(facts),
    }


def _as_text(facts: dict[str, str], resolution: Resolution) -> str:
    state, answer, disagreements, rule = resolution
    idp = facts.get("idp")
    if rule:
        named = [f"{fact} {facts[fact]}" for fact in FACTS if fact in rule.facts]
        return f"These facts do not come together: {' and '.join(named)}.\n{rule.because}"
    if answer:
        steps = answer["steps"][idp or "other"]
        lines = [f"# {answer['title']}", answer["description"], steps, f"More: {answer['url']}"]
        return "\n\n".join(lines)
    if disagreements:
        lines = ["No answer fits all of these facts."]
        lines += [
            f"The others lead to {state.answer}, which holds for {entry.fact} {' or '.join(entry.expected)}; "
            f"yours is {entry.value}."
            for entry in disagreements
        ]
        return "\n".join(lines)
    question = state.question
    lines = []
    if state.rejected:
        lines.append(f"“{state.rejected}” is no answer to the question below.\n")
    lines.append(question.text)
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


if __name__ == "__main__":
    sys.exit(main())
