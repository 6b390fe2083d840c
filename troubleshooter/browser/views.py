"""What the troubleshooter shows: the answers so far, a question, and the lines about the address."""

from ..spelling import nearest_values
from ..tree import grouped_options, values_of
from ..vocabulary import FACTS, VALUES, value_label
from .elements import button, element, heading

# A longer text is cut where it is shown, with its length.
SHOWN = 200


def provider_choice(idp, on_choose):
    """Return the choice of the identity provider, which decides the clicks and never the cause."""
    select = element("select", element("option", "Not chosen", value=""), id="idp")
    for value in VALUES["idp"]:
        select.append(element("option", value_label("idp", value), value=value))
    select.value = idp or ""
    select.addEventListener("change", lambda event: on_choose(event.target.value or None))
    return element(
        "p", element("label", "Your identity provider", for_="idp"), " ", select, class_="provider"
    )


def answers_so_far(steps, on_change, on_restart):
    """Return the steps taken, each with a button to change it, and the button to start again."""
    rows = []
    for step in steps:
        rows.append(element("dt", step.question.text))
        change = button("Change", lambda step=step: on_change(step))
        change.setAttribute("aria-label", "Change: " + step.question.text)
        rows.append(element("dd", element("span", _chosen_text(step)), " ", change))
    return element(
        "section",
        element("h2", "Your answers so far"),
        element("dl", *rows),
        button("Start again", on_restart),
        class_="so-far",
    )


def question_form(question, idp, on_choose):
    """Return the question as a group of buttons; one of several values of an option has its own."""
    rows = []
    for provider, options in grouped_options(question, idp):
        choices = [_option_row(question, option, on_choose) for option in options]
        if provider:
            title = "Only in " + value_label("idp", provider)
            rows.append(_named_group(title, element("div", *choices, class_="options")))
        else:
            rows.extend(choices)
    parts = [element("legend", heading(question.text))]
    if question.help:
        parts.append(element("p", question.help, class_="help"))
    return element("fieldset", *parts, element("div", *rows, class_="options"))


def unknown_fact(name, text, question):
    """Return the line about a part of the address that is not understood."""
    if name not in FACTS:
        return element(
            "p", "The address has “" + _cut(name) + "”, which is no fact this page knows; it is left out."
        )
    line = "The address says “" + _cut(text) + "” for " + name + ", which is not a value known here."
    if question and question.asks == name:
        line += " It was for the question “" + question.text + "”."
        known = values_of(question)
    else:
        known = VALUES[name]
    near = [value for value in nearest_values(name, text) if value in known]
    if near:
        line += " Did you mean " + " or ".join(near) + "?"
    return element("p", line + " What could stand there: " + ", ".join(known) + ".")


def rejected_value(state):
    """Return the line about a value that is known, but that no option of the question has."""
    return element(
        "p",
        "“" + state.rejected + "” is no answer to the question “" + state.question.text + "”. "
        "What could stand there: " + ", ".join(values_of(state.question)) + ".",
    )


def impossible(rule, facts, on_drop):
    """Return the result for facts that cannot come together."""
    named = [fact + " " + facts[fact] for fact in FACTS if fact in rule.facts]
    parts = [heading("These facts do not come together")]
    parts.append(element("p", " and ".join(named) + ": " + rule.because))
    for fact in FACTS:
        if fact in rule.facts:
            parts.append(_leave_out(fact, facts[fact], on_drop))
    parts.append(_compare_once_more())
    return element("section", *parts, class_="result no-match")


def no_match(title, disagreements, on_drop):
    """Return the result for facts that speak against the answer to which the others lead."""
    parts = [heading("No answer fits all of these facts")]
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
    if len(text) <= SHOWN:
        return text
    return text[:SHOWN] + "… (" + str(len(text)) + " characters)"
