"""What the search finds a page by, besides the words that it shows."""

import json
import re
from typing import Any

from hooks.content import Content
from hooks.pages.step_lists import own_providers
from hooks.writing.answers import Answer
from hooks.writing.pages import Page
from troubleshooter.providers import PROVIDERS

NAMES = {provider.id: " ".join([provider.label, *provider.names]) for provider in PROVIDERS if provider.names}
# The search cuts such a word where its capitals begin, and would not find it in lower case.
CAMEL_CASE = re.compile(r"\b\w*[a-z][A-Z]\w*")
# The steps of a console stand in its guide; answers that name the same task must not hide it.
GUIDE_BOOST = 2


def search_fields(page: Answer | Page, content: Content) -> dict[str, Any]:
    """Return what the search's index has of a page besides title and text, by the index's fields.

    `aliases` are its other wordings; `hints`, which weigh less, are the page's codes in lower case, and the
    providers for which an answer has steps.
    """
    aliases = list(page.aliases)
    hints = dict.fromkeys(code.lower() for code in CAMEL_CASE.findall(" ".join([page.title, *aliases])))
    fields: dict[str, Any] = {}
    if isinstance(page, Answer):
        only = content.shown_by_one.get(page.id)
        providers = [only] if only else own_providers(page.text, content.steps)
        hints |= dict.fromkeys(NAMES[idp] for idp in providers)
    elif page.idp in NAMES:
        aliases.append(NAMES[page.idp])
        fields["boost"] = GUIDE_BOOST
    return fields | {"aliases": "\n".join(aliases), "hints": "\n".join(hints)}


def with_fields(index: str, fields: dict[str, dict[str, Any]]) -> str:
    """Return the search's index with the `fields` of each page, by its address, in its first entry."""
    parts: dict[str, Any] = json.loads(index)
    for entry in parts["docs"]:
        entry |= {name: value for name, value in fields.get(entry["location"], {}).items() if value}
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
