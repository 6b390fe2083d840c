"""Each sentence that Pulumi documents leads to its answer, whatever stands around it."""

import json
from functools import cache

import pytest

from tests.conftest import PROJECT, published, wordings_data
from troubleshooter.message import Wordings, read_message, walk_facts
from troubleshooter.tree import read_tree
from troubleshooter.vocabulary import REASON_PHRASES
from troubleshooter.walk import resolve

pytestmark = pytest.mark.usefixtures("site")

# The sentence, its answer, and what the response says beside it. Pulumi: SCIM troubleshooting.
SENTENCES = [
    ("Attribute 'userName' is immutable.", "username-immutable", "400", "mutability"),
    ("Unknown path: title.", "unknown-path", "400", "invalidPath"),
    ("Cannot add invalid members to team. Invalid member ids: 12", "invalid-members", "400", "invalidValue"),
    (
        "Display name is too long. It must be 100 characters or less",
        "display-name-too-long",
        "400",
        "invalidValue",
    ),
    ("Email ana@example.com already in use by another Pulumi account", "email-in-use", "409", "uniqueness"),
    ("User with userName ana already exists", "username-in-use", "409", "uniqueness"),
]


@cache
def data() -> dict:
    return json.loads(published(PROJECT / "site", "assets/tree.json").read_text(encoding="utf-8"))


def wrapped(sentence: str, status: str, scim_type: str) -> dict[str, str]:
    """Return the sentence as services, consoles, logs and people show it."""
    body = {"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "status": status, "detail": sentence}
    whole, phrase = json.dumps({**body, "scimType": scim_type}), REASON_PHRASES[status]
    head = f"HTTP/1.1 {status} {phrase}\nContent-Type: application/scim+json\n\n"
    okta = "user Ana Lopez to app Pulumi Cloud failed: Error while"
    return {
        "bare": sentence,
        "body": whole,
        "escaped": json.dumps(whole),
        "HTTP": head + whole,
        "HTTP without the keyword": head + json.dumps(body),
        "Okta, creating": f"Automatic provisioning of {okta} creating user ana@example.com: {phrase}. "
        f"Errors reported by remote server: {sentence}",
        "Okta, updating": f"Automatic profile push of {okta} trying to push profile update for ana@example.com: "
        f"{phrase}. Errors reported by remote server: {json.dumps(body)}",
        "Okta, short": f"{phrase}. Errors reported by remote server: {sentence}",
        "Entra ID": f"Failed to create User 'ana@example.com' in customappsso; Error: StatusCode: "
        f"{phrase.replace(' ', '')} Message: Processing of the HTTP request resulted in an exception. "
        f"Web Response: {whole}. This operation was retried 3 times.",
        "log": f'2026-01-01T09:00:00Z level=error msg="scim request failed" status={status} error="{sentence}"',
        "ticket": f"Hi, since yesterday the log says “{sentence}” for one user. What can we do?",
    }


@pytest.mark.parametrize("around", list(wrapped("", "400", "")))
@pytest.mark.parametrize(("sentence", "answer", "status", "scim_type"), SENTENCES, ids=lambda value: value[:20])
def test_documented_sentence_leads_to_its_answer(
    sentence: str, answer: str, status: str, scim_type: str, around: str
) -> None:
    reading = read_message(wrapped(sentence, status, scim_type)[around], Wordings(wordings_data()))
    found = resolve(read_tree(data()), data()["answers"], walk_facts(reading))
    assert found.answer
    assert found.answer["id"] == answer
