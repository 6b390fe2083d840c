"""How well labelled messages are read, and how long it takes to read one.

A folder of labelled messages holds files named *.jsonl with an object a line:

    id      name of the row, as it is printed
    text    the message
    expect  what it states: {"status": 409, "scimType": …, "attribute": …, "idp": …}, null where it does
            not state the fact; scimType and attribute in the standard's spelling
    alt     other values that are right too: {"attribute": ["emails", null]}; may be left out or null
    scim    false where the text is not about SCIM, null where nothing tells; may be left out
    answers ids of the answers that are right if shown at once; may be left out with the two below
    ask     true where the text does not tell enough, so that a question is right
    harm    ids of answers that would mislead badly

Other fields are for people. A remedy is wrong where a text that is not about SCIM gets one, and where a
username that is taken gets that for an email address, or the other way round.
"""

import inspect
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser

from tests.browser.micropython import micropython_page
from tests.conftest import PROJECT, wordings_data
from troubleshooter.message import Wordings, read_message
from troubleshooter.vocabulary import FACTS

STRAIGHT, ASKED, NEEDLESS = "straight to a right answer", "asked rightly", "a needless question"
WRONG, HARMFUL, LEFT_ALONE = "wrong", "harmful", "not SCIM and left alone"
NOT_SCIM_ANSWERED, NOTHING = "not SCIM but answered", "nothing recognised"
OUTCOMES = [STRAIGHT, ASKED, LEFT_ALONE, NEEDLESS, NOTHING, NOT_SCIM_ANSWERED, WRONG, HARMFUL]
LABELLED = ["status", "scimType", "attribute", "idp"]
NO_REMEDIES = (None, "cli-update-in-progress", "checklist")
# The remedy for one attribute, which is the wrong one for the other.
REMEDIES = {"userName": "username-in-use", "emails": "email-in-use"}

SIZES = [2_048, 32_768, 65_536]
ROUNDS = 5
ENTRY = (
    "2026-03-02T09:20:15.990Z Automatic provisioning of user ana@example.com to app Pulumi – failed: "
    'Web Response: {"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "status": "409", '
    '"scimType": "uniqueness", "detail": "User with userName ana already exists."}. Next try at 10:20.\n'
)


class Row(NamedTuple):
    """A labelled message, and the object that the command line prints for it."""

    label: dict[str, Any]
    read: dict[str, Any]

    def right_values(self, fact: str) -> list[str | None]:
        """Return the values of the fact that are right, the expected one first."""
        values = [self.label["expect"].get(fact), *((self.label.get("alt") or {}).get(fact) or [])]
        return [None if value is None else str(value) for value in values]

    def is_right(self, fact: str) -> bool:
        return self.read[fact] in self.right_values(fact)

    def faults(self) -> list[str]:
        """Return the facts that are not right, each with what was read."""
        return [
            f"{fact} {self.read[fact]} instead of {self.right_values(fact)[0]}"
            for fact in LABELLED
            if not self.is_right(fact)
        ]

    def wrong_remedy(self) -> str | None:
        """Return the answer that it leads to where its steps would do harm."""
        answer = self.read["answer"]
        if self.label.get("scim") is False and answer not in NO_REMEDIES:
            return answer
        taken = [REMEDIES[name] for name in self.right_values("attribute") if name in REMEDIES]
        return answer if taken and answer in REMEDIES.values() and answer not in taken else None

    def outcome(self) -> str:
        """Return which of OUTCOMES the text leads to."""
        answer, is_scim = self.read["answer"], self.label.get("scim") is not False
        if answer in self.label["answers"]:
            return STRAIGHT
        if answer in self.label.get("harm", []):
            return HARMFUL
        if answer:
            return WRONG if is_scim else NOT_SCIM_ANSWERED
        if not is_scim and not self.label["answers"]:
            return LEFT_ALONE
        if all(self.read[fact] is None for fact in FACTS) and not self.label.get("ask"):
            return NOTHING
        return ASKED if self.label.get("ask") else NEEDLESS


