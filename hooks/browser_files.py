"""What the browser runs: the troubleshooter's Python, its tree, and the runtime from npm."""

import ast
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hooks.content import Content

PROJECT = Path(__file__).parent.parent
RUNTIME = {
    # nginx serves .mjs as text/plain, and browsers refuse it; so the interpreter becomes a .js.
    "micropython.js": "@micropython/micropython-webassembly-pyscript/micropython.mjs",
    "micropython.wasm": "@micropython/micropython-webassembly-pyscript/micropython.wasm",
}
# What PyScript asks for at every start, whatever the page uses.
PYSCRIPT_PARTS = ["core", "core-*", "deprecations-manager-*", "donkey-*", "error-*", "py-*"]
NOT_INSTALLED = (
    "The browser runtime is not installed; run `make build` or `make serve` once, which install it."
)


def runtime_files(project: Path = PROJECT) -> dict[str, Path]:
    """Return the runtime's files by their address; raise FileNotFoundError if one is missing."""
    modules = project / "node_modules"
    files = {f"assets/runtime/{name}": modules / path for name, path in RUNTIME.items()}
    pyscript = modules / "@pyscript" / "core" / "dist"
    for part in PYSCRIPT_PARTS:
        found = sorted(pyscript.glob(f"{part}.js"))
        if not found:
            raise FileNotFoundError(NOT_INSTALLED)
        files |= {f"assets/runtime/{path.name}": path for path in found}
    if not all(path.exists() for path in files.values()):
        raise FileNotFoundError(NOT_INSTALLED)
    return files


def notice_files(project: Path = PROJECT) -> dict[str, Path]:
    """Return the licence and the notices of what the site redistributes, by their address."""
    return {"LICENSE.txt": project / "LICENSE", "NOTICE.txt": project / "NOTICE"}


def python_files(entries: Iterable[str], project: Path = PROJECT) -> dict[str, Path]:
    """Return the Python files that the modules `entries` need, themselves among them, by their address."""
    found: dict[str, Path] = {}
    waiting = list(entries)
    while waiting:
        module = waiting.pop()
        path = project.joinpath(*module.split(".")).with_suffix(".py")
        path = path if path.exists() else path.with_suffix("") / "__init__.py"
        address = f"assets/python/{path.relative_to(project).as_posix()}"
        if address not in found:
            found[address] = path
            waiting += imported_modules(path, project)
    return dict(sorted(found.items()))


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


def python_config(addresses: Iterable[str], root: str) -> dict[str, Any]:
    """Return PyScript's configuration for a page from which the site's root is at `root`."""
    return {
        "interpreter": f"{root}/assets/runtime/micropython.js",
        # PyScript would print tracebacks on the page; start.js says what readers need.
        "plugins": ["!error"],
        "files": {f"{root}/{address}": address.removeprefix("assets/python/") for address in addresses},
    }


def tree_json(content: Content) -> str:
    """Return the checked tree with its rules, and under `answers` the facts that each lists."""
    return json.dumps(
        {
            **content.tree,
            "rules": [{"facts": rule.facts, "because": rule.because} for rule in content.rules],
            "answers": {answer.id: answer.listed_facts() for answer in content.answers.values()},
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
