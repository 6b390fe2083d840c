"""The answers for programs: /answers.json."""

import json
from typing import Any

from hooks.answers import Answer
from hooks.sources import Content
from hooks.steps import expand
from troubleshooter.vocabulary import CAUSE_FACTS, IDP


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
        "steps": {idp: expand(fix, content.steps, idp) for idp in IDP},
    }
    if answer.browse_only:
        entry["browse_only"] = True
    return entry
