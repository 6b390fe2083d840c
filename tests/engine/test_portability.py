"""The package runs on MicroPython: nothing it lacks, or breaks without a word, may be used."""

import ast
from pathlib import Path

import pytest

# What only the command line runs.
COMMAND_LINE = ("__main__.py", "explain_command.py", "triage_command.py", "command")
PACKAGE = Path(__file__).parents[2] / "troubleshooter"
FILES = [
    path for path in sorted(PACKAGE.rglob("*.py")) if not {path.name, path.parent.name} & {*COMMAND_LINE}
]

MODULES = {"asyncio", "collections", "gc", "js", "jsffi", "json"}
METHODS = set(
    "title capitalize removeprefix removesuffix zfill ljust rjust casefold swapcase translate isalnum "
    "isalpha isupper islower isdigit isnumeric isspace isidentifier "
    "format_map expandtabs _replace _asdict findall fullmatch groups span".split()
)


def faults(tree: ast.AST) -> list[str]:
    """Return what MicroPython would refuse or silently do otherwise."""
    found = []
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Import):
            found += [f"{line} import {name.name}" for name in node.names if name.name not in MODULES]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module not in MODULES:
            found.append(f"{line} from {node.module}")
        elif isinstance(node, ast.Attribute) and node.attr == "_fields":
            found.append(f"{line} ._fields")
        elif isinstance(node, ast.Match | ast.TryStar):
            found.append(f"{line} {type(node).__name__}")
        elif isinstance(node, ast.Raise) and node.cause:
            found.append(f"{line} raise from")
        elif isinstance(node, ast.List | ast.Tuple | ast.Set) and any(
            isinstance(entry, ast.Starred) for entry in node.elts
        ):
            found.append(f"{line} star in a display")
        elif isinstance(node, ast.Dict) and None in node.keys:
            found.append(f"{line} ** in a dict")
        elif isinstance(node, ast.arguments) and node.posonlyargs:
            found.append(f"{line} positional-only")
        elif isinstance(node, ast.Slice) and node.step:
            found.append(f"{line} slice with a step")
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
                found.append(f"{line} .{node.func.attr}()")
            found += [f"{line} {word}" for word in _bad_keywords(node)]
        elif isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Attribute) and target.attr in {"__doc__", "__slots__"}
            for target in node.targets
        ):
            found.append(f"{line} attribute of a class")
    return found


def _bad_keywords(call: ast.Call) -> list[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    banned = {
        "split": {"sep", "maxsplit"},
        "dumps": {"indent", "sort_keys", "ensure_ascii"},
        "zip": {"strict"},
        "namedtuple": {"defaults"},
    }
    return [f"{name}({word.arg}=)" for word in call.keywords if word.arg in banned.get(name, set())]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_uses_only_what_micropython_has(path: Path) -> None:
    assert faults(ast.parse(path.read_text())) == []


@pytest.mark.parametrize(
    "source",
    [
        "import re",
        "from dataclasses import dataclass",
        "from typing import Any",
        "'a'.removeprefix('b')",
        "[*a, 1]",
        "{**a}",
        "a[::-1]",
        "a.isalpha()",
        "def f(a, /): pass",
        "match a:\n case 1: pass",
        "zip(a, b, strict=True)",
        "json.dumps(a, indent=1)",
        "raise A from b",
        "A.__doc__ = 'x'",
    ],
)
def test_guard_refuses_what_micropython_lacks(source: str) -> None:
    assert faults(ast.parse(source)) != []
