"""Rules for what cannot occur: docs/troubleshooter/rules.yml, its checks, and holding the tree to them."""

from dataclasses import dataclass

from hooks.writing.fields import Field, Fields, check_list
from hooks.writing.origin import SOURCE_FIELDS
from hooks.writing.problems import Problem, say
from hooks.writing.values import is_one_of, is_text
from hooks.writing.yaml_text import YamlText, read_yaml
from troubleshooter.tree import Tree
from troubleshooter.vocabulary import CAUSE_FACTS, VALUES
from troubleshooter.walk import every_path

FACT_FIELDS: Fields = {
    fact: Field(f"values of {fact}", is_one_of(VALUES[fact]), is_list=True) for fact in CAUSE_FACTS
}
RULE_FIELDS: Fields = {
    "facts": Field("the values of two facts or more that do not come together", FACT_FIELDS, True),
    "because": Field("the reason", is_text, True),
    "source": Field("where that stands", SOURCE_FIELDS, True),
}


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
    problems = problems or check_list(file, yaml_text, RULE_FIELDS) or _check_facts(file, yaml_text)
    if problems:
        return [], sorted(problems)
    return [Rule(**entry, line=yaml_text.line(index)) for index, entry in enumerate(yaml_text.data)], []


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


def _check_facts(file: str, yaml_text: YamlText) -> list[Problem]:
    return [
        Problem(file, yaml_text.line(index, "facts"), say("rule-with-one-fact"))
        for index, entry in enumerate(yaml_text.data)
        if len(list(filter(None, entry["facts"].values()))) < 2
    ]
