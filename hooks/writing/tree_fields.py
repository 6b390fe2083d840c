"""The first check of tree.yml: its fields are known, and each holds what it should."""

from collections.abc import Callable
from typing import Any

from hooks.writing.problems import did_you_mean, say
from hooks.writing.yaml_text import Place
from troubleshooter.vocabulary import CAUSE_FACTS, IDP, VALUES

TREE_FIELDS = ["start", "questions"]
QUESTION_FIELDS = ["id", "asks", "text", "help", "options"]
OPTION_FIELDS = ["value", "values", "text", "idp", "question", "answer"]


class FieldChecker:
    """Checks the tree in `data`; `report` takes a message and the place (keys and indexes) it is about."""

    def __init__(self, data: Any, report: Callable[..., None]):
        self.data = data
        self.report = report

    def check(self) -> None:
        data = self.data
        if not isinstance(data, dict):
            self.report(say("tree-empty"))
            return
        self.check_known_fields(data, TREE_FIELDS)
        self.check_text(data, "start")
        questions = data.get("questions")
        if not isinstance(questions, list) or not questions:
            self.report(say("tree-without-questions"))
            return
        for index, question in enumerate(questions):
            self.check_question(question, "questions", index)

    def check_question(self, question: Any, *place: str | int) -> None:
        if not isinstance(question, dict):
            self.report(say("question-not-a-group"), *place)
            return
        self.check_known_fields(question, QUESTION_FIELDS, *place)
        for name in ("id", "asks", "text"):
            self.check_text(question, name, *place)
        if "help" in question:
            self.check_text(question, "help", *place)
        fact = question.get("asks")
        if isinstance(fact, str) and fact.strip() and fact not in CAUSE_FACTS:
            self.report(
                say("question-asks-unknown", fact=fact, near=did_you_mean(fact, CAUSE_FACTS)), *place, "asks"
            )
        options = question.get("options")
        if not isinstance(options, list) or not options:
            self.report(say("question-without-options"), *place)
            return
        for index, option in enumerate(options):
            self.check_option(option, fact, *place, "options", index)
        if fact in CAUSE_FACTS:
            self.check_values(question, options, *place)

    def check_option(self, option: Any, fact: Any, *place: str | int) -> None:
        if not isinstance(option, dict):
            self.report(say("option-not-a-group"), *place)
            return
        self.check_known_fields(option, OPTION_FIELDS, *place)
        self.check_text(option, "text", *place)
        if ("value" in option) == ("values" in option):
            self.report(say("option-value-or-values"), *place)
        elif "values" in option and not values_of(option):
            self.report(
                say("option-values-not-a-list"),
                *place,
                "values",
            )
        elif not isinstance(option.get("value", ""), str):
            self.report(say("option-value-not-a-text"), *place, "value")
        if ("question" in option) == ("answer" in option):
            self.report(say("option-leads-to-one-place"), *place)
        target = option.get("question", option.get("answer", "-"))
        if not isinstance(target, str) or not target:
            self.report(say("option-leads-to-several"), *place)
        for index, value in enumerate(values_of(option)):
            if fact in CAUSE_FACTS and value not in VALUES[fact]:
                where: Place = ("values", index) if "values" in option else ("value",)
                near = did_you_mean(str(value), VALUES[fact])
                message = say("value-not-of-fact", value=value, fact=fact, near=near)
                self.report(message, *place, *where)
        providers = option.get("idp", [])
        if not isinstance(providers, list):
            self.report(say("option-idp-not-a-list", value=providers), *place, "idp")
            return
        for provider in providers:
            if provider not in IDP:
                near = did_you_mean(str(provider), IDP)
                self.report(say("provider-unknown", idp=provider, near=near), *place, "idp")

    def check_values(self, question: dict[str, Any], options: list[Any], *place: str | int) -> None:
        values = [value for option in options if isinstance(option, dict) for value in values_of(option)]
        for value in dict.fromkeys(value for value in values if values.count(value) > 1):
            self.report(say("question-value-twice", value=value), *place)
        needed = ["unknown", "other"] if question["asks"] == "attribute" else ["unknown"]
        for value in needed:
            if value not in values:
                self.report(say("question-without-value", value=value), *place)

    def check_known_fields(self, entry: dict[str, Any], known: list[str], *place: str | int) -> None:
        for name in entry:
            if name not in known:
                self.report(say("field-unknown", name=name, near=did_you_mean(name, known)), *place, name)

    def check_text(self, entry: dict[str, Any], name: str, *place: str | int) -> None:
        if not isinstance(entry.get(name), str) or not entry[name].strip():
            self.report(say("text-missing", name=name), *place, name)


def values_of(option: Any) -> list[Any]:
    """Return the values of an option, however it spells them; none where it is malformed."""
    if not isinstance(option, dict):
        return []
    values = option.get("values", [option["value"]] if isinstance(option.get("value"), str) else [])
    return values if isinstance(values, list) else []
