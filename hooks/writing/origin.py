"""What a page or a step rests on: its sources, their kind, and the day they were last checked."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from hooks.writing.fields import Field, Fields
from hooks.writing.values import is_address, is_one_of, is_past_day, is_text

GROUND = {
    "pulumi": "Pulumi’s documentation",
    "standard": "the SCIM standard",
    "idp": "the identity provider’s documentation",
    "general": "general practice where Pulumi documents nothing",
}

SOURCE_FIELDS: Fields = {
    "title": Field("the source’s title", is_text, True),
    "url": Field("its address in full, as https://…", is_address, True),
}
ORIGIN_FIELDS: Fields = {
    "ground": Field("what the claims rest on: " + ", ".join(GROUND), is_one_of(list(GROUND)), True),
    "sources": Field("the title and address of what the claims rest on", SOURCE_FIELDS, True, is_list=True),
    "reviewed": Field("the day every step was last checked, as YYYY-MM-DD", is_past_day, True),
}


class Checked(Protocol):
    """What was checked on a day: the name of its file, and the day (nothing where it makes no claims)."""

    @property
    def file(self) -> str: ...
    @property
    def reviewed(self) -> str: ...


def not_checked_since(day: date, entries: Iterable[Checked]) -> list[str]:
    """Return the files of the entries that were last checked before `day`, in order."""
    return sorted(entry.file for entry in entries if entry.reviewed and entry.reviewed < day.isoformat())
