"""The command line: code and attribute in, steps out, and a sentence for what it does not know."""

import io
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


def read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, text: str, *arguments: str
) -> str:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    return output(capsys, *arguments)


MESSAGE = (
    "Automatic provisioning of user Ben Okafor to app Pulumi failed: Error while creating user "
    "ben.okafor@example.com: Conflict. Errors reported by remote server: "
    "Email ben.okafor@example.com already in use by another Pulumi account."
)


def test_message_on_standard_input_prints_what_was_read_and_the_steps(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = read(capsys, monkeypatch, MESSAGE)
    assert text.startswith("Read from the message:\n- status: 409 (reason phrase)")
    assert "# The email address" in text
    assert "Okta Admin Console" in text


def test_message_that_leaves_a_question_prints_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Which value does the message say is taken?" in read(capsys, monkeypatch, "409 Conflict")


def test_message_with_nothing_known_is_said_not_to_be_recognised(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read(capsys, monkeypatch, "The sea is calm.").startswith("Nothing in this text")


def test_json_of_a_message_has_what_it_states_and_an_address_with_what_it_implies(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert json.loads(read(capsys, monkeypatch, MESSAGE, "--json")) == {
        "scim": True,
        "status": "409",
        "scimType": None,
        "attribute": "emails",
        "resource": None,
        "symptom": None,
        "idp": "okta",
        "answer": "email-in-use",
        "question": None,
        "url": "troubleshooter/?status=409&scimType=uniqueness&attribute=emails&idp=okta",
    }


def test_each_line_of_jsonl_gives_an_object(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "\n".join(json.dumps(text) for text in [MESSAGE, "401 Unauthorized\nInvalid SCIM token", ""])
    found = [json.loads(line) for line in read(capsys, monkeypatch, lines, "--jsonl").splitlines()]
    assert [entry["answer"] for entry in found] == ["email-in-use", "token-refused", None]


def test_line_that_is_no_json_string_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('"409"\n{"a": 1}\n'))
    assert main(["--jsonl"]) == 2
    assert capsys.readouterr().err == "Line 2 is not a JSON string; write each message as one, in quotes.\n"


def test_fact_without_a_code_asks_for_the_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--scim-type", "uniqueness"]) == 2
    assert "error code first" in capsys.readouterr().err


def test_missing_site_says_what_to_run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["409", "email"], site=tmp_path) == 2
    assert "make build" in capsys.readouterr().err


EXPORT = (
    "severity,event_type,uuid,timestamp,outcome.result,outcome.reason,target0.id,target0.type,target0.alternate_id\n"
    "ERROR,application.provision.user.push,u1,2026-03-02T09:00:00Z,FAILURE,"
    '"Error while creating user ana@example.com: Conflict. Errors reported by remote server: '
    'Email ana@example.com already in use.",p1,User,ana@example.com\n'
    "INFO,application.provision.user.push,u2,2026-03-02T10:00:00Z,SUCCESS,,p1,User,ana@example.com\n"
    "INFO,application.provision.user.push,u3,2026-03"
)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    file = tmp_path / "anything.bin"
    file.write_text(EXPORT, encoding="utf-16")
    return file


def test_triage_prints_the_causes_as_a_table(capsys: pytest.CaptureFixture[str], export: Path) -> None:
    text = output(capsys, "triage", str(export))
    assert "failed events: 1, people affected: 1, rows: 3, succeeded: 1" in text
    assert "already belongs to another Pulumi account" in text
    assert "anything.bin, row 3: it is cut off" in text


def test_triage_prints_one_object_for_programs(capsys: pytest.CaptureFixture[str], export: Path) -> None:
    found = json.loads(output(capsys, "triage", str(export), "--json"))
    sample = found["causes"][0].pop("sample")
    assert sample.startswith("Error while creating user ana@example.com")
    assert found == {
        "format": "Okta System Log, CSV",
        "rows": 3,
        "read": 2,
        "set_aside": [{"row": 3, "reason": "it is cut off"}],
        "failed": 1,
        "succeeded": 1,
        "skipped": 0,
        "other": 0,
        "duplicates": 0,
        "people": 1,
        "causes": [
            {
                "answer": "email-in-use",
                "question": None,
                "facts": {"status": "409", "scimType": "uniqueness", "attribute": "emails", "idp": "okta"},
                "events": 1,
                "people": 1,
                "healed": 1,
                "first": "2026-03-02T09:00:00Z",
                "last": "2026-03-02T09:00:00Z",
            }
        ],
        "notices": [],
    }


def test_triage_takes_several_files(capsys: pytest.CaptureFixture[str], export: Path) -> None:
    found = json.loads(output(capsys, "triage", str(export), str(export), "--json"))
    assert (found["rows"], found["failed"], found["duplicates"]) == (6, 1, 2)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"PK\x03\x04rest", "zip archive"),
        (b"", "empty"),
        (b'{"name": "harbour"}', "JSON with the fields name"),
        (b"The sea was calm.\n", "text"),
    ],
)
def test_triage_says_what_was_expected_and_found(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes, word: str
) -> None:
    (tmp_path / "file").write_bytes(content)
    assert main(["triage", str(tmp_path / "file"), "--json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert word in printed.err
    assert "xpected an export" in printed.err
    assert printed.err.count("\n") == 1


def test_triage_of_a_file_that_is_not_there_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["triage", str(tmp_path / "none.csv")]) == 2
    assert "cannot be read: No such file" in capsys.readouterr().err
    assert main(["triage", str(tmp_path)]) == 2
    assert "This is a folder; name the files in it." in capsys.readouterr().err


def test_triage_says_what_to_export_instead_of_something_else(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "users.csv"
    file.write_text("user.login,user.email\nana,ana@example.com\n")
    text = output(capsys, "triage", str(file))
    assert "no provisioning: 1" in text
    assert "users.csv: This looks like: Okta list of users. Its one entry is not about provisioning." in text
    assert json.loads(output(capsys, "triage", str(file), "--json"))["other"] == 1


def test_module_runs_as_a_command() -> None:
    command = [sys.executable, "-m", "troubleshooter", "409", "email"]
    project = Path(__file__).parents[2]
    assert subprocess.run(command, cwd=project, capture_output=True, check=True).stdout.startswith(b"# ")


def test_explain_says_what_each_wording_tells_and_what_is_left_open(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("SCIM error 400. Invalid token. No seats available."))
    text = output(capsys, "explain")
    assert "- “Invalid token” tells symptom credentials; weight" in text
    assert "- symptom is left open between credentials and seats" in text


ACTING = "\x1b]0;owned\x07\x9b31m\u202e" + "w" * 300


@pytest.mark.parametrize(
    "content",
    [
        json.dumps({ACTING: 1, "b" + ACTING: 2}),
        json.dumps({ACTING: 1}, ensure_ascii=False),
        f"one{ACTING[:30]},two\x1b[1m,three\n1,2,3\n4,5,6\n",
        f'{{"uuid":"1","eventType":"application.provision.user.push"}}\n{ACTING}\n',
        f"SCIM provisioning failed with an error nobody knows: {ACTING}\n",
    ],
)
def test_nothing_of_a_file_acts_on_the_terminal_or_fills_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: str
) -> None:
    path = tmp_path / f"name\x1b[31m{'n' * 100}.txt"
    path.write_text(content, encoding="utf-8")
    main(["triage", str(path), str(path)])
    printed = capsys.readouterr()
    text = printed.out + printed.err
    assert text
    assert not [letter for letter in text if letter < " " and letter != "\n"]
    assert not [letter for letter in text if "\x7f" <= letter <= "\x9f" or letter == "\u202e"]
    # A sample is cut later: it is what the table is for.
    assert "w" * 41 not in printed.err
    assert "w" * 201 not in printed.out
    assert "n" * 41 not in text


def test_nothing_of_a_message_acts_on_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in ([], ["explain"]):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"409 Conflict: attribute urn:x:{ACTING} is not unique"))
        text = output(capsys, *command)
        assert "\x1b" not in text
        assert "w" * 41 not in text


def test_secrets_in_samples_are_masked_and_addresses_where_asked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "messages.txt"
    path.write_text("SCIM error 409 Conflict: odd thing of ana@example.com, Authorization: Bearer abcd\n")
    for flag, sample in (([], "ana@example.com"), (["--mask-addresses"], "[email 1]")):
        cause = json.loads(output(capsys, "triage", str(path), "--json", *flag))["causes"][0]
        assert f"{sample}, Authorization: Bearer [secret]" in cause["sample"]
