"""The text that support needs where no answer was found: the facts, the way to them, and the message."""

from .fence import fenced
from .redact import redact
from .vocabulary import FACTS, value_label

# What only the reader knows.
TO_FILL_IN = ("When (with the time zone):", "Who (person or group):", "Tried so far:")


def support_text(address, facts, steps, ended, answers_read, message, mask_addresses=True):
    """Return the text: `ended` says where the facts led, by `steps` of the walk; `message` may be empty.

    `answers_read` are the titles of answers that were shown on the way. Secrets are masked throughout, and
    email addresses unless told not to.
    """
    stated = [
        value_label(fact, facts[fact]) for fact in FACTS if isinstance(facts.get(fact), str) and fact != "idp"
    ]
    lines = [
        "SCIM provisioning into Pulumi Cloud: no answer found",
        "",
        "Address: " + address,
        "Identity provider: " + (value_label("idp", facts["idp"]) if "idp" in facts else "not chosen"),
        "Facts: " + (", ".join(stated) if stated else "none"),
        "Ended with: " + ended,
    ]
    if steps:
        lines.append("Questions answered:")
        lines.extend(["- " + step.question.text + " " + step.option.text for step in steps])
    if answers_read:
        lines.append("Answers read:")
        lines.extend(["- " + title for title in answers_read])
    lines.extend(TO_FILL_IN)
    numbers: dict[str, int] = {}
    text = redact("\n".join(lines), mask_addresses, numbers)
    if message:
        text += "\n\nMessage:\n" + fenced(redact(message, mask_addresses, numbers))
    return text
