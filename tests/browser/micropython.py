"""Pages of the tests' own that run Python on the interpreter and the modules of the built site."""

import json
from pathlib import Path

from hooks.publish.python_program import PYTHON_MODULES, imported_modules, module_files, program_of
from hooks.publish.runtime import pyscript_config
from tests.conftest import PROJECT, published


def micropython_page(
    site: Path, base: str, script: str, files: dict[str, str] | None = None, body: str = ""
) -> str:
    """Return a page that runs `script` beside the modules of all pages.

    `base` is the address of the site, `files` are further files by their address.
    """
    first = module_files(PYTHON_MODULES.values())
    later = {name for path in first for name in imported_modules(path, in_functions=True)}
    modules = program_of(module_files([*PYTHON_MODULES.values(), *later]), PROJECT)
    interpreter, core = (
        f"{base}/{published(site, f'assets/runtime/{name}').relative_to(site)}"
        for name in ("micropython.js", "core.js")
    )
    ours = pyscript_config(interpreter)
    config = json.dumps({**json.loads(ours), "files": files or {}})
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><link rel=icon href=data:,><title>Python</title>"
        f"{body}<py-config hidden>{ours}</py-config>"
        f"<script type=mpy config='{config}'>{modules}\n{script}</script>"
        f"<script type=module src={core}></script>"
    )
