"""The answers for programs: /answers.json."""

import json
import posixpath
import re
from typing import Any

from hooks.answers import Answer
from hooks.content import Content
from hooks.steps import expand
from troubleshooter.vocabulary import CAUSE_FACTS, IDP

# A Markdown link to another file of docs/: its path without the ending, and its anchor.
FILE_LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+)\.md(#[^)\s]*)?\)")


def answers_json(content: Content) -> str:
    """Return every answer with its facts and its steps for each identity provider, as JSON."""
    return json.dumps(
        {"answers": [answer_entry(answer, content) for answer in content.answers.values()]},
        ensure_ascii=False,
        indent=1,
    )


def answer_entry(answer: Answer, content: Content) -> dict[str, Any]:
    """Return one answer as plain data; addresses are relative to the site's root, steps are Markdown."""
    fix = next(section.text for section in answer.sections if section.title == "Fix it")
    entry: dict[str, Any] = {
        "id": answer.id,
        "title": answer.title,
        "description": answer.description,
        "url": f"answers/{answer.id}/",
        **{fact: answer.facts[fact] for fact in CAUSE_FACTS},
        "who": answer.who,
        "ground": answer.ground,
        "reviewed": answer.reviewed,
        "steps": {idp: link_to_pages(expand(fix, content.steps, idp)) for idp in IDP},
    }
    if answer.browse_only:
        entry["browse_only"] = True
    return entry


def link_to_pages(markdown: str) -> str:
    """Return an answer's Markdown with links to files turned into addresses from the site's root."""

    def page(link: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join("answers", link[1])).removesuffix("index").strip("/")
        return f"]({path}/{link[2] or ''})"

    return FILE_LINK.sub(page, markdown)
