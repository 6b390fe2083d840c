"""What holds for every text that is read, whoever wrote it and however it was copied: property tests."""

import json
import sys
from collections.abc import Callable, Iterator
from http import HTTPStatus
from importlib import import_module
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import configuration, given, settings
from hypothesis import strategies as st

from tests.conftest import PROJECT, wording_sentences, wordings_data
from troubleshooter import message
from troubleshooter.message import Wordings, stated_facts, walk_facts
from troubleshooter.vocabulary import FACTS, REASON_PHRASES, SCIM_TYPE, VALUES

configuration.set_hypothesis_home_dir(PROJECT / ".pytest_cache" / "hypothesis")
promised = settings(derandomize=True, database=None, deadline=None, max_examples=300)


WORDINGS = Wordings(wordings_data())


def read_message(text: str) -> message.Reading:
    return message.read_message(text, WORDINGS)


def split_messages(text: str) -> list[tuple[int, int]]:
    return message.split_messages(text, WORDINGS.units)


# Texts of any kind.


def strings_in(value: object) -> Iterator[str]:
    """Yield every text within lists, tuples, sets and dicts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from strings_in([*value.keys(), *value.values()])
    elif isinstance(value, list | tuple | set | frozenset):
        for entry in value:
            yield from strings_in(entry)


READERS = [
    "vocabulary",
    *sorted(
        f"message.{path.stem}"
        for path in (PROJECT / "troubleshooter/message").glob("*.py")
        if path.stem != "__init__"
    ),
]
TABLES = [
    text
    for reader in READERS
    for name, value in vars(import_module(f"troubleshooter.{reader}")).items()
    if not name.startswith("__")
    for text in strings_in(value)
]
TABLE_WORDS = sorted({word for text in TABLES for word in text.split()})
# What stands between words of a message, and forms that a word of a table alone does not make.
SIGNS = ["\n\n", "\r\n", "\t", *" .,:;/@-_=+?&%#$~\\\"'`“”’()[]{}<>…"]
FORMS = (
    r'{" ": ": ", " \" \": \" \"} \\\" \n \u0027 :// urn: HTTP/1.1 400 409 200 StatusCode: status": '
    r'detail":" scimType=uniqueness ana@example.com emails[type ${email} <user> is not while but got'
).split(" ")
letters = st.characters() | st.characters(categories=["Cc", "Cs"])
SENTENCES = sorted(set(wording_sentences()))
pieces = (
    st.sampled_from(TABLE_WORDS)
    | st.sampled_from(SENTENCES)
    | st.sampled_from([*SIGNS, *FORMS])
    | st.text(letters, max_size=3)
)
fragments = st.lists(pieces, max_size=40)


# Error bodies of SCIM, and the forms in which consoles show them.


class Body(NamedTuple):
    """What a service answers: one of DETAILS, and the status as a number or as a text."""

    status: str
    scim_type: str | None
    sentence: tuple[str, str | None]
    is_number: bool

    @property
    def detail(self) -> str:
        return self.sentence[0]

    @property
    def attribute(self) -> str | None:
        return self.sentence[1]

    def fields(self) -> dict[str, object]:
        return {
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
            "status": self.code(),
            **({"scimType": self.scim_type} if self.scim_type else {}),
            "detail": self.detail,
        }

    def code(self) -> str | int:
        return int(self.status) if self.is_number else self.status

    def text(self) -> str:
        return json.dumps(self.fields())


def whole(body: Body) -> str:
    headers = ["Content-Type: application/scim+json", f"Content-Length: {len(body.text())}"]
    first = f"HTTP/1.1 {body.status} {HTTPStatus(int(body.status)).phrase}"
    return "\r\n".join([first, *headers, "", body.text()])


def okta(body: Body) -> str:
    return (
        f"Error while creating user ana@example.com: {REASON_PHRASES[body.status]}. "
        f"Errors reported by remote server: {body.detail}"
    )


def entra(body: Body) -> str:
    return (
        f"StatusCode: {REASON_PHRASES[body.status].replace(' ', '')} Message: Processing of the HTTP request "
        "resulted in an exception. Please see the HTTP response returned by the 'Response' property of this "
        f"exception for details. Web Response: {body.text()}"
    )


def pretty(body: Body) -> str:
    return json.dumps(body.fields(), indent=4)


def compact(body: Body) -> str:
    return json.dumps(body.fields(), separators=(",", ":"))


def in_response(body: Body) -> str:
    return json.dumps({"status": body.code(), "response": body.fields()}, indent=2)


def escape(text: str) -> str:
    """Return the text as a value of JSON, as a log holds what another program wrote."""
    return json.dumps({"message": text})


ENVELOPES = [whole, okta, entra, pretty, compact, in_response]
# Each sentence, and the attribute that it names as the culprit.
DETAILS = [
    ("Email ana@example.com already in use by another Pulumi account.", "emails"),
    ("The e-mail address ana@example.com is already taken", "emails"),
    ("User with userName ana already exists.", "userName"),
    ("A user with the username ‘ana’ already exists.", "userName"),
    ("Attribute 'externalId' must be unique.", "externalId"),
    ('Attribute "active" must be a boolean', "active"),
    ("Attribute userName is read-only.", "userName"),
    ("displayName is required.", "displayName"),
    ('duplicate key value violates unique constraint "uk_people_email"', "emails"),
    ("Attribute urn:ietf:params:scim:schemas:core:2.0:User:nickName is not supported.", "nickName"),
    ("One or more values are already taken.", None),
    ("Something went wrong.", None),
]
bodies = st.builds(
    Body,
    st.sampled_from(sorted(REASON_PHRASES)),
    st.sampled_from([None, *SCIM_TYPE[:-1]]),
    st.sampled_from(DETAILS),
    st.booleans(),
)
entries = st.builds(
    "Automatic provisioning of user ana@example.com to app {} failed: "
    "Error while creating user ana@example.com: {}".format,
    st.sampled_from(["Pulumi", "Email sync"]),
    st.sampled_from(sorted(REASON_PHRASES.values())),
)
messages = st.builds(lambda form, body: form(body), st.sampled_from(ENVELOPES), bodies) | entries


@st.composite
def disturbed_messages(draw: st.DrawFn) -> str:
    """A message into which something else was written."""
    message = draw(messages)
    place = draw(st.integers(0, len(message)))
    return message[:place] + "".join(draw(fragments)) + message[place:]


texts = (
    st.text(letters)
    | fragments.map("".join)
    | fragments.map(" ".join)
    | fragments.map(" ".join).map(escape)
    | disturbed_messages()
)

# What people write around a message, and what no wording may take for a sign of anything.
NEUTRAL = (
    "weather lisbon harbour morning boats sail past green hills we walked slowly along river coffee bread "
    "garden rain clouds bridge music old tower seven lemons hello dear thanks please help kindly regards "
    "colleagues office building yesterday today tomorrow monday friday week month summer evening lunch "
    "kitchen window street train airport mountain island apple orange milk tea sugar paper picture song "
    "children mother brother horse star snow wind blue yellow brown small tall happy tired busy quiet warm "
    "slow often sometimes never perhaps really nearly together everywhere outside between because although "
    "however both few once twice three hundred you they our their these who when how are was were will "
    "could should went came saw thought said told gave made seemed and or than so by for from with about"
).split()
sentences = st.lists(st.sampled_from(NEUTRAL), min_size=1, max_size=20).map(
    lambda chosen: " ".join(chosen).capitalize() + "."
)


def evidence(text: str) -> list[tuple]:
    """Return what is read from the text, with the words it came from."""
    return [
        (entry.fact, entry.value, entry.stated, text[entry.start : entry.end])
        for entry in read_message(text).findings
    ]


# The promises.


@promised
@given(texts)
def test_any_text_is_read_with_its_evidence(text: str) -> None:
    findings = read_message(text).findings
    assert [entry.fact for entry in findings] == [
        fact for fact in FACTS if fact in {entry.fact for entry in findings}
    ]
    for entry in findings:
        assert 0 <= entry.start < entry.end <= len(text)
        assert entry.why


@promised
@given(texts)
def test_walk_has_only_known_values_and_no_more_than_the_reading(text: str) -> None:
    reading = read_message(text)
    facts = walk_facts(reading)
    if reading.scim is False:
        assert facts == reading.other.get("facts", {})
        return
    read = {entry.fact: entry.value for entry in reading.findings}
    for fact in read:
        if read[fact] not in VALUES[fact]:
            read[fact] = "other" if fact == "attribute" else "unknown"
    for fact, value in facts.items():
        if fact in reading.undecided:
            assert value == reading.undecided[fact]
            assert len(value) > 1
            assert set(value) <= set(VALUES[fact])
        else:
            assert value in VALUES[fact]
            assert value in (read.get(fact), "unknown")


@promised
@given(st.lists(texts | messages, max_size=5).map("\n".join))
def test_messages_of_a_paste_follow_each_other_and_leave_out_blanks_only(text: str) -> None:
    spans = split_messages(text)
    places = [0, *[place for span in spans for place in span], len(text)]
    assert places == sorted(places)
    assert all(text[start:end].strip() for start, end in spans)
    left = [text[end:start] for end, start in pairwise(places)][::2]
    # Control characters show nothing either.
    assert not any(letter > " " and not letter.isspace() for letter in "".join(left))


@promised
@given(messages, st.integers(0, 2), st.data())
def test_message_cut_anywhere_is_read(message: str, escapes: int, data: st.DataObject) -> None:
    for _ in range(escapes):
        message = escape(message)
    start = data.draw(st.integers(0, len(message)))
    end = data.draw(st.integers(start, len(message)))
    part = message[start:end]
    split_messages(part)
    walk_facts(read_message(part))
    assert all(0 <= entry.start < entry.end <= len(part) for entry in read_message(part).findings)


@promised
@given(messages, sentences, sentences)
def test_text_that_tells_nothing_changes_nothing(message: str, before: str, behind: str) -> None:
    alone = evidence(message)
    assert evidence(f"{before}\n\n{message}") == alone
    assert evidence(f"{message}\n\n{behind}") == alone


@promised
@given(sentences)
def test_text_that_tells_nothing_is_read_as_nothing(sentence: str) -> None:
    assert read_message(sentence).findings == []


@pytest.mark.parametrize("escapes", [0, 1, 2], ids=["plain", "escaped", "escaped-twice"])
@pytest.mark.parametrize("envelope", ENVELOPES, ids=lambda envelope: envelope.__name__)
@promised
@given(body=bodies)
def test_envelope_keeps_what_the_body_states(
    envelope: Callable[[Body], str], escapes: int, body: Body
) -> None:
    text = envelope(body)
    for _ in range(escapes):
        text = escape(text)
    stated = stated_facts(read_message(text))
    assert stated.get("status") == body.status
    # Okta shows the sentence only.
    assert stated.get("scimType") == (None if envelope is okta else body.scim_type)
    assert stated.get("attribute") == body.attribute


# Work grows with the length.

UNITS = [
    *"[{<\"'\\@_.:/é”\ud800",
    *'a. a@ a@b. w- _a a_email_ 409. 400/ 1. userName. userName, "userName. email: status: ://a a://'.split(),
    *'http://a/ HTTP/1. urn: urn:a: urn:a. \\n \\u0027 "detail": {"status":409}, Bad-'.split(),
    *["word ", "409 ", "not 409 ", "userName ", "Conflict ", "while ", "detail "],
]
# Long enough that work for each pair of words would stand out against work for each word.
LENGTH = 1500


def count_work(read: Callable[[str], object], text: str) -> int:
    """Return how many lines and calls Python runs through to read the text; a round of a loop is a line."""
    count = 0

    def note(*_: object) -> Callable:
        nonlocal count
        count += 1
        return note

    before = sys.gettrace()
    sys.settrace(note)
    try:
        read(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_twice_the_text_takes_twice_the_work(unit: str) -> None:
    times = LENGTH // len(unit)
    once, twice = (count_work(read_message, unit * number) for number in (times, 2 * times))
    assert twice <= 2.2 * once


@pytest.mark.parametrize("line", ["", "word", "409 Conflict, as it was before", '{"status": 409}', "{"])
def test_twice_the_lines_take_twice_the_work_to_split(line: str) -> None:
    once, twice = (count_work(split_messages, f"{line}\n" * number) for number in (90, 180))
    assert twice <= 2.2 * once


class Uncut(str):
    """A text of which nothing may be cut out by its place: on MicroPython that takes time by the place."""

    def __getitem__(self, place: object) -> str:
        raise AssertionError(f"cut at {place}")


@promised
@given(texts | messages)
def test_nothing_is_cut_out_of_the_text_by_its_place(text: str) -> None:
    assert read_message(Uncut(text)) == read_message(text)


def test_cause_at_the_end_counts_after_any_number_of_other_wordings() -> None:
    text = "SCIM provisioning. " * 500 + "400: Attribute 'userName' is immutable."
    assert stated_facts(read_message(text))["symptom"] == "read-only"
