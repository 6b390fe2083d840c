"""What a page rests on as its readers see it: its own claims, and those of the shared steps that it shows."""

from typing import Protocol

from hooks.writing.answers import Answer
from hooks.writing.pages import Page
from hooks.writing.steps import SharedStep, Steps, steps_of
from troubleshooter.vocabulary import IDP

Origin = Answer | Page | SharedStep


class Content(Protocol):
    """The shared steps, and the one provider to which alone an answer is shown."""

    @property
    def steps(self) -> Steps: ...
    @property
    def shown_by_one(self) -> dict[str, str]: ...


def steps_shown(page: Answer | Page, content: Content) -> list[SharedStep]:
    """Return every shared step that a page shows, once each, in its order."""
    if isinstance(page, Page):
        return steps_of(page.body, content.steps, [page.idp]) if page.idp else []
    only = content.shown_by_one.get(page.id)
    return steps_of(page.text, content.steps, [only] if only else IDP)


def oldest(origins: list[Origin]) -> Origin:
    """Return the one that was checked the longest ago, the first of several."""
    return min(origins, key=lambda origin: origin.reviewed)
