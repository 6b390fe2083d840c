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


class Resolution(namedtuple("Resolution", "state answer disagreements")):
    """A State, the answer where it holds (else None), and what disagrees with it."""


def walk(tree, facts):
    """Return the State to which `facts` (fact name to value) lead from the tree's start."""
    steps: list[Step] = []
    question = tree.questions[tree.start]
    while True:
        value = facts.get(question.asks)
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
    if state.answer is None:
        return Resolution(state, None, [])
    answer = answers[state.answer]
    disagreements = _find_disagreements(state, answer, facts)
    return Resolution(state, None if disagreements else answer, disagreements)


def _choose(question, value):
    option = option_for(question, value)
    if option is None and question.asks == "attribute" and value in VALUES["attribute"]:
        return option_for(question, "other")
    return option


def _find_disagreements(state, answer, facts):
    # A fact that was asked on the way agrees: the build has checked every path of the tree.
    asked = [step.question.asks for step in state.steps]
    found = []
    for fact in CAUSE_FACTS:
        value = facts.get(fact)
        expected = answer.get(fact)
        if fact in asked or not expected or value in (None, "unknown"):
            continue
        if value not in expected:
            found.append(Disagreement(fact, value, expected))
    return found
