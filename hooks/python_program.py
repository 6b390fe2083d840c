"""The troubleshooter's Python as the browser gets it: one file with all modules that a page needs."""

import ast
from pathlib import Path

PROJECT = Path(__file__).parent.parent
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
    files = {
        path.relative_to(project).as_posix(): without_docstrings(path.read_text(encoding="utf-8"))
        for path in module_files(entry, project)
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
    names = {".".join(package)}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        # Within the package, all imports are relative, and from a module.
        if isinstance(node, ast.ImportFrom) and node.level and node.module:
            base = package[: len(package) - node.level + 1]
            names |= {".".join(base), ".".join([*base, node.module])}
    return names


def without_docstrings(source: str) -> str:
    """Return the source without docstrings and comments, which are a fourth of it."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)
