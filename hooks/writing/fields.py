"""Tables of fields, and the check of what writers wrote against them: front matter, the tree, the rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from hooks.writing.problems import Message, Problem, did_you_mean, in_words, say
from hooks.writing.values import Check
from hooks.writing.yaml_text import Place, YamlText

Fields = dict[str, "Field"]
Mistakes = Iterator[tuple[Place, Message]]


@dataclass(frozen=True)
class Field:
    """One field: what it holds, in words for writers, and the check of its value.

    Where it holds a group, the table of that stands in place of the check; a list is checked entry by entry.
    """

    describes: str
    holds: Check | Fields
    required: bool = False
    is_list: bool = False


def check_fields(file: str, yaml_text: YamlText, fields: Fields) -> list[Problem]:
    """Return what is wrong with a file, or the front matter of one, that holds `fields`."""
    return _check(file, yaml_text, Field("", fields))


def check_list(file: str, yaml_text: YamlText, fields: Fields) -> list[Problem]:
    """Return what is wrong with a file that holds a list of groups, each with `fields`."""
    return _check(file, yaml_text, Field("", fields, is_list=True))


def _check(file: str, yaml_text: YamlText, field: Field) -> list[Problem]:
    mistakes = _in_field(PurePath(file).name, field, yaml_text.data, ())
    return [Problem(file, yaml_text.line(*place), message) for place, message in mistakes]


def _in_group(group: dict[str, Any], fields: Fields, place: Place) -> Mistakes:
    for name in group:
        if name not in fields:
            yield (*place, name), say("field-unknown", name=name, near=did_you_mean(name, fields))
    for name, field in fields.items():
        if name in group:
            yield from _in_field(name, field, group[name], (*place, name))
        elif field.required:
            yield place, say("field-missing", name=name, describes=field.describes)


def _in_field(name: str, field: Field, value: Any, place: Place) -> Mistakes:
    if not field.is_list:
        yield from _in_value(name, field, value, place)
    elif field.required and not value:
        yield place, say("list-empty", name=name, describes=field.describes)
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _in_value(name, field, entry, (*place, index))
    elif isinstance(field.holds, dict):
        yield place, say("list-of-groups-expected", name=name, first=_names(field.holds)[0])
    else:
        entry = value if value and isinstance(value, str) else "…"
        yield place, say("list-expected", name=name, entry=entry)


def _in_value(name: str, field: Field, value: Any, place: Place) -> Mistakes:
    if not isinstance(field.holds, dict):
        wrong = field.holds(value)
        if wrong:
            yield place, say("field-wrong", name=name, wrong=wrong)
    elif isinstance(value, dict):
        yield from _in_group(value, field.holds, place)
    else:
        first, *others = names = _names(field.holds)
        if field.is_list:
            yield place, say("entry-not-a-group", name=name, first=first, others=in_words(others))
        else:
            yield place, say("field-not-a-group", name=name, names=in_words(names))


def _names(fields: Fields) -> list[str]:
    """Return the names of the fields that a writer begins with: the first, and those that must be there."""
    first, *others = fields
    return [first, *([name for name in others if fields[name].required] or others)]
