"""Rules for what cannot occur: docs/troubleshooter/rules.yml, its checks, and holding the tree to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hooks.writing.problems import Message, Problem, did_you_mean, say
from hooks.writing.values import is_source, is_text
from hooks.writing.yaml_text import Place, YamlText, read_yaml
from troubleshooter.tree import Tree
from troubleshooter.vocabulary import CAUSE_FACTS, VALUES
from troubleshooter.walk import every_path

RULE_FIELDS = ["facts", "because", "source"]


@dataclass(frozen=True)
class Rule:
    """Facts that do not come together (the values of each), why, where that stands, and the rule's line."""

    facts: dict[str, list[str]]
    because: str
    source: dict[str, str]
    line: int

    def holds_for(self, facts: dict[str, str]) -> bool:
        """Whether `facts` has a value of each of the rule's facts."""
        return all(facts.get(fact) in values for fact, values in self.facts.items())


def read_rules(file: str, text: str) -> tuple[list[Rule], list[Problem]]:
    """Return the rules in `text`, or what is wrong with them."""
    yaml_text, problems = read_yaml(file, text)
    if not problems and not isinstance(yaml_text.data, list):
        problems = [Problem(file, 1, say("rules-no-list"))]
    if not problems:
        problems = [
            Problem(file, yaml_text.line(index, *place), message)
            for index, entry in enumerate(yaml_text.data)
            for place, message in _mistakes(entry)
        ]
    return ([], sorted(problems)) if problems else (_make_rules(yaml_text), [])


def check_rules(file: str, rules: list[Rule], tree: Tree) -> list[Problem]:
    """Return a problem for each rule that a way through the tree breaks by its own options."""
    ways = [{step.question.asks: step.value for step in steps} for steps, _ in every_path(tree)]
    problems = []
    for rule in rules:
        broken = next((way for way in ways if rule.holds_for(way)), None)
        if broken:
            facts = ", ".join(f"{fact} `{value}`" for fact, value in broken.items())
            problems.append(Problem(file, rule.line, say("rule-broken", facts=facts)))
    return problems


def _mistakes(entry: Any) -> Iterator[tuple[Place, Message]]:
    if not isinstance(entry, dict):
        yield (), say("rule-not-a-group")
        return
    for name in entry:
        if name not in RULE_FIELDS:
            yield (name,), say("field-unknown", name=name, near=did_you_mean(name, RULE_FIELDS))
    facts = entry.get("facts")
    if not isinstance(facts, dict) or len(facts) < 2:
        yield ("facts",), say("rule-with-one-fact")
    else:
        for fact, values in facts.items():
            if fact not in CAUSE_FACTS:
                yield ("facts", fact), say("fact-unknown", fact=fact, near=did_you_mean(fact, CAUSE_FACTS))
            elif not isinstance(values, list) or not values:
                yield ("facts", fact), say("rule-values-not-a-list", fact=fact)
            else:
                for index, value in enumerate(values):
                    if value not in VALUES[fact]:
                        near = did_you_mean(str(value), VALUES[fact])
                        message = say("value-not-of-fact", value=value, fact=fact, near=near)
                        yield ("facts", fact, index), message
    wrong = is_text(entry.get("because"))
    if wrong:
        yield ("because",), say("field-wrong", name="because", wrong=wrong)
    wrong = is_source(entry.get("source"))
    if wrong:
        yield ("source",), say("field-wrong", name="source", wrong=wrong)


def _make_rules(yaml_text: YamlText) -> list[Rule]:
    return [
        Rule(entry["facts"], entry["because"], entry["source"], yaml_text.line(index))
        for index, entry in enumerate(yaml_text.data)
    ]
