"""No text at all raises, and no row is lost."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exports.forms import FORMS
from tests.exports.scenario import invent
from tests.exports.triages import summary_text, triage_files
from troubleshooter.export.encoding import sniff

FEW = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
EVENTS = invent(seed=4, count=8, people=3)
WRITTEN = [
    text for form in FORMS.values() for text in form.write([e for e in EVENTS if e.outcome == "failed"])
]
SCRAPS = st.sampled_from(
    [
        "{",
        "}",
        "[",
        "]",
        '"',
        "\\",
        ",",
        ";",
        "\n",
        "\r\n",
        "\t",
        ":",
        '""',
        "409",
        "null",
        '{"value":[',
        "\ufeff",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(SCRAPS, st.text(max_size=5)), max_size=60).map("".join),
    st.builds(
        lambda text, at, scrap, cut: text[: at % len(text)] + scrap + text[at % len(text) :][: cut % 4_000],
        st.sampled_from(WRITTEN),
        st.integers(0, 10_000),
        st.one_of(SCRAPS, st.text(max_size=8)),
        st.integers(0, 4_000),
    ),
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(
                "id eventType outcome target provisioningStatusInfo sourceIdentity status reason details "
                "provisioningSteps changeId uuid result action resources success user value records".split()
            ),
            inner,
            max_size=6,
        ),
    ),
    max_leaves=25,
)


def check(data: dict[str, Any], text: str) -> None:
    triage = triage_files(data, [text], 5)
    summary = triage.summary()
    assert summary["rows"] == summary["read"] + len(summary["set_aside"])
    told = ("failed", "succeeded", "skipped", "duplicates", "other", "joined")
    assert sum(summary[name] for name in told) == summary["read"]
    assert sum(cause["events"] for cause in summary["causes"]) == summary["failed"]
    assert summary_text(triage) == summary_text(triage_files(data, [text]))


@FEW
@given(text=TEXTS)
def test_any_text_is_counted_or_complained_of(text: str, data: dict[str, Any]) -> None:
    check(data, text)


@FEW
@given(values=st.lists(VALUES, max_size=4))
def test_any_json_is_counted_or_complained_of(values: list[Any], data: dict[str, Any]) -> None:
    check(data, json.dumps(values))


@FEW
@given(content=st.binary(max_size=200))
def test_any_bytes_are_decoded_or_complained_of(content: bytes) -> None:
    encoding, complaint = sniff(content)
    assert (encoding is None) != (complaint is None)
    if encoding:
        content.decode(encoding, "replace")
