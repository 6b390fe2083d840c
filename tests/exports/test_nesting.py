"""The end of a JSON value is found exactly, wherever the text is cut."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from troubleshooter.export.file import ExportFile
from troubleshooter.export.json_ends import Nesting
from troubleshooter.export.json_records import JsonRecords
from troubleshooter.export.records import CUT_OFF, NOT_JSON, TOO_LONG
from troubleshooter.export.words import UNKNOWN

VALUES = [
    "{}",
    '{"a": "}"}',
    r'{"a": "\\"}',
    r'{"a": "\\\"}", "b": [{"c": "]"}]}',
    r'{"a": "\"{\\\\"}',
    '[[1, {"x": "[\\""}], []]',
    r'"text \" with \\"',
    '""',
]


@pytest.mark.parametrize("value", VALUES)
def test_value_ends_at_the_same_place_however_it_is_cut(value: str) -> None:
    text = value + ', "}]'
    for first in range(len(text)):
        for second in range(first, len(text)):
            nesting = Nesting()
            inside = ""
            pieces = [text[:first], text[first:second], text[second:]]
            while pieces:
                piece = pieces.pop(0)
                ended = nesting.cut(piece) if piece else None
                if ended:
                    assert (inside + ended[0], ended[1] + "".join(pieces)) == (value, ', "}]')
                    break
                inside += piece
            else:
                pytest.fail(f"no end in {text!r}")


# What is broken, repeated many times behind its beginning, and the reason that is given for it.
BROKEN: dict[str, tuple[str, str, str | None]] = {
    "columns without an end": ('{"tables":[{"columns":[', '"a",', TOO_LONG),
    "a key without an end": ('{"value":[],"', "k", CUT_OFF),
    "blanks without a value": ('{"value":[],"k"', " ", CUT_OFF),
    "a text without an end": ('{"value":[],"k":"', "x", CUT_OFF),
    "a word without an end": ('[{"a":1},', "x", NOT_JSON),
    "words": ('[{"a":1},', "1,", NOT_JSON),
    "keys": ('{"value":[],', '"a":1,', CUT_OFF),
    "brackets": ("[", "[", CUT_OFF),
    "braces": ('{"data":', '{"data":', CUT_OFF),
    "records without values": ("[", '{"a":},', NOT_JSON),
    "a record without an end": ('[{"a":"b"', ',"c":"d"', TOO_LONG),
}


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], int]:
    """Return how many letters the search for ends is given in all while a text is read at once."""
    counted: list[int] = []
    cut = Nesting.cut
    monkeypatch.setattr(Nesting, "cut", lambda self, text: counted.append(len(text)) or cut(self, text))

    def read(text: str) -> int:
        counted.clear()
        records = JsonRecords()
        list(records.feed(text))
        list(records.close())
        return sum(counted)

    return read


@pytest.mark.parametrize("name", BROKEN)
def test_twice_as_long_a_text_takes_twice_the_work(name: str, looked_at: Callable[[str], int]) -> None:
    beginning, again, _ = BROKEN[name]
    once, twice = (looked_at(beginning + again * (size // len(again))) for size in (100_000, 200_000))
    assert twice <= 2.1 * once + 10_000


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_without_an_end_is_set_aside_with_the_reason(name: str) -> None:
    beginning, again, reason = BROKEN[name]
    # A reader to whom no message tells anything.
    reader = SimpleNamespace(read=lambda event: SimpleNamespace(key=(UNKNOWN,)))
    file = ExportFile("", reader)
    assert list(file.feed(beginning + again * (600_000 // len(again)))) == []
    assert list(file.close()) == []
    assert file.set_aside[-1][1] == reason
