"""Lists of pages that are no answers: those of the status codes."""

from collections.abc import Mapping

from hooks.render import render
from hooks.writing.pages import Page
from troubleshooter.vocabulary import REASON_PHRASES

# The page of each code, by its path within docs/.
CODE_PAGES = [f"reference/{code}.md" for code in REASON_PHRASES]


def code_pages(pages: Mapping[str, Page], root: str) -> str:
    """Return the list of the status codes, each with what its page tells.

    `root` is the way from the page's file to the folder docs/, empty or ending in a slash.
    """
    return render("page_items.md", pages=[pages[path] for path in CODE_PAGES], root=root)
