"""Lists of answers: by status, by subject, by who acts, and those that hold for one value of a fact."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from hooks.render import render
from hooks.writing.answers import SUBJECTS, WHO, Answer
from troubleshooter.tree import Option, Tree, option_for, values_of
from troubleshooter.vocabulary import value_label

ANY_STATUS = "Any status, or none shown"


def answers_by_status(answers: Iterable[Answer], tree: Tree, root: str) -> str:
    """Return the list of answers under a heading for each status; one that names none comes last.

    What the tree offers first is the commonest: of the statuses, and of the answers to each.
    """
    statuses = values_of(tree.questions[tree.start])
    groups = _grouped(
        answers, [*statuses, ANY_STATUS], _statuses, status_heading, lambda name: _place(tree, name)
    )
    return render("answer_list.md", root=root, groups=groups)


def answers_by_subject(answers: Iterable[Answer], root: str) -> str:
    """Return the list of answers under a heading for what each is about."""
    return render("answer_list.md", root=root, groups=subjects_with_answers(answers))


def subjects_with_answers(answers: Iterable[Answer]) -> list[tuple[str, list[Answer]]]:
    """Return each subject that has answers, with these by title."""
    return _grouped(answers, list(SUBJECTS), lambda answer: [answer.subject], lambda name: SUBJECTS[name])


def answers_by_who(answers: Iterable[Answer], root: str) -> str:
    """Return the list of answers under a heading for each person who acts."""
    groups = _grouped(answers, list(WHO), lambda answer: answer.who, lambda name: WHO[name])
    return render("answer_list.md", root=root, groups=groups)


def answers_for(answers: Iterable[Answer], fact: str, value: str, tree: Tree, root: str) -> str:
    """Return the list of answers that hold for `value` of `fact`, in the order in which the tree has them."""
    found = [answer for answer in answers if value in answer.facts[fact]]
    found.sort(key=_place(tree, value))
    return render("answer_items.md", answers=found, root=root)


def _place(tree: Tree, status: str) -> Callable[[Answer], tuple[int, str]]:
    """Return where an answer comes among those of the tree, of which those under `status` come first."""
    start = tree.questions[tree.start]
    options = [option_for(start, status), *start.options]
    order = [answer for option in options if option for answer in _answers_behind(tree, option)]
    return lambda answer: (order.index(answer.id) if answer.id in order else len(order), answer.title)


def _answers_behind(tree: Tree, option: Option) -> Iterator[str]:
    if option.answer:
        yield option.answer
        return
    for following in tree.questions[option.question].options:
        yield from _answers_behind(tree, following)


def _statuses(answer: Answer) -> list[str]:
    return answer.facts["status"] or [ANY_STATUS]


def status_heading(status: str) -> str:
    """Return a status as a heading: a code with its phrase, or that there is no error or no code."""
    words = {"none": "No error is reported", "unknown": "The message shows no code"}
    return words.get(status) or value_label("status", status)


def _grouped(
    answers: Iterable[Answer],
    order: list[str],
    groups_of: Callable[[Answer], list[str]],
    heading: Callable[[str], str],
    key_in: Callable[[str], Callable[[Answer], Any]] = lambda _: lambda answer: answer.title,
) -> list[tuple[str, list[Answer]]]:
    """Return the heading and the answers of each group in `order` that has any.

    `key_in` returns the key by which the answers of a group are sorted.
    """
    groups: dict[str, list[Answer]] = {name: [] for name in order}
    for answer in answers:
        for group in groups_of(answer):
            groups[group].append(answer)
    return [(heading(name), sorted(members, key=key_in(name))) for name, members in groups.items() if members]
