"""The pages by the day on which they were last checked, so that whoever checks knows where to begin."""

from collections.abc import Iterable

from hooks.pages.origins import Content, oldest, steps_shown
from hooks.render import render
from hooks.writing.answers import Answer
from hooks.writing.pages import Page


def pages_by_age(pages: Iterable[Answer | Page], content: Content, root: str) -> str:
    """Return a table of the pages that were checked on a day, the oldest first, each with its oldest part."""
    rows = [
        (oldest([page, *steps_shown(page, content)]), page, _address(page)) for page in pages if page.reviewed
    ]
    rows.sort(key=lambda row: (row[0].reviewed, row[2]))
    return render("pages_by_age.md", rows=rows, root=root)


def _address(page: Answer | Page) -> str:
    return page.path if isinstance(page, Page) else f"answers/{page.id}.md"