def score_messages(folder: Path) -> None:
    """Print, for each file of labelled messages in the folder, how many are read right, and which are not."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        print(f"No file in {folder} is named *.jsonl.")
    for file in files:
        lines = file.read_text(encoding="utf-8").splitlines()
        print_score(file.name, read_rows([json.loads(line) for line in lines if line.strip()]))
        print()


def read_rows(labels: list[dict[str, Any]]) -> list[Row]:
    """Return each labelled message with what the command line reads in it."""
    command = [sys.executable, "-m", "troubleshooter", "--jsonl"]
    texts = "".join(json.dumps(label["text"]) + "\n" for label in labels)
    printed = subprocess.run(command, cwd=PROJECT, input=texts, stdout=subprocess.PIPE, text=True, check=True)
    objects = [json.loads(line) for line in printed.stdout.splitlines()]
    return [Row(label, read) for label, read in zip(labels, objects, strict=True)]


def print_score(name: str, rows: list[Row]) -> None:
    """Print the counts for a file, then each row that is not right."""
    faults = [(row, fact) for row in rows for fact in LABELLED if not row.is_right(fact)]
    missed = sum(row.read[fact] is None for row, fact in faults)
    right = sum(not row.faults() for row in rows)
    remedies = sum(row.wrong_remedy() is not None for row in rows)
    print(
        f"{name}: {len(rows)} rows, {right} right on all facts, {len(faults) - missed} wrong facts, "
        f"{missed} missed facts, {remedies} wrong remedies"
    )
    labelled = [row for row in rows if "answers" in row.label]
    counts = Counter(row.outcome() for row in labelled)
    if labelled:
        print("  of " + str(len(labelled)) + ": " + ", ".join(f"{counts[kind]} {kind}" for kind in OUTCOMES))
    for row in rows:
        found = row.faults()
        if row in labelled and row.outcome() in (NEEDLESS, NOTHING, NOT_SCIM_ANSWERED, WRONG, HARMFUL):
            found.append(f"{row.outcome()}: {row.read['answer'] or row.read['question']}")
        if remedy := row.wrong_remedy():
            found.append(f"wrong remedy {remedy}")
        if found:
            print(f"  {row.label['id']}: {'; '.join(found)}")


def time_reading(browser: Browser, base: str) -> None:
    """Print the milliseconds that texts of each size take to read, and how they grow."""
    texts = [(ENTRY * (size // len(ENTRY) + 1))[:size] for size in SIZES]
    waits = {
        "CPython": measure(
            read_with(Wordings(wordings_data())), texts, ROUNDS, lambda: time.perf_counter() * 1000
        ),
        "MicroPython in the browser": measure_in_browser(browser, base, texts),
    }
    title = f"milliseconds to read, median of {ROUNDS}"
    sizes = [f"{size // 1024} KB" for size in SIZES]
    columns = "".join(f"{size:>10}" for size in sizes)
    growth = f"{sizes[-1]} : {sizes[-2]}"
    print(f"{title:<36}{columns}{growth:>16}")
    for name, found in waits.items():
        figures = "".join(f"{wait:>10.2f}" for wait in found)
        print(f"{name:<36}{figures}{found[-1] / found[-2]:>16.2f}")


def measure(read: Callable, texts: list[str], rounds: int, now: Callable[[], float]) -> list[float]:
    """Return the median milliseconds to read each text; both interpreters run this function."""
    found = []
    for text in texts:
        waits = []
        for _ in range(rounds):
            start = now()
            read(text)
            waits.append(now() - start)
        found.append(sorted(waits)[rounds // 2])
    return found


def read_with(wordings: Wordings) -> Callable:
    """Return a function that reads a text by these wordings; both interpreters run it."""
    return lambda text: read_message(text, wordings)


def measure_in_browser(browser: Browser, base: str, texts: list[str]) -> list[float]:
    """Return what `measure` finds on the MicroPython and the files of the site at `base`."""
    script = f"""
import json
from js import document, performance
from troubleshooter.browser.memory import let_garbage_gather
from troubleshooter.message import Wordings, read_message
from troubleshooter.vocabulary import FACTS

let_garbage_gather()
{inspect.getsource(measure)}
wordings = Wordings(json.loads(document.getElementById("wordings").textContent))
texts = json.loads(document.getElementById("texts").textContent)
document.title = "read: " + json.dumps(
    measure(lambda text: read_message(text, wordings), texts, {ROUNDS}, performance.now)
)
"""
    data = "".join(
        f"<script type=application/json id={name}>{json.dumps(value)}</script>"
        for name, value in (("texts", texts), ("wordings", wordings_data()))
    )
    html = micropython_page(PROJECT / "site", base, script, body=data)
    page = browser.new_page()
    page.route("**/reading/", lambda route: route.fulfill(content_type="text/html", body=html))
    page.goto(base + "/reading/")
    page.wait_for_function("document.title.startsWith('read: ')", timeout=120_000)
    found = json.loads(page.title().removeprefix("read: "))
    page.close()
    return found
