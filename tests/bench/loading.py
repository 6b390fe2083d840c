"""What a reader downloads: the bytes that come over the line, beside a bare page of the same theme."""

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tests.bench.verdict import verdict
from tests.nginx import nginx

# In kilobytes of 1,000 bytes.
PAGE, TOUCHED, TREE = 75, 350, 15
BARE_SETTINGS = "site_name: Bare\ntheme: {name: material, font: false}\n"
BARE_PAGE = "# A page\n\nOne sentence.\n"


class Load(NamedTuple):
    """The bytes of each request of a page, and the hosts that it asked."""

    sizes: list[tuple[str, int]]
    hosts: set[str]

    def kilobytes(self, part: str = "") -> float:
        """Return how many come from addresses that have `part` in them."""
        return sum(size for address, size in self.sizes if part in address) / 1000

    def has_python(self) -> bool:
        """Tell whether an interpreter or a program came."""
        return any(part in address for address, _ in self.sizes for part in ("/runtime/", "/python/"))


def measure_loading(browser: Browser, base: str, site: Path) -> None:
    """Print the kilobytes and the requests of each kind of page, and whether they are within the budgets."""
    median, largest = median_and_largest(site)
    pages = {
        "home": ("/", False),
        "answer, median": (f"/answers/{median}/", False),
        "answer, largest": (f"/answers/{largest}/", False),
        "troubleshooter, not touched": ("/troubleshooter/", False),
        "troubleshooter, touched": ("/troubleshooter/", True),
        "triage, not touched": ("/triage/", False),
    }
    loads = {name: weigh(browser, base + path, touched) for name, (path, touched) in pages.items()}
    with tempfile.TemporaryDirectory() as folder:
        bare = build_bare(Path(folder), site)
        work = Path(folder, "nginx")
        work.mkdir()
        with nginx(bare, work, tls=True) as address:
            loads["bare Material, one sentence"] = weigh(browser, address + "/", False)
    print_loads(loads)


def print_loads(loads: dict[str, Load]) -> None:
    """Print what is measured, each page, and each budget."""
    print(
        "bytes as Chromium receives them, with their headers, from nginx over HTTP/2 with Brotli;\n"
        "empty cache, without what workers load, 1 KB = 1,000 bytes; answers are ranked by their HTML"
    )
    print(f"{'page':<32}{'requests':>10}{'KB':>10}{'HTML':>10}{'CSS':>10}{'JS':>10}")
    for name, load in loads.items():
        html = load.sizes[0][1] / 1000
        print(
            f"{name:<32}{len(load.sizes):>10}{load.kilobytes():>10.1f}{html:>10.1f}"
            f"{load.kilobytes('.css'):>10.1f}{load.kilobytes('.js'):>10.1f}"
        )
    for name in ("answer, largest", "troubleshooter, not touched"):
        load = loads[name]
        verdict(f"{name}, KB", load.kilobytes(), PAGE)
        verdict(f"{name}, requests off the site", len(load.hosts) - 1, 0)
        verdict(f"{name}, requests for Python or WebAssembly", load.has_python(), 0)
    touched = loads["troubleshooter, touched"]
    verdict("troubleshooter, touched, KB in all", touched.kilobytes(), TOUCHED)
    verdict("its tree of questions, KB", touched.kilobytes("/tree."), TREE)


def weigh(browser: Browser, address: str, touched: bool) -> Load:
    """Return what a page loads with an empty cache, and more where it is touched."""
    context = browser.new_context(ignore_https_errors=True)
    page = context.new_page()
    asked: dict[str, str] = {}
    sizes: list[tuple[str, int]] = []
    protocol = context.new_cdp_session(page)
    protocol.on("Network.requestWillBeSent", lambda it: asked.update({it["requestId"]: it["request"]["url"]}))
    protocol.on(
        "Network.loadingFinished",
        lambda it: sizes.append((asked[it["requestId"]], int(it["encodedDataLength"]))),
    )
    protocol.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    if touched:
        touch(page)
        page.wait_for_load_state("networkidle")
    context.close()
    hosts = {host for address in asked.values() if (host := urlsplit(address).hostname)}
    # What stands in the page itself, or came by a preload, has no bytes.
    return Load([(address, size) for address, size in sizes if size], hosts)


def touch(page: Page) -> None:
    """Press a key in the page, and wait for its first question."""
    page.keyboard.press("Shift")
    page.wait_for_selector("#troubleshooter fieldset:visible")


def median_and_largest(site: Path) -> tuple[str, str]:
    """Return the ids of the answers whose HTML is the median and the largest."""
    sizes = {path.parent.name: path.stat().st_size for path in answer_pages(site)}
    middle = statistics.median_high(sizes.values())
    return next(id for id, size in sizes.items() if size == middle), max(sizes, key=lambda id: sizes[id])


def answer_pages(site: Path) -> Iterator[Path]:
    """Yield the HTML of each answer; what has moved leads on and is none."""
    for path in sorted(site.glob("answers/*/index.html")):
        if path.with_name("index.md").exists():
            yield path


def build_bare(folder: Path, site: Path) -> Path:
    """Build a site of one small page with Material as it comes, served as ours is; return its folder."""
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(BARE_PAGE)
    (folder / "mkdocs.yml").write_text(BARE_SETTINGS)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True)
    bare = folder / "site"
    copy_server_settings(site, bare)
    return bare


def copy_server_settings(site: Path, other: Path) -> None:
    """Serve another site as ours, without the policy, which names the scripts of our pages."""
    for path in site.glob("nginx*.conf"):
        lines = path.read_text().splitlines(keepends=True)
        kept = [line for line in lines if "Content-Security-Policy" not in line]
        other.joinpath(path.name).write_text("".join(kept))
