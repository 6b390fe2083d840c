"""Reads docs/troubleshooter/tree.yml and finds what is wrong with it, in a writer's words."""

from typing import Any

from hooks.answers import Answer
from hooks.problems import Problem, did_you_mean
from hooks.yaml_text import Place, YamlText, read_yaml
from troubleshooter.tree import Tree, read_tree
from troubleshooter.vocabulary import CAUSE_FACTS, IDP, VALUES
from troubleshooter.walk import Step, every_path

TREE_FIELDS = ["start", "questions"]
QUESTION_FIELDS = ["id", "asks", "text", "help", "options"]
OPTION_FIELDS = ["value", "values", "text", "idp", "question", "answer"]


def read_tree_file(file: str, text: str, answers: list[Answer]) -> tuple[dict[str, Any], list[Problem]]:
    """Return the data of the tree in `text` and its problems; the data is sound if there are none."""
    yaml_text, problems = read_yaml(file, text)
    return yaml_text.data, problems or _Checker(file, yaml_text, answers).find_problems()


def find_problems(file: str, text: str, answers: list[Answer]) -> list[Problem]:
    """Return what is wrong with the tree in `text`: all problems of the first stage that has any."""
    return read_tree_file(file, text, answers)[1]


class _Checker:
    def __init__(self, file: str, yaml_text: YamlText, answers: list[Answer]):
        self.file = file
        self.yaml = yaml_text
        self.answers = {answer.id: answer for answer in answers}
        self.problems: list[Problem] = []

    def find_problems(self) -> list[Problem]:
        for check in (self.check_shapes, self.check_targets, self.check_order, self.check_answers):
            check()
            if self.problems:
                break
        return sorted(set(self.problems))

    def report(self, sentence: str, *place: str | int) -> None:
        self.problems.append(Problem(self.file, self.yaml.line(*place), sentence))

    # First: the fields are known, and each holds what it should.

    def check_shapes(self) -> None:
        data = self.yaml.data
        if not isinstance(data, dict):
            self.report("the tree is empty; write `start:` and `questions:`.")
            return
        self.check_known_fields(data, TREE_FIELDS)
        self.check_text(data, "start")
        questions = data.get("questions")
        if not isinstance(questions, list) or not questions:
            self.report("`questions` is missing; add a list of questions, each `- id: …`.")
            return
        for index, question in enumerate(questions):
            self.check_question(question, "questions", index)

    def check_question(self, question: Any, *place: str | int) -> None:
        if not isinstance(question, dict):
            self.report("a question is a group of fields; write `- id: …` and the others below it.", *place)
            return
        self.check_known_fields(question, QUESTION_FIELDS, *place)
        for name in ("id", "asks", "text"):
            self.check_text(question, name, *place)
        if "help" in question:
            self.check_text(question, "help", *place)
        fact = question.get("asks")
        if isinstance(fact, str) and fact.strip() and fact not in CAUSE_FACTS:
            self.report(f"`asks` is `{fact}`; {did_you_mean(fact, CAUSE_FACTS)}", *place, "asks")
        options = question.get("options")
        if not isinstance(options, list) or not options:
            self.report("the question has no options; add a list, each `- value: …`.", *place)
            return
        for index, option in enumerate(options):
            self.check_option(option, fact, *place, "options", index)
        if fact in CAUSE_FACTS:
            self.check_values(question, options, *place)

    def check_option(self, option: Any, fact: Any, *place: str | int) -> None:
        if not isinstance(option, dict):
            self.report("an option is a group of fields; write `- value: …` and the others below it.", *place)
            return
        self.check_known_fields(option, OPTION_FIELDS, *place)
        self.check_text(option, "text", *place)
        if ("value" in option) == ("values" in option):
            self.report("an option has either `value` or `values`; write one of the two.", *place)
        elif "values" in option and not _values(option):
            self.report(
                "`values` is not a list of values; write `values: [a, b]`, or `value` for one.",
                *place,
                "values",
            )
        elif not isinstance(option.get("value", ""), str):
            self.report("`value` is not one text; use `values` for several.", *place, "value")
        if ("question" in option) == ("answer" in option):
            self.report("an option leads to one place; write either `question: …` or `answer: …`.", *place)
        target = option.get("question", option.get("answer", "-"))
        if not isinstance(target, str) or not target:
            self.report("an option leads to one place; write the id of one question or one answer.", *place)
        for index, value in enumerate(_values(option)):
            if fact in CAUSE_FACTS and value not in VALUES[fact]:
                where: Place = ("values", index) if "values" in option else ("value",)
                sentence = f"`{value}` is no value of `{fact}`; {did_you_mean(str(value), VALUES[fact])}"
                self.report(sentence, *place, *where)
        providers = option.get("idp", [])
        if not isinstance(providers, list):
            self.report(f"`idp` is not a list; write `idp: [{providers}]`.", *place, "idp")
            return
        for provider in providers:
            if provider not in IDP:
                self.report(
                    f"unknown provider `{provider}`; {did_you_mean(str(provider), IDP)}", *place, "idp"
                )

    def check_values(self, question: dict[str, Any], options: list[Any], *place: str | int) -> None:
        values = [value for option in options if isinstance(option, dict) for value in _values(option)]
        for value in dict.fromkeys(value for value in values if values.count(value) > 1):
            self.report(f"two options have the value `{value}`; keep one.", *place)
        needed = ["unknown", "other"] if question["asks"] == "attribute" else ["unknown"]
        for value in needed:
            if value not in values:
                self.report(f"the question has no option `{value}`; add `- value: {value}`.", *place)

    def check_known_fields(self, entry: dict[str, Any], known: list[str], *place: str | int) -> None:
        for name in entry:
            if name not in known:
                self.report(f"unknown field `{name}`; {did_you_mean(name, known)}", *place, name)

    def check_text(self, entry: dict[str, Any], name: str, *place: str | int) -> None:
        if not isinstance(entry.get(name), str) or not entry[name].strip():
            self.report(f"`{name}` holds no text; write `{name}: …`.", *place, name)

    # Second: ids are unique, and every target exists.

    def check_targets(self) -> None:
        ids = [question["id"] for question in self.yaml.data["questions"]]
        for index, question_id in enumerate(ids):
            if question_id in ids[:index]:
                self.report(
                    f"two questions have the id `{question_id}`; rename one.", "questions", index, "id"
                )
        if self.yaml.data["start"] not in ids:
            start = self.yaml.data["start"]
            self.report(
                f"the tree starts at `{start}`, which is no question; {did_you_mean(start, ids)}", "start"
            )
        for place, option in self.options():
            for kind, known in (("question", ids), ("answer", list(self.answers))):
                target = option.get(kind)
                if target is not None and target not in known:
                    sentence = f"the {kind} `{target}` does not exist; {did_you_mean(target, known)}"
                    self.report(sentence, *place, kind)

    # Third: every question can be reached, and none leads back to itself.

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
                again = " → ".join(path)
                what = "leads back to itself" if path[-1] in path[:-1] else f"asks `{here['asks']}` twice"
                options = questions[path[-2]]["options"]
                leads_here = next(i for i, entry in enumerate(options) if entry.get("question") == path[-1])
                self.report(
                    f"the way {again} {what}; lead to another question or an answer.",
                    *("questions", places[path[-2]], "options", leads_here, "question"),
                )
                continue
            waiting += [(*path, option["question"]) for option in here["options"] if "question" in option]
        for question_id, index in places.items():
            if question_id not in reached:
                self.report(
                    f"no option leads to the question `{question_id}`; link or remove it.", "questions", index
                )

    # Last: every answer is reached, on facts that it lists.

    def check_answers(self) -> None:
        tree: Tree = read_tree(self.yaml.data)
        reached = set()
        for steps, answer_id in every_path(tree):
            reached.add(answer_id)
            for step in steps:
                self.check_step_agrees(step, steps[-1], self.answers[answer_id])
        for answer in self.answers.values():
            if answer.id not in reached and not answer.browse_only:
                sentence = (
                    "no option of the tree leads to this answer; add one to tree.yml, "
                    "or say here why not, as `browse_only: …`."
                )
                self.problems.append(Problem(answer.file, 1, sentence))
            if answer.id in reached and answer.browse_only:
                sentence = "`browse_only` is set, but the tree leads to this answer; remove one of the two."
                self.problems.append(Problem(answer.file, 1, sentence))

    def check_step_agrees(self, step: Step, last: Step, answer: Answer) -> None:
        fact, listed = step.question.asks, answer.facts[step.question.asks]
        if not listed or step.value in ("unknown", "other") or step.value in listed:
            return
        for place, option in self.options():
            if option.get("answer") == answer.id and last.value in _values(option):
                question = self.yaml.data["questions"][place[1]]
                if question["id"] == last.question.id:
                    self.report(
                        f"this leads to `{answer.id}` with {fact} `{step.value}`, which {answer.file} does "
                        f"not list; add it there, or lead elsewhere.",
                        *place,
                    )

    def options(self) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
        return [
            (("questions", i, "options", j), option)
            for i, question in enumerate(self.yaml.data["questions"])
            for j, option in enumerate(question["options"])
        ]


def _values(option: Any) -> list[Any]:
    if not isinstance(option, dict):
        return []
    values = option.get("values", [option["value"]] if isinstance(option.get("value"), str) else [])
    return values if isinstance(values, list) else []
