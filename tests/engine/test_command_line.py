"""The command line: code and attribute in, steps out, and a sentence for what it does not know."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from troubleshooter.__main__ import main

pytestmark = pytest.mark.usefixtures("site")


def output(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


def test_code_and_attribute_print_the_steps(capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "409", "email", "--idp", "okta")
    assert text.startswith("# The email address")
    assert "\n1. " in text
    assert "Okta Admin Console" in text


@pytest.mark.parametrize("word", ["email", "e-mail", "emails", "Mail"])
def test_synonyms_of_an_attribute_lead_to_one_answer(capsys: pytest.CaptureFixture[str], word: str) -> None:
    assert json.loads(output(capsys, "409", word, "--json"))["answer"] == "email-in-use"


@pytest.mark.parametrize("word", ["username", "login", "user name", "userName"])
def test_username_conflict_never_offers_to_connect(capsys: pytest.CaptureFixture[str], word: str) -> None:
    text = output(capsys, "409", word)
    assert "Connect SAML SSO" not in text
    assert "username" in text


def test_json_states_the_facts_and_the_address(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(output(capsys, "409", "email", "--idp", "okta", "--json")) == {
        "scim": True,
        "status": "409",
        "scimType": None,
        "attribute": "emails",
        "resource": None,
        "symptom": None,
        "idp": "okta",
        "answer": "email-in-use",
        "question": None,
        "url": "troubleshooter/?status=409&attribute=emails&idp=okta",
    }


def test_incomplete_pair_prints_the_question(capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "409")
    assert text.startswith("Which value does the message say is taken?")
    assert "emails" in text


def test_contradicting_facts_print_what_disagrees(capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "400", "email", "--scim-type", "immutability")
    assert text.startswith("No answer fits")
    assert "yours is emails" in text


def test_facts_that_cannot_come_together_print_why(capsys: pytest.CaptureFixture[str]) -> None:
    text = output(capsys, "409", "email", "--scim-type", "immutability")
    assert text.startswith("These facts do not come together: status 409 and scimType mutability.")
    assert "1. " not in text
    found = json.loads(output(capsys, "409", "email", "--scim-type", "immutability", "--json"))
    assert (found["answer"], found["question"]) == (None, None)


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [(["490"], "409"), (["409", "emial"], "emails"), (["409", "email", "--idp", "octa"], "okta")],
)
def test_unknown_value_names_the_nearest(
    capsys: pytest.CaptureFixture[str], arguments: list[str], nearest: str
) -> None:
    assert main(arguments) == 2
    message = capsys.readouterr().err
    assert nearest in message
    assert message.count("\n") == 1


def test_missing_site_says_what_to_run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["409", "email"], site=tmp_path) == 2
    assert "make build" in capsys.readouterr().err


def test_module_runs_as_a_command() -> None:
    command = [sys.executable, "-m", "troubleshooter", "409", "email"]
    project = Path(__file__).parents[2]
    assert subprocess.run(command, cwd=project, capture_output=True, check=True).stdout.startswith(b"# ")
