"""Lists of answers: by status, by subject, by who acts, and those that hold for one value of a fact."""

from collections.abc import Callable, Iterable

from hooks.render import render
from hooks.writing.answers import SUBJECTS, WHO, Answer
from troubleshooter.vocabulary import STATUS, value_label

ANY_STATUS = "Any status, or none shown"


def answers_by_status(answers: Iterable[Answer], root: str) -> str:
    """Return the list of answers under a heading for each status; one that names none comes last."""
    groups = _grouped(answers, [*STATUS, ANY_STATUS], _statuses, status_heading)
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


def answers_for(answers: Iterable[Answer], fact: str, value: str, root: str) -> str:
    """Return the list of answers that hold for `value` of `fact`, those that hold for fewest values first."""
    found = [answer for answer in answers if value in answer.facts[fact]]
    found.sort(key=lambda answer: (len(answer.facts[fact]), answer.title))
    return render("answer_items.md", answers=found, root=root)


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
) -> list[tuple[str, list[Answer]]]:
    """Return the heading and the answers, by title, of each group in `order` that has any."""
    groups: dict[str, list[Answer]] = {name: [] for name in order}
    for answer in sorted(answers, key=lambda answer: answer.title):
        for group in groups_of(answer):
            groups[group].append(answer)
    return [(heading(name), members) for name, members in groups.items() if members]
