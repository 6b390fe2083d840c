"""Reads the cases that are kept as YAML; MicroPython has none and gets what is read here as JSON.

A case of a message: `promise`, `text`, the `facts` it states and those it `implies`, and whether it speaks of
SCIM (`scim`; left out where nothing says). A text with invisible letters stands in double quotes.
"""

from pathlib import Path
from typing import Any

import yaml

CASES = Path(__file__).parent
MESSAGE_FIELDS = {"promise", "text", "facts", "implies", "scim"}
MASK_FIELDS = {"promise", "text", "leaves", "leaves_with_addresses"}
SPLIT_FIELDS = {"promise", "text", "messages"}


def message_cases() -> dict[str, Any]:
    """Return the `messages` that are read and the `splits` of pastes into messages."""
    messages = [case for path in sorted(CASES.glob("messages/*.yml")) for case in _read(path, MESSAGE_FIELDS)]
    for case in messages:
        if "scim" in case:
            case["scim"] = {"true": True, "false": False}[case["scim"]]
    return {"messages": messages, "splits": _read(CASES / "splits.yml", SPLIT_FIELDS)}


def mask_cases() -> list[dict[str, Any]]:
    """Return what texts are when they leave the page."""
    return [
        {name: text.replace("§", "") for name, text in case.items()}
        for case in _read(CASES / "masks.yml", MASK_FIELDS)
    ]


def _read(path: Path, fields: set[str]) -> list[dict[str, Any]]:
    # With this loader a 409 stays a text.
    cases = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for case in cases:
        assert {"promise", "text"} <= set(case) <= fields, f"{path.name}: {case}"
    return cases
