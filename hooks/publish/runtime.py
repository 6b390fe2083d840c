"""What the browser needs to run Python: the runtime from npm, its settings, and the tree."""

import json
from pathlib import Path

PROJECT = Path(__file__).parents[2]
RUNTIME = "assets/runtime/"
INTERPRETER = f"{RUNTIME}micropython.js"
FROM_MICROPYTHON = {
    # nginx serves .mjs as text/plain, and browsers refuse it; so the interpreter becomes a .js.
    "micropython.js": "micropython.mjs",
    "micropython.wasm": "micropython.wasm",
}
# What PyScript asks for at every start: `error` even where it is not wanted.
PYSCRIPT_PARTS = ["core", "core-*", "error-*"]
# PyScript would print tracebacks on the page, where start.js says what readers need; the others serve
# no page here.
NOT_WANTED = ["codemirror", "deprecations-manager", "donkey", "error", "py-editor", "py-game", "py-terminal"]
NOT_INSTALLED = (
    "The browser runtime is not installed; run `make build` or `make serve` once, which install it."
)


def runtime_files(project: Path = PROJECT) -> dict[str, Path]:
    """Return the runtime's files by their address; raise FileNotFoundError if one is missing."""
    modules = project / "node_modules"
    interpreter = modules / "@micropython" / "micropython-webassembly-pyscript"
    files = {f"{RUNTIME}{name}": interpreter / path for name, path in FROM_MICROPYTHON.items()}
    pyscript = modules / "@pyscript" / "core" / "dist"
    for part in PYSCRIPT_PARTS:
        found = sorted(pyscript.glob(f"{part}.js"))
        if not found:
            raise FileNotFoundError(NOT_INSTALLED)
        files |= {f"{RUNTIME}{path.name}": path for path in found}
    if not all(path.exists() for path in files.values()):
        raise FileNotFoundError(NOT_INSTALLED)
    return files


def early_modules() -> list[str]:
    """Return the addresses of the modules, which a browser would ask for one after the other."""
    return sorted(address for address in runtime_files() if address.endswith(".js"))


def notice_files(project: Path = PROJECT) -> dict[str, Path]:
    """Return the licence and the notices of what the site redistributes, by their address."""
    return {"LICENSE.txt": project / "LICENSE", "NOTICE.txt": project / "NOTICE"}


def pyscript_config(interpreter: str) -> str:
    """Return PyScript's configuration for a page from which the interpreter is at the address given."""
    return json.dumps({"interpreter": interpreter, "plugins": [f"!{name}" for name in NOT_WANTED]})
