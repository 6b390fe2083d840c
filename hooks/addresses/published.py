"""The addresses that the site publishes, relative to its root; what its pages load is not among them."""

from collections.abc import Iterable

# Where all short links begin.
SHORT_LINKS = "e/"
# Files for programs, and the licences.
FILES = [
    "answers.json",
    "answers.schema.json",
    "feed.xml",
    "llms.txt",
    "sitemap.xml",
    "LICENSE.txt",
    "NOTICE.txt",
]


def published_addresses(pages: Iterable[str], answers: Iterable[str], links: Iterable[str]) -> list[str]:
    """Return the addresses of pages (paths within docs/), answers (ids) with their twins, links and FILES."""
    return [*promised_addresses(pages, answers, links), *map(twin_address, answers)]


def promised_addresses(pages: Iterable[str], answers: Iterable[str], links: Iterable[str]) -> list[str]:
    """Return the same without the twins of answers, which come and go with their pages."""
    return [*map(page_address, pages), *map(answer_address, answers), SHORT_LINKS, *links, *FILES]


def page_address(path: str) -> str:
    """Return the address that MkDocs gives to the page at `path` within docs/."""
    name = path.removesuffix(".md")
    return "./" if name == "index" else f"{name.removesuffix('/index')}/"


def answer_address(answer: str) -> str:
    """Return the address of an answer's page."""
    return f"answers/{answer}/"


def twin_address(answer: str) -> str:
    """Return the address of an answer's page as Markdown."""
    return f"{answer_address(answer)}index.md"
