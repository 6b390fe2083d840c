"""The end of a JSON value is found exactly, wherever the text is cut."""

import pytest

from troubleshooter.export.json_ends import Nesting

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
