"""The engine keeps the same promises on the MicroPython that readers get."""

import json
from pathlib import Path

from playwright.sync_api import Page

CASES = Path(__file__).parent.parent / "cases"
START = """
import json
from tests.cases.run_cases import vocabulary_failures, walk_failures
from js import document
vocabulary = json.loads(open("vocabulary.json").read())
walk = json.loads(open("walk.json").read())
document.title = "failures: " + json.dumps(vocabulary_failures(vocabulary) + walk_failures(walk))
"""


def test_cases_hold_on_micropython(page: Page, base: str, site: Path) -> None:
    python = site / "assets" / "python"
    files = {
        f"{base}/assets/python/{path.relative_to(python)}": str(path.relative_to(python))
        for path in python.glob("troubleshooter/*.py")
    }
    own = {"tests/cases/run_cases.py", "vocabulary.json", "walk.json"}
    files |= {f"{base}/cases/{Path(name).name}": name for name in own}
    config = {"interpreter": f"{base}/assets/runtime/micropython.js", "files": files}
    html = (
        f"<!doctype html><html lang=en><link rel=icon href=data:,><title>cases</title>"
        f"<script type=mpy config='{json.dumps(config)}'>{START}</script>"
        f"<script type=module src={base}/assets/runtime/core.js></script>"
    )
    page.route(
        "**/cases/*.py", lambda route: route.fulfill(path=CASES / route.request.url.rpartition("/")[2])
    )
    page.route(
        "**/cases/*.json", lambda route: route.fulfill(path=CASES / route.request.url.rpartition("/")[2])
    )
    page.route("**/cases/", lambda route: route.fulfill(content_type="text/html", body=html))
    page.goto(base + "/cases/")
    page.wait_for_function("document.title.startsWith('failures')")
    assert page.title() == "failures: []"
