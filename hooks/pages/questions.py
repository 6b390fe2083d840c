"""The questions as Markdown: the troubleshooter without Python."""

from hooks.addresses.ways import Facts, facts_on_every_way, query_of
from hooks.render import render
from troubleshooter.tree import Option, Question, Tree, titled_groups
from troubleshooter.vocabulary import value_label


def questions_markdown(tree: Tree, root: str) -> str:
    """Return every question with its options as links, in the order in which a reader meets them.

    `root` is the way from the page's file to the folder docs/, empty or ending in a slash.
    """
    known = facts_on_every_way(tree)
    rendered = []
    for question_id, facts in known.items():
        question = tree.questions[question_id]
        groups = [
            (title, [_row(facts, question, option, root) for option in options])
            for title, options in titled_groups(question, None)
        ]
        rendered.append((question, groups))
    return render("questions.md", questions=rendered)


def start_question(tree: Tree) -> tuple[str, list[tuple[str, str]]]:
    """Return the text of the first question, and the text and address of each value of its options.

    Addresses begin at the site's root.
    """
    question = tree.questions[tree.start]
    options = []
    for option in question.options:
        for value in option.values:
            text = option.text if len(option.values) == 1 else value_label(question.asks, value)
            query = query_of({question.asks: value})
            to_question = f"troubleshooter/?{query}#{option.question}"
            options.append((text, f"answers/{option.answer}/" if option.answer else to_question))
    return question.text, options


def _row(facts: Facts, question: Question, option: Option, root: str) -> tuple[Option, list[tuple[str, str]]]:
    """Return an option with the label and address of each of its values; the address holds the way there."""
    links = []
    for value in option.values:
        if option.answer:
            address = f"{root}answers/{option.answer}.md"
        else:
            stated = {**facts, question.asks: value}
            address = f"?{query_of(stated)}#{option.question}"
        links.append((value_label(question.asks, value), address))
    return option, links
