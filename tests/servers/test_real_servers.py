"""What real SCIM servers answer when they refuse is read rightly, in each form that consoles show."""

import pytest

from tests.conftest import wordings_data
from tests.servers.client import Answer, Server
from tests.servers.conftest import ANA, SERVERS
from tests.servers.refusals import REFUSALS
from troubleshooter import message
from troubleshooter.message import Finding, Wordings, stated_facts

WORDINGS = Wordings(wordings_data())


def read_message(text: str) -> message.Reading:
    return message.read_message(text, WORDINGS)


def whole(answer: Answer) -> str:
    return answer.whole


def body(answer: Answer) -> str:
    return answer.body


def okta(answer: Answer) -> str:
    """Okta's system log: the reason phrase, and the detail of the body."""
    return (
        f"Error while creating user ana@example.com: {answer.reason}. "
        f"Errors reported by remote server: {answer.detail}"
    )


def entra(answer: Answer) -> str:
    """Entra ID's provisioning log: the name that .NET has for the status, and the body."""
    return (
        f"StatusCode: {answer.reason.replace(' ', '')} Message: Processing of the HTTP request resulted in an"
        " exception. Please see the HTTP response returned by the 'Response' property of this exception for"
        f" details. Web Response: {answer.body}"
    )


FORMS = [whole, body, okta, entra]
pytestmark = pytest.mark.parametrize("name", SERVERS)
every_refusal = pytest.mark.parametrize("refused", REFUSALS)
every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)


def finding(text: str, fact: str) -> Finding | None:
    """Return what is read from the text as stated, where it is."""
    return next((found for found in read_message(text).findings if found.fact == fact and found.stated), None)


@every_form
@every_refusal
def test_status_that_was_sent_is_read(servers: dict[str, Server], name: str, refused: str, form) -> None:
    answer = REFUSALS[refused].send(servers[name])
    assert answer.status >= 400
    text = form(answer)
    read = finding(text, "status")
    if read:
        assert read.value == str(answer.status)
        spellings = (str(answer.status), answer.reason, answer.reason.replace(" ", ""))
        assert text[read.start : read.end] in spellings
    else:
        # Only a bare body can leave the status out.
        assert form is body
        assert "status" not in answer.said


@every_form
@every_refusal
def test_keyword_is_read_as_the_body_states_it(
    servers: dict[str, Server], name: str, refused: str, form
) -> None:
    answer = REFUSALS[refused].send(servers[name])
    read = stated_facts(read_message(form(answer))).get("scimType")
    # Okta shows the detail only.
    assert read == (None if form is okta else answer.said.get("scimType"))


@every_form
@every_refusal
def test_attribute_is_read_where_the_server_names_it(
    servers: dict[str, Server], name: str, refused: str, form
) -> None:
    refusal = REFUSALS[refused]
    answer = refusal.send(servers[name])
    read = stated_facts(read_message(form(answer))).get("attribute")
    assert read == refusal.attribute_named(answer)


@every_form
@every_refusal
def test_resource_is_never_another_than_was_asked_for(
    servers: dict[str, Server], name: str, refused: str, form
) -> None:
    answer = REFUSALS[refused].send(servers[name])
    assert stated_facts(read_message(form(answer))).get("resource") in (None, "User")


@pytest.mark.parametrize("form", [whole, body], ids=["whole", "body"])
def test_success_states_no_failure(servers: dict[str, Server], name: str, form) -> None:
    answer = servers[name].send("GET", f"/Users/{servers[name].ana}")
    assert answer.status == 200
    assert stated_facts(read_message(form(answer))).keys() <= {"resource"}


def test_length_of_a_body_is_not_read_as_its_status(servers: dict[str, Server], name: str) -> None:
    server, external_id = servers[name], "x"
    for _ in range(3):
        answer = server.send("PUT", f"/Users/{server.ana}", {**ANA, "externalId": external_id})
        external_id = "x" * (len(external_id) + 500 - len(answer.body))
    assert "Content-Length: 500" in answer.whole
    assert "status" not in stated_facts(read_message(answer.whole))
