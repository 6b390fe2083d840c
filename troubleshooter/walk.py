"""Where facts lead: walking the tree of questions to the next question or the answer."""

from collections import namedtuple

from .tree import option_for
from .vocabulary import CAUSE_FACTS, VALUES


class Step(namedtuple("Step", "question option value")):
    """A question, the option chosen, and the value that chose it."""


class State(namedtuple("State", "steps question answer rejected")):
    """The steps taken, then the next question or the answer's id (the other is None).

    `rejected` is the value given for the question's fact that no option has, else None.
    """


class Disagreement(namedtuple("Disagreement", "fact value expected")):
    """A fact that speaks against an answer, and the values under which the answer holds."""


class Resolution(namedtuple("Resolution", "state answer disagreements rule")):
    """A State, the answer where it holds (else None), what disagrees with it, and the rule that is broken.

    A broken rule (else None) means that the facts cannot come together, so that nothing is asked or answered.
    """


def walk(tree, facts):
    """Return the State to which `facts` (fact name to value) lead from the tree's start.

    A question whose fact is not given counts as answered with `unknown` where that leads on to a
    question that asks for a given keyword or symptom: these tell more than what was left out.
    """
    steps: list[Step] = []
    question = tree.questions[tree.start]
    while True:
        value = facts.get(question.asks)
        if value is None and _telling_fact_lies_beyond(tree, question, facts):
            value = "unknown"
        option = _choose(question, value)
        if option is None:
            return State(steps, question, None, value)
        steps.append(Step(question, option, value))
        if option.answer:
            return State(steps, None, option.answer, None)
        question = tree.questions[option.question]


def every_path(tree):
    """Yield a pair (steps, answer id) for each way through the tree, one for each value."""
    waiting: list[tuple[list[Step], str]] = [([], tree.start)]
    while waiting:
        steps, question_id = waiting.pop()
        question = tree.questions[question_id]
        for option in question.options:
            for value in option.values:
                longer = steps + [Step(question, option, value)]
                if option.answer:
                    yield longer, option.answer
                else:
                    waiting.append((longer, option.question))


def resolve(tree, answers, facts):
    """Return the Resolution of `facts`: the one call from error code and attribute to the answer.

    `answers` maps an answer's id to a dict that has a list of values for each fact it holds for;
    a fact that is left out or has no values excludes nothing.
    """
    state = walk(tree, facts)
    rule = broken_rule(tree, facts)
    if rule or state.answer is None:
        return Resolution(state, None, [], rule)
    answer = answers[state.answer]
    disagreements = _find_disagreements(answer, facts)
    return Resolution(state, None if disagreements else answer, disagreements, None)


def broken_rule(tree, facts):
    """Return the first Rule whose facts all stand in `facts`, or None."""
    for rule in tree.rules:
        if all(facts.get(fact) in rule.facts[fact] for fact in rule.facts):
            return rule
    return None


def _telling_fact_lies_beyond(tree, question, facts):
    while True:
        option = option_for(question, "unknown")
        if option is None or option.answer:
            return False
        question = tree.questions[option.question]
        value = facts.get(question.asks)
        telling = question.asks in ("scimType", "symptom") and value not in (None, "unknown")
        if telling and option_for(question, value):
            return True


def _choose(question, value):
    option = option_for(question, value)
    if option is None and question.asks == "attribute" and value in VALUES["attribute"]:
        return option_for(question, "other")
    return option


def _find_disagreements(answer, facts):
    found = []
    for fact in CAUSE_FACTS:
        value = facts.get(fact)
        expected = answer.get(fact)
        if expected and value not in (None, "unknown", "other") and value not in expected:
            found.append(Disagreement(fact, value, expected))
    return found
