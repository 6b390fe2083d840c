"""Shows what was understood of a message: each fact, the words it came from, and a way to correct it."""

from ..vocabulary import FACTS, VALUES, value_label
from .elements import element

FACT_NAMES = {
    "status": "Status code",
    "scimType": "Keyword (scimType)",
    "attribute": "Attribute",
    "resource": "Kind of entry",
    "symptom": "What was seen",
    "idp": "Identity provider",
}


# Where a text may be of provisioning or of anything else.
NOT_NAMED = "Nothing in this text names SCIM, so it is read as if it came from provisioning."


def something_else(reading):
    """Return what says what a text is that is evidently no provisioning, and where help is."""
    other = reading.other
    help_link = element("a", other["help"]["title"], href=other["help"]["url"], rel="noopener")
    return element(
        "section",
        element("h2", "This does not look like provisioning"),
        element("p", "Your text looks like " + other["is"] + ". Help with that: ", help_link, "."),
        element("p", "If it comes from provisioning all the same, choose below what it shows."),
        class_="result",
    )


def what_was_read(message, reading, facts, on_correct):
    """Return, folded, the facts with their evidence, and the message with its words marked."""
    rows = []
    for fact in FACTS:
        finding = find(reading, fact)
        if finding:
            rows.append(element("dt", element("label", FACT_NAMES[fact], for_="read-" + fact)))
            rows.append(element("dd", _correction(fact, facts, on_correct), " ", _evidence(message, finding)))
    return element(
        "details",
        element("summary", "What was read"),
        element("dl", *rows),
        element("p", "Your text, with these words marked:"),
        marked(message, reading),
        class_="understood",
    )


def spoken(reading, title):
    """Return in one line what was read and the title of what it leads to, for those who listen."""
    said = [FACT_NAMES[finding.fact] + " " + finding.value for finding in reading.findings]
    facts = ", ".join(said) if said else "nothing that is known here"
    return "Read from your message: " + facts + ". Shown below: " + title


def find(reading, fact):
    """Return the finding of `fact` in the reading, or None."""
    for finding in reading.findings:
        if finding.fact == fact:
            return finding
    return None


def marked(message, reading):
    """Return the message as text, with the words of every finding marked."""
    parts = []
    done = 0
    for finding in sorted(reading.findings, key=lambda finding: (finding.start, finding.end)):
        # Two facts may come from the same words.
        if finding.start >= done:
            parts.append(message[done : finding.start])
            parts.append(
                element("mark", message[finding.start : finding.end], title=FACT_NAMES[finding.fact])
            )
            done = finding.end
    parts.append(message[done:])
    # It scrolls, so it must take the focus.
    return element("pre", *parts, tabindex="0", role="region", aria_label="Your text", translate="no")


def _evidence(message, finding):
    words = message[finding.start : finding.end]
    if len(words) > 60:
        words = words[:60] + "…"
    kind = "" if finding.stated else "implied: "
    mark = element("mark", words, translate="no")
    return element("span", kind, "from “", mark, "”, ", finding.why, class_="evidence")


def _correction(fact, facts, on_correct):
    select = element("select", element("option", "Not in the message", value=""), id="read-" + fact)
    for value in VALUES[fact]:
        select.append(element("option", value_label(fact, value), value=value))
    value = facts.get(fact, "")
    select.value = value if isinstance(value, str) else ""
    select.addEventListener("change", lambda event: on_correct(fact, event.target.value or None))
    return select
