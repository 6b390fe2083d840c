"""The engine keeps the same promises on the MicroPython that readers get, and reads texts the same."""

import json
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.generated_texts import generated_texts
from tests.browser.micropython import micropython_page
from tests.browser.reader import first_of
from tests.cases.read_cases import mask_cases, message_cases
from tests.cases.run_cases import readings
from tests.conftest import published, wording_sentences, wordings_data
from tests.exports.damage import damaged_exports
from tests.exports.forms import FORMS
from tests.exports.scenario import invent, only_failures
from tests.exports.triages import summary_text, triage_files

CASES = Path(__file__).parent.parent / "cases"
RUN_CASES = """
import json
from tests.cases.run_cases import mask_failures, message_failures, vocabulary_failures, walk_failures
from js import console, window
failures = []
for name, run in (("vocabulary", vocabulary_failures), ("walk", walk_failures)):
    failures.extend(run(json.loads(open(name + ".json").read())))
wordings = json.loads(open("wordings.json").read())
failures.extend(mask_failures(json.loads(open("masks.json").read())))
failures.extend(message_failures(json.loads(open("messages.json").read()), wordings))
window.returned = json.dumps(failures)
console.log("returned")
"""
# Between slices the browser gets its turn.
READ_TEXTS = """
import asyncio, json
from tests.cases.run_cases import readings
from js import console, window
texts = json.loads(open("texts.json").read())
wordings = json.loads(open("wordings.json").read())
found = []
for start in range(0, len(texts), 100):
    found.extend(readings(texts[start : start + 100], wordings))
    await asyncio.sleep(0)
window.returned = json.dumps(found)
console.log("returned")
"""
TRIAGE_EXPORTS = """
import asyncio, json
from triages import summary_text, triage_files
from js import console, window
data = json.loads(open("tree.json").read())
data["wordings"] = json.loads(open("wordings.json").read())
found = []
for files in json.loads(open("exports.json").read()):
    found.append(summary_text(triage_files(data, files, 1_000, 2_048)))
    await asyncio.sleep(0)
window.returned = json.dumps(found)
console.log("returned")
"""


def run_on_micropython(page: Page, base: str, site: Path, script: str, data: dict[str, str]) -> list:
    """Return what `script` leaves in `window.returned`; `data` are files for it, name to text."""
    served = {"run_cases.py": (CASES / "run_cases.py").read_text(encoding="utf-8"), **data}
    files = {f"{base}/cases/{name}": name for name in data}
    files[f"{base}/cases/run_cases.py"] = "tests/cases/run_cases.py"
    served[""] = micropython_page(site, base, script, files)
    page.route(
        "**/cases/*",
        lambda route: route.fulfill(
            content_type="text/plain" if route.request.url.rpartition("/")[2] else "text/html",
            body=served[route.request.url.rpartition("/")[2]],
        ),
    )
    with page.expect_console_message(
        lambda line: line.type == "error" or line.text == "returned", timeout=120_000
    ) as end:
        page.goto(base + "/cases/")
    assert end.value.type != "error", end.value.text
    return json.loads(page.evaluate("window.returned"))


def test_cases_hold_on_micropython(page: Page, base: str, site: Path) -> None:
    data = {path.name: path.read_text(encoding="utf-8") for path in CASES.glob("*.json")}
    data["messages.json"] = json.dumps(message_cases(), ensure_ascii=False)
    data["masks.json"] = json.dumps(mask_cases(), ensure_ascii=False)
    data["wordings.json"] = json.dumps(wordings_data(), ensure_ascii=False)
    assert run_on_micropython(page, base, site, RUN_CASES, data) == []


@first_of("count", [1_000, 10_000])
def test_generated_texts_are_read_the_same_on_micropython(
    page: Page, base: str, site: Path, count: int
) -> None:
    cases = message_cases()
    written = [case["text"] for case in cases["messages"] + cases["splits"]] + list(wording_sentences())
    texts = list(generated_texts(written, count=count, seed=7644))
    # Not escaped: MicroPython reads the two halves of an escaped letter as two letters.
    data = {
        "texts.json": json.dumps(texts, ensure_ascii=False),
        "wordings.json": json.dumps(wordings_data(), ensure_ascii=False),
    }
    there = run_on_micropython(page, base, site, READ_TEXTS, data)
    here = json.loads(json.dumps(readings(texts, wordings_data())))
    different = [
        f"{text!a}\n  CPython:     {mine}\n  MicroPython: {its}"
        for text, mine, its in zip(texts, here, there, strict=True)
        if mine != its
    ]
    assert not different, f"{len(different)} of {len(texts)} are read differently; first:\n{different[0]}"


def test_exports_are_sorted_the_same_on_micropython(page: Page, base: str, site: Path) -> None:
    events = invent(seed=9, count=25, people=6)
    written = [form.write(only_failures(events) if form.failures_only else events) for form in FORMS.values()]
    exports = [*written, *damaged_exports([files[0] for files in written], count=60, seed=9)]
    tree = published(site, "assets/tree.json").read_text(encoding="utf-8")
    data = {
        "exports.json": json.dumps(exports, ensure_ascii=False),
        "tree.json": tree,
        "wordings.json": json.dumps(wordings_data(), ensure_ascii=False),
        "triages.py": (CASES.parent / "exports" / "triages.py").read_text(encoding="utf-8"),
    }
    there = run_on_micropython(page, base, site, TRIAGE_EXPORTS, data)
    for files, its in zip(exports, there, strict=True):
        mine = summary_text(
            triage_files({**json.loads(tree), "wordings": wordings_data()}, files, 1_000, 2_048)
        )
        assert json.loads(its) == json.loads(mine), files[0][:300]
