"""The answers for programs: /answers.json, and its schema, /answers.schema.json."""

import json
from typing import Any

from hooks.addresses.published import answer_address, twin_address
from hooks.content import Content
from hooks.formats.common_markdown import common_markdown
from hooks.pages.step_lists import expand
from hooks.writing.answers import WHO, Answer
from hooks.writing.origin import GROUND
from troubleshooter.vocabulary import CAUSE_FACTS, IDP, VALUES

SCHEMA = "answers.schema.json"


def answers_json(content: Content) -> str:
    """Return every answer with its facts and its steps for each identity provider, as JSON."""
    entries = [answer_entry(answer, content) for answer in content.answers.values()]
    return _as_json({"$schema": SCHEMA, "answers": entries})


def answer_entry(answer: Answer, content: Content) -> dict[str, Any]:
    """Return one answer as plain data; addresses are relative to the site's root, steps are Markdown."""
    fix = next(section.text for section in answer.sections if section.title == "Fix it")
    only = content.shown_by_one.get(answer.id)
    entry: dict[str, Any] = {
        "id": answer.id,
        "title": answer.title,
        "description": answer.description,
        "url": answer_address(answer.id),
        "markdown": twin_address(answer.id),
        **{fact: answer.facts[fact] for fact in CAUSE_FACTS},
        "who": answer.who,
        "ground": answer.ground,
        "reviewed": answer.reviewed,
        "steps": {idp: common_markdown(expand(fix, content.steps, only or idp)) for idp in IDP},
    }
    if answer.browse_only:
        entry["browse_only"] = True
    return entry


def answers_schema() -> str:
    """Return the JSON Schema (draft 2020-12) of answers.json, with the vocabulary's values."""
    text = {"type": "string", "minLength": 1}
    address = {"type": "string", "pattern": "^[a-z0-9./-]+$", "description": "relative to the site's root"}
    answer = {
        "id": {**text, "description": "stable; the last part of the address"},
        "title": text,
        "description": {**text, "maxLength": 160, "description": "the cure in one sentence"},
        "url": address,
        "markdown": address,
        **{
            fact: _list_of(VALUES[fact], f"the values of {fact} under which it holds; none exclude none")
            for fact in CAUSE_FACTS
        },
        "who": {**_list_of(list(WHO), "who acts"), "minItems": 1},
        "ground": {"enum": list(GROUND), "description": "what the answer rests on"},
        "reviewed": {"type": "string", "format": "date", "description": "when it was last checked"},
        "steps": {
            "description": "Markdown for each identity provider; `other` is for all that are not named",
            **_object(dict.fromkeys(IDP, text)),
        },
    }
    optional = {"browse_only": {"const": True, "description": "no question of the troubleshooter leads here"}}
    return _as_json(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Answers to SCIM provisioning failures into Pulumi Cloud",
            **_object(
                {
                    "$schema": {"const": SCHEMA},
                    "answers": {"type": "array", "items": _object(answer, optional)},
                }
            ),
        }
    )


def _object(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": required | (optional or {}),
        "required": list(required),
        "additionalProperties": False,
    }


def _list_of(values: list[str], description: str) -> dict[str, Any]:
    return {"type": "array", "items": {"enum": values}, "uniqueItems": True, "description": description}


def _as_json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1)


def tree_json(content: Content) -> str:
    """Return the checked tree with its rules, and under `answers` the facts that each lists."""
    return json.dumps(
        {
            **content.tree,
            "rules": [{"facts": rule.facts, "because": rule.because} for rule in content.rules],
            "answers": {answer.id: answer.listed_facts() for answer in content.answers.values()},
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def wordings_json(content: Content) -> str:
    """Return the wordings as the reader of messages takes them."""
    return json.dumps(content.wordings.for_reader(), ensure_ascii=False, separators=(",", ":"))
