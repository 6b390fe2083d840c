"""The questions as Markdown: the troubleshooter without Python."""

from urllib.parse import urlencode

from hooks.markdown_templates import render
from troubleshooter.tree import Option, Question, Tree, grouped_options
from troubleshooter.vocabulary import FACTS, value_label

Facts = dict[str, str]


def questions_markdown(tree: Tree, root: str) -> str:
    """Return every question with its options as links, in the order in which a reader meets them.

    `root` is the way from the page's file to the folder docs/, empty or ending in a slash.
    """
    known = facts_on_every_way(tree)
    rendered = []
    for question_id, facts in known.items():
        question = tree.questions[question_id]
        groups = [
            (
                provider and value_label("idp", provider),
                [_row(facts, question, option, root) for option in options],
            )
            for provider, options in grouped_options(question, None)
        ]
        rendered.append((question, groups))
    return render("questions.md", questions=rendered)


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


def _row(facts: Facts, question: Question, option: Option, root: str) -> tuple[Option, list[tuple[str, str]]]:
    """Return an option with the label and address of each of its values; the address holds the way there."""
    links = []
    for value in option.values:
        if option.answer:
            address = f"{root}answers/{option.answer}.md"
        else:
            stated = {**facts, question.asks: value}
            query = urlencode([(fact, stated[fact]) for fact in FACTS if fact in stated])
            address = f"?{query}#{option.question}"
        links.append((value_label(question.asks, value), address))
    return option, links
