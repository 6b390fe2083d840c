"""Types queries into the site's own search, and reads where the expected page stands among the results."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Page, expect

QUERIES = Path(__file__).parent.parent / "cases" / "search.yml"
# Material's search worker is sent queries (2) and sends results (3); counting them tells when all are there.
WATCH_WORKER = """
const count = (what) => {
  const { dataset } = document.documentElement;
  dataset[what] = Number(dataset[what] ?? 0) + 1;
};
window.Worker = class extends Worker {
  constructor(...settings) {
    super(...settings);
    this.addEventListener("message", ({data}) => { if (data.type === 3) count("answered"); });
  }
  postMessage(message) {
    if (message.type === 2) count("asked");
    super.postMessage(message);
  }
};
"""

# Material fills the list in the turn in which the answer comes; the frame after it has the list.
LINKS = """async (before) => {
  const { dataset } = document.documentElement;
  const frame = () => new Promise(requestAnimationFrame);
  for (let frames = 0; dataset.asked === before || dataset.answered !== dataset.asked; frames++) {
    if (frames > 2000) throw new Error("The search does not answer.");
    await frame();
  }
  await frame();
  return [...document.querySelectorAll(".md-search-result__item > a")].map((link) => link.href);
}"""


class Found(NamedTuple):
    """A query, the page it must find, and the pages found, best first."""

    query: str
    expected: str
    pages: list[str]

    @property
    def rank(self) -> int:
        """The place of the expected page, from 1; 0 where it is not among those found."""
        return self.pages.index(self.expected) + 1 if self.expected in self.pages else 0


def expected_pages() -> list[tuple[str, str]]:
    """Return each query of the list with the page that it must find."""
    pages = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    return [(str(query), page) for page, queries in pages.items() for query in queries]


def run_queries(page: Page, base: str) -> Iterator[Found]:
    """Yield what the search of the site at `base` finds for every query of the list."""
    page.add_init_script(WATCH_WORKER)
    page.goto(base + "/")
    box = page.get_by_role("textbox", name="Search")
    box.click()
    root = page.locator("html")
    expect(root).to_have_attribute("data-answered", re.compile("."))
    for query, expected in expected_pages():
        asked = root.get_attribute("data-asked") or ""
        box.fill(query)
        # Material reads the box when a key is let go.
        box.press("Shift")
        links = page.evaluate(LINKS, asked)
        pages = [urlsplit(link).path.lstrip("/") or "index.html" for link in links]
        yield Found(query, expected, list(dict.fromkeys(pages)))
