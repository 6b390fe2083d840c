"""Where facts lead: walking the tree of questions to the next question or the answer."""

from collections import namedtuple

from .tree import Question, option_for
from .vocabulary import CAUSE_FACTS, VALUES

# A cause that words tell comes under any code and keyword.
OVERRULED = ("status", "scimType", "attribute", "resource")


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

    A question whose fact is not given counts as answered with `unknown` where it is optional, and where that
    leads on to a question that asks for a given keyword or symptom: these tell more than what was left out.
    A fact may have a list of values, between which the question is asked where they lead different ways.
    """
    steps: list[Step] = []
    question = tree.questions[tree.start]
    while True:
        value = facts.get(question.asks)
        if isinstance(value, list):
            narrowed = _between(question, value)
            if len(narrowed.options) > 1:
                return State(steps, narrowed, None, None)
            value = narrowed.options[0].values[0] if narrowed.options else None
        if value is None and _telling_fact_lies_beyond(tree, question, facts):
            value = "unknown"
        option = _choose(question, value)
        passed = option is None and question.optional
        if passed:
            option = option_for(question, "unknown")
        if option is None:
            return State(steps, question, None, value)
        if not passed:
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
    by_words = facts.get("symptom", "unknown") != "unknown"
    rule = broken_rule(tree, facts)
    if rule and by_words and "symptom" not in rule.facts:
        rule = None
    if rule or state.answer is None:
        return Resolution(state, None, [], rule)
    answer = answers[state.answer]
    disagreements = _find_disagreements(answer, facts, OVERRULED if by_words else ())
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
        values = value if isinstance(value, list) else [value]
        if question.asks in ("scimType", "symptom") and any(
            value not in (None, "unknown") and option_for(question, value) for value in values
        ):
            return True


def _between(question, values):
    """Return the question with an option for each way on of the values, and that for who cannot tell."""
    options = []
    targets = []
    for value in values:
        option = option_for(question, value)
        if option and (option.question, option.answer) not in targets:
            targets.append((option.question, option.answer))
            options.append(option)
    last = option_for(question, "unknown")
    if len(options) > 1 and last:
        options.append(last)
    return Question(question.id, question.asks, question.text, question.help, options, False)


def _choose(question, value):
    option = option_for(question, value)
    if option is None and question.asks == "attribute" and value in VALUES["attribute"]:
        return option_for(question, "other")
    return option


def _find_disagreements(answer, facts, overruled):
    found = []
    for fact in CAUSE_FACTS:
        if fact in overruled:
            continue
        value = facts.get(fact)
        expected = answer.get(fact)
        if (
            expected
            and not isinstance(value, list)
            and value not in (None, "unknown", "other")
            and value not in expected
        ):
            found.append(Disagreement(fact, value, expected))
    return found
