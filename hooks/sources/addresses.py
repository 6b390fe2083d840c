"""The addresses of other sites that the content names: what it rests on, and what it links to."""

from collections.abc import Iterable
from typing import NamedTuple

from hooks.content import Content
from hooks.writing.answers import Answer
from hooks.writing.dialect import read_tokens
from hooks.writing.pages import Page
from hooks.writing.steps import SharedStep


class Use(NamedTuple):
    """The file that names an address, and the day on which it was checked (nothing where it does not say)."""

    file: str
    reviewed: str


def addresses_of(content: Content) -> dict[str, list[Use]]:
    """Return each address with its uses, both in order."""
    found: dict[str, set[Use]] = {}

    def add(urls: Iterable[str], use: Use) -> None:
        for url in urls:
            found.setdefault(url, set()).add(use)

    entries: list[Answer | Page | SharedStep] = [*content.answers.values(), *content.pages.values()]
    for entry in [*entries, *content.steps.values()]:
        urls = [source["url"] for source in entry.sources]
        text = entry.body if isinstance(entry, Page) else entry.text
        add([*urls, *_links(text)], Use(entry.file, entry.reviewed))
    add((rule.source["url"] for rule in content.rules), Use("docs/troubleshooter/rules.yml", ""))
    helps = [wording.entry["help"] for wording in content.wordings.entries if "help" in wording.entry]
    add((source["url"] for source in helps), Use("docs/troubleshooter/wordings.yml", ""))
    return {url: sorted(found[url]) for url in sorted(found)}


def _links(markdown: str) -> list[str]:
    spans = [child for token in read_tokens(markdown) for child in token.children or []]
    targets = [str(span.attrGet("href")) for span in spans if span.type == "link_open"]
    return [target for target in targets if target.startswith(("https://", "http://"))]
