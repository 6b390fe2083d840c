"""What the troubleshooter shows: a question, the answers so far, and the lines about the address."""

from ..spelling import nearest_values
from ..tree import titled_groups, values_of
from ..vocabulary import FACTS, VALUES, value_label
from .elements import button, element, heading
from .reading_view import FACT_NAMES

# A longer text is cut where it is shown, with its length.
SHOWN = 200


def answers_so_far(steps, others, on_change, on_drop, on_restart):
    """Return the steps taken and the other facts, each with a button to change it, and one to start again."""
    rows = []
    for step in steps:
        rows.append(element("dt", step.question.text))
        change = button("Change", lambda step=step: on_change(step))
        change.setAttribute("aria-label", "Change: " + step.question.text)
        rows.append(element("dd", element("span", _chosen_text(step)), " ", change))
    for fact in FACTS:
        if fact in others:
            rows.append(element("dt", FACT_NAMES[fact]))
            drop = button("Leave out", lambda fact=fact: on_drop(fact))
            drop.setAttribute("aria-label", "Leave out: " + FACT_NAMES[fact])
            rows.append(element("dd", element("span", value_label(fact, others[fact])), " ", drop))
    return element(
        "section",
        element("h2", "Your answers so far"),
        element("dl", *rows),
        button("Start again", on_restart),
        class_="so-far",
    )


def question_form(question, idp, on_choose, level=2):
    """Return the question as a group of buttons; one of several values of an option has its own."""
    rows = []
    for title, options in titled_groups(question, idp):
        choices = [_option_row(question, option, on_choose) for option in options]
        if title:
            rows.append(_named_group(title, element("div", *choices, class_="options")))
        else:
            rows.extend(choices)
    listed = element("div", *rows, class_="options")
    parts = [element("legend", heading(question.text, level))]
    if question.help:
        parts.append(element("p", question.help, class_="help"))
    if question.is_long:
        parts.append(_filter(listed))
    return element("fieldset", *parts, listed)


def unknown_fact(name, text, question):
    """Return the line about a part of the address that is not understood."""
    if name not in FACTS:
        return element(
            "p", "The address has “", _cut(name), "”, which is no fact this page knows; it is left out."
        )
    line = "” for " + name + ", which is not a value known here."
    if question and question.asks == name:
        line += " It was for the question “" + question.text + "”."
        known = values_of(question)
    else:
        known = VALUES[name]
    near = [value for value in nearest_values(name, text) if value in known]
    if near:
        line += " Did you mean " + " or ".join(near) + "?"
    line += " What could stand there: " + ", ".join(known) + "."
    return element("p", "The address says “", _cut(text), line)


def rejected_value(state):
    """Return the line about a value that is known, but that no option of the question has."""
    return element(
        "p",
        "“" + state.rejected + "” is no answer to the question “" + state.question.text + "”. "
        "What could stand there: " + ", ".join(values_of(state.question)) + ".",
    )


def impossible(rule, facts, on_drop, level):
    """Return the result for facts that cannot come together."""
    named = [fact + " " + facts[fact] for fact in FACTS if fact in rule.facts]
    parts = [heading("These facts do not come together", level)]
    parts.append(element("p", " and ".join(named) + ": " + rule.because))
    for fact in FACTS:
        if fact in rule.facts:
            parts.append(_leave_out(fact, facts[fact], on_drop))
    parts.append(_compare_once_more())
    return element("section", *parts, class_="result no-match")


def no_match(title, disagreements, on_drop, level):
    """Return the result for facts that speak against the answer to which the others lead."""
    parts = [heading("No answer fits all of these facts", level)]
    for entry in disagreements:
        parts.append(
            element(
                "p",
                "The other facts lead to “"
                + title
                + "”, but that holds for "
                + entry.fact
                + " "
                + " or ".join(entry.expected)
                + ", and yours is "
                + entry.value
                + ".",
            )
        )
        parts.append(_leave_out(entry.fact, entry.value, on_drop))
    parts.append(_compare_once_more())
    return element("section", *parts, class_="result no-match")


def _leave_out(fact, value, on_drop):
    return button("Leave out " + fact + " " + value, lambda: on_drop(fact))


def _compare_once_more():
    checklist = element("a", "the checklist", href="../answers/checklist/")
    text = "Compare with the log once more. If every fact is as it says, work through "
    return element("p", text, checklist, ".")


def _filter(listed):
    """Return a field that leaves in the list what has the words typed in it."""
    field = element("input", type="search", autocomplete="off")
    left = element("span", role="status")

    def typed(event):
        words = field.value.lower().split()
        choices = list(listed.querySelectorAll("button"))
        for choice in choices:
            text = choice.textContent.lower()
            # Who finds nothing still has that to say.
            choice.hidden = choice.dataset.value != "unknown" and any(word not in text for word in words)
        for group in list(listed.querySelectorAll("[role=group]")):
            group.hidden = group.querySelector("button:not([hidden])") is None
        shown = len([choice for choice in choices if not choice.hidden])
        left.textContent = str(shown) + " of " + str(len(choices)) if words else ""

    field.addEventListener("input", typed)
    return element("p", element("label", "Filter this list ", field), " ", left, class_="filter")


def _option_row(question, option, on_choose):
    if len(option.values) == 1:
        return _choice(option.text, option.values[0], on_choose)
    values = [_choice(value_label(question.asks, value), value, on_choose) for value in option.values]
    return _named_group(option.text, element("div", *values, class_="values"))


def _named_group(title, content):
    group = element("div", element("p", title), content, role="group")
    group.setAttribute("aria-label", title)
    return group


def _choice(text, value, on_choose):
    return button(text, lambda: on_choose(value), data_value=value)


def _chosen_text(step):
    if len(step.option.values) > 1 or step.value not in step.option.values:
        return value_label(step.question.asks, step.value)
    return step.option.text


def _cut(text):
    """Return what stands in the address as the page shows it."""
    if len(text) > SHOWN:
        text = text[:SHOWN] + "… (" + str(len(text)) + " characters)"
    return element("span", text, translate="no")
