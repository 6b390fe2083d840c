"""Did this help? The links that open a prepared message about an answer; nothing is sent by itself."""

from urllib.parse import quote, urlencode

from hooks.writing.answers import Answer

SAYINGS = [
    ("Yes", "helped", "What helped, if you like to say:"),
    ("No, or something is wrong", "did not help", "What is wrong or missing:"),
]


def feedback_links(where: str, answer: Answer, url: str) -> list[tuple[str, str]]:
    """Return a label and an address for each saying about an answer, or none where nobody is asked.

    `where` is a mailto address, or the form for a new issue on GitHub or GitLab; `url` is the answer's.
    """
    if not where:
        return []
    links = []
    for label, verdict, asks in SAYINGS:
        title = f"{answer.id} {verdict}"
        body = f"Answer: {answer.title}\nAddress: {url}\n\n{asks}\n"
        links.append((label, f"{where}{'&' if '?' in where else '?'}{_query(where, title, body)}"))
    return links


def _query(where: str, title: str, body: str) -> str:
    if where.startswith("mailto:"):
        names = ("subject", "body")
        # RFC 6068, section 5.
        body = body.replace("\n", "\r\n")
    elif "/-/" in where:
        names = ("issue[title]", "issue[description]")
    else:
        names = ("title", "body")
    # A mail program shows a plus sign as one, so blanks become %20.
    return urlencode(dict(zip(names, (title, body), strict=True)), quote_via=quote)
