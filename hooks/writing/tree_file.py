"""Reads docs/troubleshooter/tree.yml and finds what is wrong with it, in a writer's words."""

from typing import Any

from hooks.writing.answers import SUBJECTS, Answer
from hooks.writing.fields import Field, Fields, check_fields
from hooks.writing.problems import Message, Problem, did_you_mean, say
from hooks.writing.values import is_one_of, is_text
from hooks.writing.yaml_text import YamlText, read_yaml
from troubleshooter.tree import read_tree
from troubleshooter.vocabulary import CAUSE_FACTS, IDP, VALUES
from troubleshooter.walk import Step, every_path


def is_one_value(value: Any) -> Message | None:
    """Say what is wrong unless `value` is a text; several stand in another field."""
    return say("option-value-several") if isinstance(value, list) else is_text(value)


OPTION_FIELDS: Fields = {
    "value": Field("the value of the fact", is_one_value),
    "values": Field("the values that lead the same way", is_text, is_list=True),
    "text": Field("what readers choose", is_text, True),
    "idp": Field("the providers whose console can show it", is_one_of(IDP), is_list=True),
    "not_idp": Field("the providers whose console cannot show it", is_one_of(IDP), is_list=True),
    "question": Field("the id of the question it leads to", is_text),
    "answer": Field("the id of the answer it leads to", is_text),
}
QUESTION_FIELDS: Fields = {
    "id": Field("a name of its own", is_text, True),
    "asks": Field("the fact that it asks: " + ", ".join(CAUSE_FACTS), is_one_of(CAUSE_FACTS), True),
    "optional": Field("`true` where only the words of a message answer it", is_one_of(["true"])),
    "text": Field("what readers are asked", is_text, True),
    "help": Field("where readers find it", is_text),
    "options": Field("a list of options, each `- value: …`", OPTION_FIELDS, True, is_list=True),
}
TREE_FIELDS: Fields = {
    "start": Field("the id of the first question", is_text, True),
    "questions": Field("a list of questions, each `- id: …`", QUESTION_FIELDS, True, is_list=True),
}


def read_tree_file(
    file: str, text: str, answers: list[Answer] | None
) -> tuple[dict[str, Any], list[Problem]]:
    """Return the data of the tree in `text`, and all problems of the first stage that has any.

    Without `answers`, nothing is known of the places to which it leads, so its fields alone are checked.
    """
    yaml_text, problems = read_yaml(file, text)
    problems = sorted(problems or check_fields(file, yaml_text, TREE_FIELDS))
    if problems or answers is None:
        return yaml_text.data, problems
    return yaml_text.data, _Checker(file, yaml_text, answers).find_problems()


def with_subjects(tree: dict[str, Any], answers: list[Answer]) -> dict[str, Any]:
    """Return the checked data of a tree, in which each option names the subject of its answer."""
    subjects = {answer.id: SUBJECTS[answer.subject] for answer in answers}
    first = {question["id"]: question["options"][0] for question in tree["questions"]}

    def with_subject(option: dict[str, Any]) -> dict[str, Any]:
        leads_to = option
        while "question" in leads_to:
            leads_to = first[leads_to["question"]]
        # Who cannot tell finds that option at the end.
        return option if "unknown" in values_of(option) else {**option, "about": subjects[leads_to["answer"]]}

    questions = [
        {**question, "options": [with_subject(option) for option in question["options"]]}
        for question in tree["questions"]
    ]
    return {**tree, "questions": questions}


