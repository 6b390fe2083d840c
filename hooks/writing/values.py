"""Checks of single values: each says what is wrong with one, or None."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import urlsplit

from hooks.writing.problems import Message, did_you_mean, say

Check = Callable[[Any], Message | None]


def is_text(value: Any) -> Message | None:
    """Say what is wrong unless `value` is a text that is not empty."""
    if isinstance(value, str) and value.strip():
        return None
    return say("value-a-list") if isinstance(value, list) else say("value-no-text")


def is_title(value: Any) -> Message | None:
    """Say what is wrong unless `value` is one line that Markdown, HTML and tables show as it is."""
    if isinstance(value, str) and any(mark in value for mark in "<|{\n"):
        return say("value-not-one-line")
    return is_text(value)


def is_short(limit: int) -> Check:
    """Return a check that a title has at most `limit` characters."""

    def check(value: Any) -> Message | None:
        if isinstance(value, str) and len(value) > limit:
            return say("value-too-long", length=len(value), limit=limit)
        return is_title(value)

    return check


def is_one_of(known: list[str]) -> Check:
    """Return a check that a value is one of `known`."""

    def check(value: Any) -> Message | None:
        if value in known:
            return None
        if not isinstance(value, str):
            return is_text(value)
        return say("value-unknown", value=value, near=did_you_mean(value, known))

    return check


def is_past_day(value: Any) -> Message | None:
    """Say what is wrong unless `value` is a day, as YYYY-MM-DD, that has come."""
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        day = None
    # Days are compared as texts later, so 20260131 and 2026-W05-6 will not do.
    if day is None or day.isoformat() != value:
        return say("value-no-day", value=value)
    # A day that has begun where it begins first: writers and servers live in different time zones.
    newest = datetime.now(timezone(timedelta(hours=14))).date()
    return None if day <= newest else say("value-not-yet", value=value)


def is_address(value: Any) -> Message | None:
    """Say what is wrong unless `value` is an address of the web with https."""
    try:
        parts = urlsplit(value)
    except (AttributeError, TypeError, ValueError):
        parts = urlsplit("")
    return None if parts.scheme == "https" and parts.netloc else say("value-no-address", value=value)
