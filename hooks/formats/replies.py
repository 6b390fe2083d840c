"""The reply that support sends: one answer as a message, for one identity provider."""

import json
import re

from hooks.formats.common_markdown import common_markdown
from hooks.formats.plain_text import plain_text
from hooks.pages.step_lists import expand
from hooks.render import render
from hooks.writing.answers import WHO, Answer
from hooks.writing.steps import Steps
from troubleshooter.vocabulary import IDP, value_label

FIRST_SENTENCE = re.compile(r".+?\.(?=\s|$)", re.DOTALL)
# What the page puts in: the site's root, and the link to the answer as the reader sees it.
SITE, LINK = "{site}", "{link}"


def reply_markdown(answer: Answer, steps: Steps, idp: str) -> str:
    """Return the reply in the site's Markdown, with LINK for the address of the answer."""
    sections = {section.title: section.text for section in answer.sections}
    mark_general = answer.ground != "general"
    return render(
        "reply.md",
        cause=cause_of(answer),
        who=[WHO[who] for who in answer.who],
        provider="" if idp == "other" else value_label("idp", idp),
        steps=expand(sections["Fix it"], steps, idp, mark_general),
        check=expand(sections["Check that it worked"], steps, idp, mark_general),
        link=LINK,
    )


def cause_of(answer: Answer) -> str:
    """Return the first sentence of an answer, which says what happened."""
    what_happened = answer.sections[0].text.strip()
    sentence = FIRST_SENTENCE.match(what_happened)
    return " ".join((sentence[0] if sentence else what_happened).split())


def replies_address(answer: str) -> str:
    """Return the address of the replies of the answer with that id, relative to the site's root."""
    return f"assets/replies/{answer}.json"


def replies_json(answer: Answer, steps: Steps, only: str | None) -> str:
    """Return the replies of one answer as JSON: for each provider one as `markdown` and one as `text`.

    Where the console of the provider `only` alone shows the failure, all have its steps.
    """
    replies = {}
    for idp in IDP:
        markdown = reply_markdown(answer, steps, only or idp)
        replies[idp] = {"markdown": common_markdown(markdown, SITE), "text": plain_text(markdown, SITE)}
    return json.dumps(replies, ensure_ascii=False, separators=(",", ":"))