class _Checker:
    def __init__(self, file: str, yaml_text: YamlText, answers: list[Answer]):
        self.file = file
        self.yaml = yaml_text
        self.answers = {answer.id: answer for answer in answers}
        self.problems: list[Problem] = []

    def find_problems(self) -> list[Problem]:
        for check in (self.check_targets, self.check_order, self.check_answers):
            check()
            if self.problems:
                break
        return sorted(set(self.problems))

    def report(self, message: Message, *place: str | int) -> None:
        self.problems.append(Problem(self.file, self.yaml.line(*place), message))

    # First: each option has a value and a target of its own, ids are unique, and every target exists.

    def check_targets(self) -> None:
        for index, question in enumerate(self.yaml.data["questions"]):
            self.check_values(question, "questions", index)
        ids = [question["id"] for question in self.yaml.data["questions"]]
        for index, question_id in enumerate(ids):
            if question_id in ids[:index]:
                self.report(say("question-id-twice", id=question_id), "questions", index, "id")
        if self.yaml.data["start"] not in ids:
            start = self.yaml.data["start"]
            self.report(say("tree-start-unknown", start=start, near=did_you_mean(start, ids)), "start")
        for place, option in self.options():
            if ("question" in option) == ("answer" in option):
                self.report(say("option-leads-to-one-place"), *place)
            for kind, known in (("question", ids), ("answer", list(self.answers))):
                target = option.get(kind)
                if target is not None and target not in known:
                    near = did_you_mean(target, known)
                    message = say("option-target-unknown", kind=kind, target=target, near=near)
                    self.report(message, *place, kind)

    def check_values(self, question: dict[str, Any], *place: str | int) -> None:
        fact, values = question["asks"], []
        for index, option in enumerate(question["options"]):
            here = (*place, "options", index)
            if ("value" in option) == ("values" in option) or not values_of(option):
                self.report(say("option-value-or-values"), *here)
            if "idp" in option and "not_idp" in option:
                self.report(say("option-idp-or-not-idp"), *here, "not_idp")
            for number, value in enumerate(values_of(option)):
                if value not in VALUES[fact]:
                    near = did_you_mean(value, VALUES[fact])
                    message = say("value-not-of-fact", value=value, fact=fact, near=near)
                    self.report(message, *here, "values" if "values" in option else "value", number)
            values += values_of(option)
        for value in dict.fromkeys(value for value in values if values.count(value) > 1):
            self.report(say("question-value-twice", value=value), *place)
        for value in ["unknown", "other"] if fact == "attribute" else ["unknown"]:
            if value not in values:
                self.report(say("question-without-value", value=value), *place)

    # Then: every question can be reached, and none leads back to itself.

    def check_order(self) -> None:
        questions = {question["id"]: question for question in self.yaml.data["questions"]}
        places = {question["id"]: index for index, question in enumerate(self.yaml.data["questions"])}
        reached: set[str] = set()
        waiting: list[tuple[str, ...]] = [(self.yaml.data["start"],)]
        while waiting:
            path = waiting.pop()
            here = questions[path[-1]]
            reached.add(path[-1])
            asked = [questions[question_id]["asks"] for question_id in path]
            if here["asks"] in asked[:-1]:
                way = " → ".join(path)
                message = say("question-asks-twice", way=way, fact=here["asks"])
                if path[-1] in path[:-1]:
                    message = say("question-leads-back", way=way)
                options = questions[path[-2]]["options"]
                leads_here = next(i for i, entry in enumerate(options) if entry.get("question") == path[-1])
                self.report(message, "questions", places[path[-2]], "options", leads_here, "question")
                continue
            waiting += [(*path, option["question"]) for option in here["options"] if "question" in option]
        for question_id, index in places.items():
            if question_id not in reached:
                self.report(say("question-not-reached", id=question_id), "questions", index)

    # Last: every answer is reached, on facts that it lists.

    def check_answers(self) -> None:
        reached = set()
        for steps, answer_id in every_path(read_tree(self.yaml.data)):
            reached.add(answer_id)
            by_words = any(step.question.asks == "symptom" and step.value != "unknown" for step in steps)
            for step in steps:
                # Words tell the cause under any code and keyword.
                if not by_words or step.question.asks not in ("status", "scimType"):
                    self.check_step_agrees(step, steps[-1], self.answers[answer_id])
        for answer in self.answers.values():
            if answer.id not in reached and not answer.browse_only:
                self.problems.append(Problem(answer.file, 1, say("answer-not-reached")))
            if answer.id in reached and answer.browse_only:
                self.problems.append(Problem(answer.file, 1, say("answer-reached")))

    def check_step_agrees(self, step: Step, last: Step, answer: Answer) -> None:
        fact, listed = step.question.asks, answer.facts[step.question.asks]
        if listed and step.value not in ["unknown", "other", *listed]:
            message = say("option-disagrees", answer=answer.id, fact=fact, value=step.value, file=answer.file)
            for place, option in self.options():
                asked = self.yaml.data["questions"][place[1]]["id"]
                if asked == last.question.id and last.value in values_of(option):
                    self.report(message, *place)

    def options(self) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
        return [
            (("questions", i, "options", j), option)
            for i, question in enumerate(self.yaml.data["questions"])
            for j, option in enumerate(question["options"])
        ]


def values_of(option: dict[str, Any]) -> list[str]:
    """Return the values of an option, however it spells them."""
    return option.get("values", [option["value"]] if "value" in option else [])
