"""Pages of the tests' own that run Python on the interpreter and the modules of the built site."""

import json
from pathlib import Path

from hooks.browser_files import pyscript_config
from tests.conftest import published


def micropython_page(
    site: Path, base: str, script: str, files: dict[str, str] | None = None, body: str = ""
) -> str:
    """Return a page that runs `script` beside the modules of the triage, which has most of them.

    `base` is the address of the site, `files` are further files by their address.
    """
    program = published(site, "assets/python/triage.txt").read_text(encoding="utf-8")
    modules, last_line = program.rstrip("\n").rsplit("\n", 1)
    assert last_line.startswith("import troubleshooter.")
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
