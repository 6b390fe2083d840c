"""The ways through the tree: what each question and each answer is reached by, and the facts as a query."""

from urllib.parse import urlencode

from troubleshooter.tree import Tree, visible_options
from troubleshooter.vocabulary import FACTS, IDP
from troubleshooter.walk import every_path

Facts = dict[str, str]

# For each answer, the label and the query of each way to it.
Ways = dict[str, list[tuple[str, str]]]

NO_CODE = {"none": "no error", "unknown": "no code"}


def ways_to(tree: Tree) -> Ways:
    """Return the ways to each answer that the tree reaches, shortest first.

    A label is as short as "409 → emails"; the query states these facts to the troubleshooter.
    """
    ways: Ways = {}
    for steps, answer in sorted(every_path(tree), key=lambda path: len(path[0])):
        facts = {step.question.asks: step.value for step in steps}
        label = " → ".join(_label(fact, value) for fact, value in facts.items())
        ways.setdefault(answer, []).append((label, query_of(facts)))
    return ways


def _label(fact: str, value: str) -> str:
    if fact == "status":
        return NO_CODE.get(value, value)
    return f"{fact} not said" if value == "unknown" else value


def shown_by_one(tree: Tree) -> dict[str, str]:
    """Return the provider of each answer that its console alone can show."""
    showing: dict[str, list[str]] = {}
    for idp in IDP:
        for answer in _answers_shown(tree, idp):
            showing.setdefault(answer, []).append(idp)
    return {answer: providers[0] for answer, providers in showing.items() if len(providers) == 1}


def _answers_shown(tree: Tree, idp: str) -> set[str]:
    """Return the answers to which the options lead that the console of a provider can show."""
    answers: set[str] = set()
    met = {tree.start}
    waiting = [tree.start]
    while waiting:
        for option in visible_options(tree.questions[waiting.pop()], idp):
            if option.answer:
                answers.add(option.answer)
            elif option.question not in met:
                met.add(option.question)
                waiting.append(option.question)
    return answers


def facts_on_every_way(tree: Tree) -> dict[str, Facts]:
    """Return for each question, nearest first, the facts that every way to it has."""
    known: dict[str, Facts] = {tree.start: {}}
    waiting: list[tuple[str, Facts]] = [(tree.start, {})]
    while waiting:
        question_id, facts = waiting.pop(0)
        question = tree.questions[question_id]
        for option in question.options:
            if not option.question:
                continue
            for value in option.values:
                longer = {**facts, question.asks: value}
                before = known.get(option.question, longer)
                known[option.question] = dict(before.items() & longer.items())
                waiting.append((option.question, longer))
    return known


def query_of(facts: Facts) -> str:
    """Return the query of an address that states `facts`, without its question mark."""
    return urlencode([(fact, facts[fact]) for fact in FACTS if fact in facts])
