"""Finds the fields of a record by meaning: however their names are spelled, nested or flattened."""

from ..letters import BLANKS, squeeze
from .json_ends import ends_of
from .records import load_json

_MOST_NAMES = 2_000
_names: dict[str, str] = {}
# What logs write where there is nothing.
_NOTHING = frozenset("null NULL Null unknown Unknown UNKNOWN none None NONE N/A n/a - undefined".split())
_ROUNDS = 3
# Excel cuts its cells at 32,767 characters.
_LONGEST_WHOLE = 32_000
_MOST_TRIES = 4


def squeeze_name(name):
    """Return a field's name squeezed; most of them come again and again."""
    squeezed = _names.get(name)
    if squeezed is None:
        squeezed = squeeze(name)
        if len(_names) >= _MOST_NAMES:
            _names.clear()
        if len(name) < 200:
            _names[name] = squeezed
    return squeezed


def squeeze_names(fields):
    """Return a dict with its names squeezed; where two become one, the one that has a value stays."""
    squeezed: dict = {}
    for name in fields:
        key = squeeze_name(name)
        if fields[name] not in (None, "") or key not in squeezed:
            squeezed[key] = fields[name]
    return squeezed


def open_up(value):
    """Return the dict or list that a value is or that its text stands for, once or twice; else None."""
    for _ in range(_ROUNDS):
        if isinstance(value, (dict, list)):
            return value
        if not isinstance(value, str):
            return None
        value = value.strip(BLANKS)
        if value[:1] not in ("{", "[", '"'):
            return _of_powershell(value)
        try:
            value = load_json(value)
        except ValueError:
            return _open_cut(value) if len(value) > _LONGEST_WHOLE else None
    return None


def _open_cut(text):
    """Return what the beginning of a JSON object that is cut off holds, or None."""
    for _ in range(_MOST_TRIES):
        try:
            return load_json(text + ends_of(text))
        except ValueError:
            # A name without its value, or half an escape, is left out.
            text = text[:-1].rpartition(",")[0]
    return None


def inner_fields(record, name):
    """Return the fields below the squeezed `name`, names squeezed; an empty dict where there are none."""
    value = record.get(name)
    if not value:
        return {}
    inner = open_up(value)
    return squeeze_names(inner) if isinstance(inner, dict) else {}


def inner_list(record, name):
    """Return the dicts in the list below the squeezed `name`, names squeezed."""
    value = record.get(name)
    if not value:
        return []
    inner = open_up(value)
    if isinstance(inner, dict):
        inner = [inner]
    return [squeeze_names(entry) for entry in inner or [] if isinstance(entry, dict)]


def text_of(record, *names):
    """Return the text of the first of the squeezed `names` that says something, else an empty text."""
    for name in names:
        value = record.get(name)
        if value is None or value == "":
            continue
        text = value.strip(BLANKS) if isinstance(value, str) else as_text(value)
        if text and text not in _NOTHING:
            return text
    return ""


def as_text(value):
    """Return a value as one text; the parts of an object in the order of their names."""
    waiting = [value]
    parts: list[str] = []
    while waiting:
        value = waiting.pop()
        if isinstance(value, bool):
            parts.append("true" if value else "false")
        elif isinstance(value, str):
            parts.append(value.strip(BLANKS))
        elif isinstance(value, dict):
            for name in sorted(value, reverse=True):
                inner = value[name]
                plain = isinstance(inner, (str, int)) and not isinstance(inner, bool)
                waiting.append('"' + name + '": "' + str(inner) + '"' if plain else inner)
        elif isinstance(value, list):
            waiting.extend(reversed(value))
        elif value is not None:
            parts.append(str(value))
    return ", ".join([part for part in parts if part])


def _of_powershell(text):
    """Return the fields in `@{status=failure; reason=…}`, as which PowerShell writes what lies deep."""
    if not text.startswith("@{") or not text.endswith("}"):
        return None
    fields = {}
    name = ""
    for part in text[2:-1].split("; "):
        start, is_field, value = part.partition("=")
        if is_field and start and squeeze_name(start) == start.lower():
            name = start
            fields[name] = value
        elif name:
            # The value has the mark in it.
            fields[name] += "; " + part
    return fields
