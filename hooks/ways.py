"""The ways through the tree that lead to an answer, as its page names them."""

from hooks.questions import query_of
from troubleshooter.tree import Tree
from troubleshooter.walk import every_path

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
