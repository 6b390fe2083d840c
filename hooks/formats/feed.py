"""The feed of new and changed answers: /feed.xml, in Atom (RFC 4287)."""

from dataclasses import dataclass
from typing import Any

from hooks.addresses.published import answer_address
from hooks.content import Content
from hooks.render import render
from hooks.writing.answers import Answer

# So many entries tell a reader what is new; older ones are in the list of answers.
LONGEST = 50


@dataclass(frozen=True)
class Entry:
    """An answer in the feed: the days when it was published and last changed, and what changed last."""

    answer: Answer
    url: str
    published: str
    updated: str
    what: str


def feed_xml(content: Content, name: str, site: str) -> str:
    """Return the answers that are new or changed, newest first; `site` is the address of the root."""
    entries = [feed_entry(answer, content, site) for answer in content.answers.values()]
    entries.sort(key=lambda entry: (entry.updated, entry.answer.title), reverse=True)
    newest = max((entry.updated for entry in entries), default="1970-01-01")
    return render("feed.xml", name=name, site=site, updated=newest, entries=entries[:LONGEST])


def feed_entry(answer: Answer, content: Content, site: str) -> Entry:
    """Return the entry of an answer; one that is not in the ledger yet is new on the day of its check."""
    address = answer_address(answer.id)
    published = content.ledger[address].day if address in content.ledger else answer.reviewed
    changes = sorted((change["day"], change["what"]) for change in answer.changes)
    updated, what = max([(published, ""), *changes])
    return Entry(answer, site + address, published, updated, what)


def structured_data(entry: Entry) -> dict[str, Any]:
    """Return an answer as a TechArticle; only what its page and the feed say too."""
    return {
        "@context": "https://schema.org",
        "@type": "TechArticle",
        "headline": entry.answer.title,
        "description": entry.answer.description,
        "url": entry.url,
        "datePublished": entry.published,
        "dateModified": entry.updated,
    }
