"""The troubleshooter's Python as the browser gets it: one file with all modules that a page needs."""

import ast
from collections.abc import Iterable, Sequence
from pathlib import Path

PROJECT = Path(__file__).parents[2]
# One request in place of thirty. Its last line starts the page.
PROGRAM = """\
import os

for folder in {folders!r}:
    os.mkdir(folder)
for path, text in {files!r}:
    with open(path, "w") as file:
        file.write(text)
import {entry}
"""
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def python_program(entry: str, project: Path = PROJECT) -> str:
    """Return the program that runs the module `entry` wherever none of the project's files are."""
    return program_of(module_files(entry, project), entry, project)


def program_of(paths: Iterable[Path], entry: str, project: Path = PROJECT) -> str:
    """Return the program that writes the files at `paths`, then imports the module `entry`."""
    files = {
        path.relative_to(project).as_posix(): without_docstrings(path.read_text(encoding="utf-8"))
        for path in paths
    }
    folders = sorted({parent.as_posix() for name in files for parent in list(Path(name).parents)[:-1]})
    return PROGRAM.format(folders=folders, files=list(files.items()), entry=entry)


def module_files(entry: str, project: Path = PROJECT) -> list[Path]:
    """Return the files of the module `entry` and of all that it needs, in the order of their paths."""
    found: set[Path] = set()
    waiting = [entry]
    while waiting:
        path = project.joinpath(*waiting.pop().split(".")).with_suffix(".py")
        path = path if path.exists() else path.with_suffix("") / "__init__.py"
        if path not in found:
            found.add(path)
            waiting += imported_modules(path, project)
    return sorted(found)


def imported_modules(path: Path, project: Path = PROJECT) -> set[str]:
    """Return the modules of the project that a file imports, with the packages around it and them."""
    package = path.relative_to(project).parent.parts
    names = set(_packages_of(package))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), path)):
        # Within the package, all imports are relative, and from a module.
        if isinstance(node, ast.ImportFrom) and node.level and node.module:
            base = package[: len(package) - node.level + 1]
            names |= set(_packages_of([*base, *node.module.split(".")]))
    return names


def _packages_of(parts: Sequence[str]) -> list[str]:
    """Return the name of a module and those of all packages around it."""
    return [".".join(parts[:count]) for count in range(1, len(parts) + 1)]


def without_docstrings(source: str) -> str:
    """Return the source without docstrings and comments, which are a fourth of it."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)
