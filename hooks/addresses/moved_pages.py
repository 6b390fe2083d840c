"""Pages that send readers on at once, without JavaScript: short links, and addresses that have moved."""

from hooks.addresses.ledger import Entry
from hooks.addresses.published import SHORT_LINKS, twin_address
from hooks.addresses.short_links import ShortLink
from hooks.content import Content
from hooks.publish.policy import MOVED, with_policy
from hooks.render import render


def moved_pages(content: Content, site: str) -> dict[str, str]:
    """Return the text of each such page by its file in the site; `site` is the address of the site's root."""
    pages = {f"{link.address}index.html": short_link_page(link, site) for link in content.links}
    pages[f"{SHORT_LINKS}index.html"] = _page(
        SHORT_LINKS, "reference/link-to-an-error/", "Link to an error", site
    )
    for entry in content.ledger.values():
        if entry.moved_to:
            pages |= _moved(entry, content, site)
    return pages


def short_link_page(link: ShortLink, site: str) -> str:
    """Return the page of a short link, which names what it leads to."""
    return _page(link.address, link.target, f"{link.label}: {link.title}", site)


def _moved(entry: Entry, content: Content, site: str) -> dict[str, str]:
    """Return the page at an address that has moved, and where it was an answer, its twin."""
    answer = content.answers.get(entry.moved_to.removeprefix("answers/").strip("/"))
    title = f"Moved to: {answer.title}" if answer else "This page has moved"
    pages = {f"{entry.address}index.html": _page(entry.address, entry.moved_to, title, site)}
    if entry.address.startswith("answers/"):
        target = twin_address(answer.id) if answer else entry.moved_to
        pages[f"{entry.address}index.md"] = f"# {title}\n\nRead on at {site}{target}\n"
    return pages


def _page(address: str, target: str, title: str, site: str) -> str:
    canonical = site + target.split("?")[0].split("#")[0]
    path = "../" * address.count("/") + target
    return with_policy(render("moved.html", title=title, target=path, canonical=canonical), MOVED)
