"""Rules for what cannot occur: docs/troubleshooter/rules.yml, its checks, and holding the tree to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hooks.writing.problems import Problem, did_you_mean
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
        problems = [Problem(file, 1, "the file holds no rules; write a list, each `- facts: …`.")]
    if not problems:
        problems = [
            Problem(file, yaml_text.line(index, *place), sentence)
            for index, entry in enumerate(yaml_text.data)
            for place, sentence in _mistakes(entry)
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
            sentence = f"the tree has a way with these facts ({facts}); remove the rule, or the option."
            problems.append(Problem(file, rule.line, sentence))
    return problems


def _mistakes(entry: Any) -> Iterator[tuple[Place, str]]:
    if not isinstance(entry, dict):
        yield (), "a rule is a group of fields; write `- facts: …` and the others below it."
        return
    for name in entry:
        if name not in RULE_FIELDS:
            yield (name,), f"unknown field `{name}`; {did_you_mean(name, RULE_FIELDS)}"
    facts = entry.get("facts")
    if not isinstance(facts, dict) or len(facts) < 2:
        yield (
            ("facts",),
            'a rule names two facts or more; write `facts: {status: ["409"], scimType: [tooMany]}`.',
        )
    else:
        for fact, values in facts.items():
            if fact not in CAUSE_FACTS:
                yield ("facts", fact), f"unknown fact `{fact}`; {did_you_mean(fact, CAUSE_FACTS)}"
            elif not isinstance(values, list) or not values:
                yield ("facts", fact), f"`{fact}` is not a list of values; write `{fact}: [a, b]`."
            else:
                for index, value in enumerate(values):
                    if value not in VALUES[fact]:
                        sentence = (
                            f"`{value}` is no value of `{fact}`; {did_you_mean(str(value), VALUES[fact])}"
                        )
                        yield ("facts", fact, index), sentence
    wrong = is_text(entry.get("because"))
    if wrong:
        yield ("because",), f"`because`: {wrong}"
    wrong = is_source(entry.get("source"))
    if wrong:
        yield ("source",), f"`source`: {wrong}"


def _make_rules(yaml_text: YamlText) -> list[Rule]:
    return [
        Rule(entry["facts"], entry["because"], entry["source"], yaml_text.line(index))
        for index, entry in enumerate(yaml_text.data)
    ]
