"""The command `explain`: why a message is read as it is. For those who write wordings. CPython only."""

import sys

from .message import Wordings, read_message
from .message.complaint import Complaint
from .message.status import find_statuses
from .message.web_addresses import parts_of_addresses
from .message.words import split_words
from .plain import plain


def run_explain(wordings: Wordings) -> int:
    """Print what each wording in the message on standard input tells; return the exit status."""
    text = sys.stdin.read()
    words = split_words(text)
    complaint = Complaint(words, parts_of_addresses(words), find_statuses(words, wordings.units))
    print("Wordings in the message, with their weights:")
    matches = wordings.find(words)
    for match in matches:
        said = plain(text[words.starts[match.first] : words.ends[match.end - 1]])
        told = match.entry.get("facts") or {
            name: match.entry[name] for name in ("scim",) if name in match.entry
        }
        value = ", ".join(f"{fact} {told[fact]}" for fact in told)
        notes = []
        if match.attribute:
            notes.append(f"names {plain(match.attribute[0])}")
        if complaint.in_detail(match):
            notes.append("in the service's own sentence")
        if not complaint.holds(match):
            notes.append("apart from the complaint, so that no cause counts")
        if match.entry.get("yields"):
            notes.append("counts only where no other does")
        print(f"- “{said}” tells {value}; weight {match.weight}" + "".join(f"; {note}" for note in notes))
    if not matches:
        print("- none")
    reading = read_message(text, wordings)
    print("\nRead from it:")
    for finding in reading.findings:
        kind = "stated" if finding.stated else "implied"
        said = plain(text[finding.start : finding.end])
        print(f"- {finding.fact} {plain(finding.value)}, {kind} by “{said}” ({finding.why})")
    for fact in reading.undecided:
        print(f"- {fact} is left open between {' and '.join(reading.undecided[fact])}")
    answers = {True: "yes", False: "no, it is of something else", None: "nothing tells"}
    print(f"- SCIM: {answers[reading.scim]}")
    return 0
