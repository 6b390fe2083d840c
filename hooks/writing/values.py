"""Checks of single values: each says what is wrong with one, or None."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import urlsplit

from hooks.writing.problems import did_you_mean


def is_text(value: Any) -> str | None:
    """Say what is wrong unless `value` is a text that is not empty."""
    if isinstance(value, str) and value.strip():
        return None
    return "this must be a text; write one, in quotes if it holds a colon or a bracket."


def is_title(value: Any) -> str | None:
    """Say what is wrong unless `value` is one line that Markdown, HTML and tables show as it is."""
    if isinstance(value, str) and any(mark in value for mark in "<|{\n"):
        return "this becomes a heading and a cell of a table; leave out `<`, `|`, `{` and line breaks."
    return is_text(value)


def is_short(limit: int) -> Callable[[Any], str | None]:
    """Return a check that a title has at most `limit` characters."""

    def check(value: Any) -> str | None:
        if isinstance(value, str) and len(value) > limit:
            return f"this has {len(value)} characters; shorten it to {limit}."
        return is_title(value)

    return check


def is_one_of(known: list[str]) -> Callable[[Any], str | None]:
    """Return a check that a value is one of `known`."""

    def check(value: Any) -> str | None:
        return None if value in known else f"unknown value `{value}`; {did_you_mean(str(value), known)}"

    return check


def is_past_day(value: Any) -> str | None:
    """Say what is wrong unless `value` is a day, as YYYY-MM-DD, that has come."""
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        day = None
    # Days are compared as texts later, so 20260131 and 2026-W05-6 will not do.
    if day is None or day.isoformat() != value:
        return f"`{value}` is not a day; write it as 2026-01-31."
    # A day that has begun where it begins first: writers and servers live in different time zones.
    newest = datetime.now(timezone(timedelta(hours=14))).date()
    return None if day <= newest else f"{value} has not come yet; write a day that has."


def is_change(value: Any) -> str | None:
    """Say what is wrong unless `value` has the day of a change and what changed, and nothing else."""
    if not isinstance(value, dict) or set(value) != {"day", "what"} or is_text(value["what"]):
        return "a change needs a `day` and a `what`; write `- day: 2026-01-31` and below it `  what: …`."
    return is_past_day(value["day"])


def is_source(value: Any) -> str | None:
    """Say what is wrong unless `value` has a title and an https address, and nothing else."""
    if not isinstance(value, dict) or set(value) != {"title", "url"} or is_text(value["title"]):
        return "a source needs a `title` and a `url`; write `- title: …` and below it `  url: https://…`."
    address = value["url"]
    try:
        parts = urlsplit(address)
    except (AttributeError, TypeError, ValueError):
        parts = urlsplit("")
    if parts.scheme != "https" or not parts.netloc:
        return f"`{address}` is not an address; write it in full, as https://…"
    return None
