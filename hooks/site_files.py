"""The files of text that the build adds to the site, by their address."""

from collections.abc import Iterable
from dataclasses import dataclass

from hooks.addresses.known_links import known_links_json
from hooks.addresses.moved_pages import moved_pages
from hooks.addresses.published import twin_address
from hooks.content import Content
from hooks.formats.feed import feed_xml
from hooks.formats.json_files import SCHEMA, answers_json, answers_schema, tree_json, wordings_json
from hooks.formats.replies import replies_address, replies_json
from hooks.formats.twins import answer_twin, llms_txt
from hooks.publish.headers import sent
from hooks.publish.settings import SECURITY_FILE, security_expires
from hooks.render import render

SHORT_LINKS = "assets/short-links.json"
# What web servers read: headers for Netlify-style hosts, and the configuration of nginx.
HOST_FILES = ["_headers", "nginx.conf", "nginx-brotli.conf"]


@dataclass(frozen=True)
class Site:
    """What mkdocs.yml says of the site: its name, its description, and the address of its root."""

    name: str
    description: str
    address: str


def files_to_link(content: Content, site: Site) -> dict[str, str]:
    """Return the files that pages link to or load."""
    replies = {
        replies_address(answer.id): replies_json(answer, content.steps, content.shown_by_one.get(answer.id))
        for answer in content.answers.values()
    }
    return {
        "assets/tree.json": tree_json(content),
        "assets/wordings.json": wordings_json(content),
        SHORT_LINKS: known_links_json(content),
        "answers.json": answers_json(content),
        SCHEMA: answers_schema(),
        "feed.xml": feed_xml(content, site.name, site.address),
        "llms.txt": llms_txt(content, site.name, site.description, site.address),
        **replies,
    }


def files_beside(content: Content, site: Site) -> dict[str, str]:
    """Return the files that MkDocs would take for pages of its own, or that are too many for it."""
    twins = {
        twin_address(answer.id): answer_twin(answer, content, site.address)
        for answer in content.answers.values()
    }
    return moved_pages(content, site.address) | twins


def host_files(inline: Iterable[str], python_pages: Iterable[str]) -> dict[str, str]:
    """Return the files by their address in the site; the arguments are those of sent()."""
    values = sent(inline, python_pages)
    return {name: render(name, **values) for name in HOST_FILES}


def security_file(contact: str, site: Site) -> dict[str, str]:
    """Return the file that says where faults of security are told (RFC 9116), or none without a contact."""
    address = site.address + SECURITY_FILE
    text = render("security.txt", contact=contact, expires=security_expires(), address=address)
    return {SECURITY_FILE: text} if contact else {}
