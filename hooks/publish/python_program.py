"""The troubleshooter's Python as the browser gets it: a file with all modules that a page needs.

What functions import is needed seldom, and is in a second file, which the page asks for then.
"""

import ast
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

PROJECT = Path(__file__).parents[2]
# What runs in the pages that a template shows.
PYTHON_MODULES = {
    "troubleshooter.html": "troubleshooter.browser.troubleshooter_page",
    "home.html": "troubleshooter.browser.home_page",
    "triage.html": "troubleshooter.browser.triage_page",
}
# One request in place of thirty. Its last line starts the page.
PROGRAM = """\
import os

for folder in {folders!r}:
    os.mkdir(folder)
for path, text in {files!r}:
    with open(path, "w") as file:
        file.write(text)
"""
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def program_address(module: str) -> str:
    """Return the address of the program that runs a module."""
    return f"assets/python/{module.rpartition('.')[2]}.txt"


def later_address(module: str) -> str:
    """Return where the program is published that adds what functions in the page of a module import."""
    return f"assets/python/{module.rpartition('.')[2]}_later.txt"


def python_program(entry: str, project: Path = PROJECT) -> str:
    """Return the program that runs the module `entry` wherever none of the project's files are."""
    return f"{program_of(module_files([entry], project), project)}import {entry}\n"


def later_program(entry: str, project: Path = PROJECT) -> str:
    """Return the program that adds what functions import in the modules that `entry` needs, or nothing."""
    first = module_files([entry], project)
    names = {name for path in first for name in imported_modules(path, project, in_functions=True)}
    added = [path for path in module_files(names, project) if path not in first]
    return program_of(added, project, {path.parent for path in first}) if added else ""


def program_of(paths: Iterable[Path], project: Path, there: Collection[Path] = ()) -> str:
    """Return the program that writes the files at `paths`, and makes their folders but those `there`."""
    files = {
        path.relative_to(project).as_posix(): without_docstrings(path.read_text(encoding="utf-8"))
        for path in paths
    }
    folders = {parent for name in files for parent in list(Path(name).parents)[:-1]}
    new = sorted(folder.as_posix() for folder in folders if project / folder not in there)
    return PROGRAM.format(folders=new, files=list(files.items()))


def module_files(entries: Iterable[str], project: Path = PROJECT) -> list[Path]:
    """Return the files of the modules `entries` and of all that they need, in the order of their paths."""
    found: set[Path] = set()
    waiting = list(entries)
    while waiting:
        path = project.joinpath(*waiting.pop().split(".")).with_suffix(".py")
        path = path if path.exists() else path.with_suffix("") / "__init__.py"
        if path not in found:
            found.add(path)
            waiting += imported_modules(path, project)
    return sorted(found)


def imported_modules(path: Path, project: Path = PROJECT, *, in_functions: bool = False) -> set[str]:
    """Return the modules of the project that a file imports, or functions in it, with the packages around."""
    package = path.relative_to(project).parent.parts
    names = set() if in_functions else set(_packages_of(package))
    tree = ast.parse(path.read_text(encoding="utf-8"), path)
    for node in set(ast.walk(tree)) - set(tree.body) if in_functions else tree.body:
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
