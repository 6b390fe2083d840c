"""The fields of tree.yml: a start, and questions with their options."""

from typing import Any

from hooks.writing.fields import Field, Fields
from hooks.writing.problems import Message, say
from hooks.writing.values import is_one_of, is_text
from troubleshooter.vocabulary import CAUSE_FACTS, IDP


def is_one_value(value: Any) -> Message | None:
    """Say what is wrong unless `value` is a text; several stand in another field."""
    return say("option-value-several") if isinstance(value, list) else is_text(value)


OPTION_FIELDS: Fields = {
    "value": Field("the value of the fact", is_one_value),
    "values": Field("the values that lead the same way", is_text, is_list=True),
    "text": Field("what readers choose", is_text, True),
    "idp": Field("the providers whose console can show it", is_one_of(IDP), is_list=True),
    "question": Field("the id of the question it leads to", is_text),
    "answer": Field("the id of the answer it leads to", is_text),
}
QUESTION_FIELDS: Fields = {
    "id": Field("a name of its own", is_text, True),
    "asks": Field("the fact that it asks: " + ", ".join(CAUSE_FACTS), is_one_of(CAUSE_FACTS), True),
    "text": Field("what readers are asked", is_text, True),
    "help": Field("where readers find it", is_text),
    "options": Field("a list of options, each `- value: …`", OPTION_FIELDS, True, is_list=True),
}
TREE_FIELDS: Fields = {
    "start": Field("the id of the first question", is_text, True),
    "questions": Field("a list of questions, each `- id: …`", QUESTION_FIELDS, True, is_list=True),
}


def values_of(option: dict[str, Any]) -> list[str]:
    """Return the values of an option, however it spells them."""
    return option.get("values", [option["value"]] if "value" in option else [])
