"""The built site with another program in its troubleshooter: hand-written, or Python on Pyodide."""

import os
import re
import shutil
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from hooks.publish.policy import integrity
from hooks.publish.runtime import pyscript_config
from tests.bench.loading import copy_server_settings
from tests.conftest import published

FOLDER = Path(__file__).parent
PYODIDE = FOLDER / "node_modules" / "pyodide"
# What Debian's nginx has no type for, browsers refuse to run.
MODULE_TYPE = "location ~ \\.mjs$ { types { application/javascript mjs; } }\n"
# Pyodide has a null, iterators and garbage of its own, and keeps what MicroPython has in `jsffi` elsewhere.
INTERPRETER = """\
import { loadPyodide as load } from "./pyodide.mjs";
export { version } from "./pyodide.mjs";
export const loadPyodide = (options) => load({ ...options, convertNullToNone: true });
"""
PREAMBLE = """\
import builtins, gc, sys, types
import pyodide.ffi

class Names:
    def __init__(self, query):
        self.names = iter(query.keys())
    def next(self):
        value = next(self.names, None)
        return types.SimpleNamespace(done=value is None, value=value)

builtins.Names = Names
jsffi = sys.modules["jsffi"] = types.ModuleType("jsffi")
gc.threshold = int
jsffi.JsException, jsffi.to_js = pyodide.ffi.JsException, pyodide.ffi.to_js
"""


def handwritten(site: Path, folder: Path) -> Path:
    """Make the site in which hand-written JavaScript asks the questions, and return its folder."""
    page, start = copy_site(site, folder)
    shutil.copy(FOLDER / "handwritten.js", folder / "assets")
    write_page(folder, page, start, "../assets/handwritten.js")
    return folder


def on_pyodide(site: Path, folder: Path) -> Path:
    """Make the site whose Python runs on Pyodide, everything else being the same, and return its folder."""
    page, start = copy_site(site, folder)
    assets = folder / "assets"
    shutil.copytree(PYODIDE, assets / "pyodide")
    (assets / "pyodide" / "interpreter.mjs").write_text(INTERPRETER)
    with (folder / "nginx.conf").open("a") as settings:
        settings.write(MODULE_TYPE)
    ours = published(site, "assets/python/troubleshooter_page.txt").read_text(encoding="utf-8")
    program = PREAMBLE + ours.replace("query.keys()", "Names(query)")
    (assets / "python" / "app-pyodide.txt").write_text(program, encoding="utf-8")
    script = published(site, "assets/start.js").read_text(encoding="utf-8")
    # Each of the two interpreters in the place of the other.
    script = script.replace('"mpy"', '"py"').replace('"py-config"', '"mpy-config"')
    (assets / "start-pyodide.js").write_text(script, encoding="utf-8")
    early = page.find(id="early")
    assert early
    # What is asked for early: the interpreter and its library in place of MicroPython.
    text = re.sub(r'[^"]*/micropython\.js', "../assets/pyodide/pyodide.mjs", str(early))
    text = re.sub(r'[^"]*/micropython\.wasm', "../assets/pyodide/pyodide.asm.wasm", text)
    text = text.replace(start["data-program"], "../assets/python/app-pyodide.txt")
    early.replace_with(BeautifulSoup(text, "html.parser"))
    start["data-program"] = "../assets/python/app-pyodide.txt"
    start["data-integrity"] = integrity(program.encode())
    start["data-config"] = pyscript_config("../assets/pyodide/interpreter.mjs")
    write_page(folder, page, start, "../assets/start-pyodide.js")
    return folder


def copy_site(site: Path, folder: Path) -> tuple[BeautifulSoup, Tag]:
    """Copy the site by links; return its troubleshooter, without a policy, and the script that starts it."""
    shutil.copytree(site, folder, copy_function=os.symlink)
    for path in folder.glob("nginx*.conf"):
        path.unlink()
    copy_server_settings(site, folder)
    html = (folder / "troubleshooter" / "index.html").read_text(encoding="utf-8")
    page = BeautifulSoup(html, "html.parser")
    for policy in page.select("meta[http-equiv=Content-Security-Policy]"):
        policy.decompose()
    start = page.find(id="start")
    assert isinstance(start, Tag)
    return page, start


def write_page(folder: Path, page: BeautifulSoup, start: Tag, script: str) -> None:
    """Write the troubleshooter's page, begun by another script, in place of the link to that of the site."""
    for link in page.select(f"link[href='{start['src']}']"):
        link["href"] = script
    start["src"] = script
    path = folder / "troubleshooter" / "index.html"
    path.unlink()
    path.write_text(str(page), encoding="utf-8")
