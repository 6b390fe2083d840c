"""Lists of pages that are no answers: those of the status codes, and the guides of the identity providers.

`root` is the way from the page's file to the folder docs/, empty or ending in a slash.
"""

from collections.abc import Mapping

from hooks.render import render
from hooks.writing.pages import Page
from troubleshooter.vocabulary import IDP, REASON_PHRASES, value_label

Pages = Mapping[str, Page]

# The page of each code, and of each provider, by its path within docs/.
CODE_PAGES = [f"reference/{code}.md" for code in REASON_PHRASES]
GUIDE_PAGES = [f"guides/{idp}.md" for idp in IDP]


def code_pages(pages: Pages, root: str) -> str:
    """Return the list of the status codes, each with what its page tells."""
    return render("page_items.md", pages=[pages[path] for path in CODE_PAGES], root=root)


def guide_pages(pages: Pages, ground: str, root: str) -> str:
    """Return the list of the guides that rest on `ground`."""
    guides = [(label, page) for label, page in _guides(pages) if page.ground == ground]
    return render("page_names.md", pages=guides, root=root)


def guide_links(pages: Pages, root: str) -> str:
    """Return a line with a link to the guide of each provider."""
    return render("page_links.md", pages=_guides(pages), root=root)


def provider_ids() -> str:
    """Return the list of the ids of the providers, each with its name."""
    return render("provider_ids.md", providers=[(idp, value_label("idp", idp)) for idp in IDP])


def _guides(pages: Pages) -> list[tuple[str, Page]]:
    guides = [pages[path] for path in GUIDE_PAGES if path in pages]
    return [(value_label("idp", page.idp), page) for page in guides]
