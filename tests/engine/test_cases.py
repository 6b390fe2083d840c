"""The engine keeps its promises on CPython; tests/browser holds MicroPython to the same cases."""

import json
from pathlib import Path

from tests.cases.read_cases import mask_cases, message_cases
from tests.cases.run_cases import mask_failures, message_failures, vocabulary_failures, walk_failures
from tests.conftest import wordings_data

CASES = Path(__file__).parent.parent / "cases"


def test_vocabulary_cases_hold() -> None:
    assert vocabulary_failures(json.loads((CASES / "vocabulary.json").read_text())) == []


def test_walk_cases_hold() -> None:
    assert walk_failures(json.loads((CASES / "walk.json").read_text())) == []


def test_message_cases_hold() -> None:
    assert message_failures(message_cases(), wordings_data()) == []


def test_mask_cases_hold() -> None:
    assert mask_failures(mask_cases()) == []
