"""Runs the case files on whatever interpreter imports this; the tests compare what it returns."""

from troubleshooter.message import Wordings, read_message, split_messages, stated_facts
from troubleshooter.redact import redact
from troubleshooter.spelling import nearest_values, read_value
from troubleshooter.tree import grouped_options, read_tree, visible_options
from troubleshooter.vocabulary import value_label
from troubleshooter.walk import every_path, resolve


def vocabulary_failures(cases):
    """Return a line for each vocabulary case that does not hold."""
    failures = []
    for fact, text, value in cases["read"]:
        if read_value(fact, text) != value:
            failures.append("read " + text + ": " + str(read_value(fact, text)))
    for fact, text, value in cases["nearest"]:
        if value not in nearest_values(fact, text):
            failures.append("nearest " + text + ": " + str(nearest_values(fact, text)))
    for fact, text in cases["nothing near"]:
        if nearest_values(fact, text):
            failures.append("nothing near " + text + ": " + str(nearest_values(fact, text)))
    for fact, value, label in cases["label"]:
        if value_label(fact, value) != label:
            failures.append("label " + value + ": " + value_label(fact, value))
    return failures


def walk_failures(cases):
    """Return a line for each case of the invented tree that does not hold."""
    tree = read_tree(cases["tree"])
    failures = []
    for case in cases["cases"]:
        state, answer, disagreements, rule = resolve(tree, cases["answers"], case["facts"])
        found = {
            "question": None if rule else state.question and state.question.id,
            "answer": answer and answer["id"],
            "rejected": state.rejected,
            "because": rule and rule.because,
            "disagrees": [entry.fact for entry in disagreements] or None,
        }
        for name in found:
            if found[name] != case.get(name):
                failures.append(case["promise"] + ": " + name + " is " + str(found[name]))
    if len(list(every_path(tree))) != cases["paths"]:
        failures.append("every path: " + str(len(list(every_path(tree)))))
    shown = [option.values[0] for option in visible_options(tree.questions["status"], "entra")]
    if shown != ["409", "500", "unknown"]:
        failures.append("visible to entra: " + str(shown))
    for idp, expected in cases["groups"]:
        groups = [
            [provider, [option.values[0] for option in options]]
            for provider, options in grouped_options(tree.questions["status"], idp)
        ]
        if groups != expected:
            failures.append("groups for " + str(idp) + ": " + str(groups))
    return failures


def message_failures(cases, data):
    """Return a line for each message that is not read, or not told from the next, as promised."""
    wordings = Wordings(data)
    failures = []
    for case in cases["messages"]:
        reading = read_message(case["text"], wordings)
        found = {
            "facts": stated_facts(reading),
            "implies": {finding.fact: finding.value for finding in reading.findings if not finding.stated},
            "scim": reading.scim,
        }
        for name, nothing in (("facts", {}), ("implies", {}), ("scim", None)):
            if found[name] != case.get(name, nothing):
                failures.append(case["promise"] + ": " + name + " is " + str(found[name]))
        for finding in reading.findings:
            inside = 0 <= finding.start < finding.end <= len(case["text"])
            if not inside or not case["text"][finding.start : finding.end].strip():
                failures.append(case["promise"] + ": no evidence of " + finding.fact)
    for case in cases["splits"]:
        # A line of Windows ends with a carriage return, which says nothing.
        found = [
            case["text"][start:end].strip() for start, end in split_messages(case["text"], wordings.units)
        ]
        if found != case["messages"]:
            failures.append(case["promise"] + ": messages are " + str(found))
    return failures


def mask_failures(cases):
    """Return a line for each text that does not leave as promised; masked again, it stays as it is."""
    failures = []
    for case in cases:
        expected = case.get("leaves", case["text"])
        found = [(redact(case["text"]), expected), (redact(expected), expected)]
        if "leaves_with_addresses" in case:
            found.append((redact(case["text"], False), case["leaves_with_addresses"]))
        failures.extend([case["promise"] + ": " + text for text, promised in found if text != promised])
    return failures


def readings(texts, data):
    """Return what is read in each text, as JSON can hold it: findings, whether it is SCIM, messages."""
    wordings = Wordings(data)
    found = []
    for text in texts:
        try:
            reading = read_message(text, wordings)
            spans = split_messages(text, wordings.units)
        except Exception as fault:  # so that a failure names the text
            found.append(repr(fault))
            continue
        findings = [
            [finding.fact, finding.value, finding.start, finding.end, finding.stated]
            for finding in reading.findings
        ]
        found.append([findings, reading.scim, [list(span) for span in spans]])
    return found
