"""What Lighthouse, as on a mobile phone, says of a page."""

import json
import os
import subprocess
from pathlib import Path
from typing import NamedTuple

from tests.bench.verdict import verdict
from tests.browser.launch import SEARCH_PATH, kept_path

LIGHTHOUSE = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
FLAGS = "--headless --no-sandbox --ignore-certificate-errors"
PAGES = {
    "home": "/",
    "troubleshooter": "/troubleshooter/",
    "result": "/troubleshooter/?status=409&attribute=emails&idp=okta",
    "triage": "/triage/",
    "answer": "/answers/email-in-use/",
    "list of answers": "/answers/",
    "guide": "/guides/okta/",
    "status code": "/reference/409/",
    "coverage": "/reference/coverage/",
    "map": "/map/",
    "text": "/faq/",
    "not found": "/404.html",
}


class Report(NamedTuple):
    """The score of each category, of 100, and of each audit that takes points from one."""

    scores: dict[str, int]
    faults: dict[str, list[str]]


def ask_lighthouse(address: str) -> Report:
    """Return what Lighthouse says of the page at an address; raise CalledProcessError where it fails."""
    command = ["node", str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    env = {**os.environ, "PATH": SEARCH_PATH, "CHROME_PATH": kept_path("chromium")}
    printed = subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout
    report = json.loads(printed)
    # An audit that does not apply has no score.
    lacking = {id for id, audit in report["audits"].items() if audit["score"] not in (None, 1)}
    categories = report["categories"]
    return Report(
        {name: round(100 * it["score"]) for name, it in categories.items()},
        {
            name: [ref["id"] for ref in it["auditRefs"] if ref["weight"] and ref["id"] in lacking]
            for name, it in categories.items()
        },
    )


def print_lighthouse(secure: str) -> None:
    """Print the scores of each type of page, and the lowest for performance beside its budget."""
    reports = {name: ask_lighthouse(secure + path) for name, path in PAGES.items()}
    categories = next(iter(reports.values())).scores
    print(f"{'Lighthouse, mobile':<20}" + "".join(f"{name:>16}" for name in categories))
    for name, report in reports.items():
        print(f"{name:<20}" + "".join(f"{score:>16}" for score in report.scores.values()))
    # The result is the one page that begins Python by itself.
    lowest = min(it.scores["performance"] for name, it in reports.items() if name != "result")
    verdict("lowest for performance", lowest, 99, at_least=True)
