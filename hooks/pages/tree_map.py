"""The map of the tree: a numbered card for each question, in bands by how many questions come before."""

from collections import Counter
from dataclasses import dataclass
from itertools import count

from hooks.addresses.ways import facts_on_every_way, query_of
from hooks.render import render
from hooks.writing.answers import Answer
from troubleshooter.tree import Option, Question, Tree, grouped_options
from troubleshooter.vocabulary import value_label


@dataclass(frozen=True)
class Card:
    """A question, its number, the options on its card, and how many more stand on another's, by its id."""

    question: Question
    number: int
    options: list[Option]
    elsewhere: dict[str, int]


def bands_of(tree: Tree) -> list[list[Card]]:
    """Return the cards in bands: the first question, those to which its options lead, and so on."""
    bands = [[tree.start]]
    while bands[-1]:
        met = {key for band in bands for key in band}
        ahead = [option.question for key in bands[-1] for option in tree.questions[key].options]
        bands.append([key for key in dict.fromkeys(ahead) if key and key not in met])
    questions = [tree.questions[key] for band in bands for key in band]
    longest_first = sorted(questions, key=lambda question: -len(question.options))
    numbers = count(1)
    return [[_card(tree.questions[key], next(numbers), longest_first) for key in band] for band in bands[:-1]]


def _card(question: Question, number: int, longest_first: list[Question]) -> Card:
    """Return the card of a question, without the options that stand on the longest card with them.

    A single one is not worth the way there, and what else leads on belongs to its own question.
    """
    homes = {
        option.values[0]: next(other.id for other in longest_first if option in other.options)
        for option in question.options
        if "unknown" not in option.values
    }
    shared = Counter(homes.values())
    elsewhere = {home: many for home, many in shared.items() if home != question.id and many > 1}
    groups = [options for _, options in grouped_options(question, None)]
    own = [option for group in groups for option in group if homes.get(option.values[0]) not in elsewhere]
    return Card(question, number, own, elsewhere)


def map_markdown(tree: Tree, answers: dict[str, Answer], root: str) -> str:
    """Return the map for a page that is no index page.

    `root` is the way from the page's file to the folder docs/, empty or ending in a slash.
    """
    bands = bands_of(tree)
    cards = {card.question.id: card for band in bands for card in band}
    options = [option for card in cards.values() for option in card.options]
    return render(
        "map.md",
        bands=bands,
        cards=cards,
        # Of each answer, the option that is its place on the map.
        places={option.answer: option for option in reversed(options)},
        # Raw addresses start from the page, which is one folder deeper than its file.
        site=f"{root}../",
        queries={key: query_of(facts) for key, facts in facts_on_every_way(tree).items()},
        answers=answers,
        value_label=value_label,
    )
