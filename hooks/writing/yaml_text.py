"""Reads YAML in which every scalar is a string, and knows the line of every entry."""

from dataclasses import dataclass
from typing import Any

import yaml

from hooks.writing.problems import Problem, say

Place = tuple[str | int, ...]
# Written in C, where PyYAML has it, and ten times as fast; MkDocs reads front matter with the same.
FAST_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class YamlText:
    """Data from YAML (dicts, lists, strings) and the line each place in it begins on."""

    data: Any
    lines: dict[Place, int]

    def line(self, *place: str | int) -> int:
        """Return the line of `place` (keys and indexes), or of the nearest entry around it."""
        while place not in self.lines:
            place = place[:-1]
        return self.lines[place]


def read_yaml(file: str, text: str, first_line: int = 1) -> tuple[YamlText, list[Problem]]:
    """Return what `text` holds and its problems; `first_line` is the line of `file` it begins on.

    A writer's `409` and `no` mean what they say, so no scalar becomes a number or a boolean.
    """
    nothing = YamlText(None, {(): first_line})
    try:
        root = _compose(text)
    except yaml.MarkedYAMLError as error:
        # What a scanner could not finish began further up: a quote without its end, say.
        unfinished = (error.context or "").startswith("while scanning")
        mark = (error.context_mark if unfinished else None) or error.problem_mark
        line = mark.line + first_line if mark else first_line
        return nothing, [Problem(file, line, say("yaml-unreadable", problem=error.problem))]
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        code = f"{ord(text[error.position]):04X}"
        return nothing, [Problem(file, line, say("yaml-character", code=code))]
    if root is None:
        return nothing, []
    lines: dict[Place, int] = {(): first_line}
    problems: list[Problem] = []

    def build(node: yaml.Node, place: Place, *around: yaml.Node) -> Any:
        # An alias is the very node that it names.
        if node in around:
            line = node.start_mark.line + first_line
            problems.append(Problem(file, line, say("yaml-alias-to-itself")))
            return None
        lines.setdefault(place, node.start_mark.line + first_line)
        if isinstance(node, yaml.MappingNode):
            mapping: dict[str, Any] = {}
            for key_node, value_node in node.value:
                key = str(key_node.value)
                line = key_node.start_mark.line + first_line
                if key in mapping:
                    problems.append(Problem(file, line, say("yaml-key-twice", key=key)))
                lines[(*place, key)] = line
                mapping[key] = build(value_node, (*place, key), node, *around)
            return mapping
        if isinstance(node, yaml.SequenceNode):
            return [build(item, (*place, index), node, *around) for index, item in enumerate(node.value)]
        return node.value

    return YamlText(build(root, ()), lines), problems


def _compose(text: str) -> yaml.Node | None:
    """Return the nodes of `text`; raise a yaml.YAMLError that says exactly what is wrong where."""
    try:
        return yaml.compose(text, Loader=FAST_LOADER)
    except yaml.YAMLError:
        # Only the loader in Python gives the place of every mistake, in words that the tests know.
        return yaml.compose(text, Loader=yaml.BaseLoader)
