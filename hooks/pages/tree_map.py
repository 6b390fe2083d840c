"""The map of the tree: a card for each question, beside one another by how many questions come before."""

from dataclasses import dataclass

from hooks.addresses.ways import facts_on_every_way, query_of
from hooks.render import render
from hooks.writing.answers import Answer
from troubleshooter.tree import Option, Question, Tree, grouped_options
from troubleshooter.vocabulary import value_label

# As many as map.css has.
COLOURS = 6


@dataclass(frozen=True)
class Row:
    """An option on a card; `provider` names the one console that shows it, or is empty.

    `is_first` says whether its answer stands on no card before.
    """

    option: Option
    provider: str
    is_first: bool


@dataclass(frozen=True)
class Card:
    """A question with its rows; the options that lead to it have its colour."""

    question: Question
    colour: int
    rows: list[Row]


def columns_of(tree: Tree) -> list[list[Card]]:
    """Return the cards in columns: the first question, those to which its options lead, and so on."""
    depths = {tree.start: 0}
    # Grows while it is gone through.
    waiting = [tree.start]
    for key in waiting:
        for option in tree.questions[key].options:
            if option.question and option.question not in depths:
                depths[option.question] = depths[key] + 1
                waiting.append(option.question)
    columns: list[list[Card]] = [[] for _ in range(max(depths.values()) + 1)]
    met: set[str] = set()
    for number, key in enumerate(waiting):
        question = tree.questions[key]
        columns[depths[key]].append(Card(question, number % COLOURS, _rows(question, met)))
    return columns


def _rows(question: Question, met: set[str]) -> list[Row]:
    """Return the rows of a question; `met` are the answers before, and grows by those of the rows."""
    rows = []
    for provider, options in grouped_options(question, None):
        for option in options:
            name = (provider and value_label("idp", provider)) or ""
            rows.append(Row(option, name, bool(option.answer) and option.answer not in met))
            met.add(option.answer or "")
    return rows


def map_markdown(tree: Tree, answers: dict[str, Answer], root: str) -> str:
    """Return the map for a page that is no index page.

    `root` is the way from the page's file to the folder docs/, empty or ending in a slash.
    """
    columns = columns_of(tree)
    return render(
        "map.md",
        columns=columns,
        colours={card.question.id: card.colour for column in columns for card in column},
        # Raw addresses start from the page, which is one folder deeper than its file.
        site=f"{root}../",
        texts={question.id: question.text for question in tree.questions.values()},
        queries={key: query_of(facts) for key, facts in facts_on_every_way(tree).items()},
        answers=answers,
    )
