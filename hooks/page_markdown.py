"""Markdown that the build makes: answers and pages in their frame, guides, and what markers name."""

from datetime import date

from hooks.addresses.ways import Ways
from hooks.content import Content
from hooks.markers import replace_markers
from hooks.pages.origins import Origin, oldest, steps_shown
from hooks.pages.step_lists import expand, expand_in_tabs, own_providers
from hooks.render import render
from hooks.writing.answers import WHO, Answer
from hooks.writing.code_blocks import replace_outside_code
from hooks.writing.origin import GROUND
from hooks.writing.pages import Page
from hooks.writing.steps import MARKER, SharedStep, Steps, step_for
from troubleshooter.vocabulary import IDP, value_label

# So many ways to an answer are named on its page; the map shows all.
WAYS_SHOWN = 3


def answer_markdown(answer: Answer, content: Content, feedback: list[tuple[str, str]], replies: str) -> str:
    """Return the whole Markdown of an answer's page: its sections within their frame.

    `feedback` are labels and addresses of prepared messages about the answer; `replies` is the address of
    its replies, relative to the site's root.
    """
    mark_general = answer.ground != "general"
    only = content.shown_by_one.get(answer.id)
    sections = {
        section.title: expand_in_tabs(section.text, content.steps, mark_general, only)
        for section in answer.sections
    }
    what_happened, _, background = sections.pop("What happened").partition("\n\n")
    return render(
        "answer.md",
        answer=answer,
        who=[WHO[who] for who in answer.who],
        feedback=feedback,
        replies=replies,
        what_happened=what_happened,
        background=background,
        who_can=sections.pop("Who can fix it"),
        sections=sections,
        providers={idp: value_label("idp", idp) for idp in IDP},
        only=only,
        has_own=bool(own_providers(answer.text, content.steps)),
        foot=_foot(answer, steps_shown(answer, content), content.ways),
    )


def page_markdown(page: Page, markdown: str, content: Content) -> str:
    """Return the Markdown of a page with what markers and steps stand for, and the foot with its sources."""
    if page.idp:
        markdown = replace_outside_code(
            MARKER, lambda marker: _task(page.idp, marker[1], content.steps), markdown
        )
    markdown = replace_markers(markdown, content, "../" * page.path.count("/"))
    return f"{markdown}\n\n{_foot(page, steps_shown(page, content), {})}" if page.sources else markdown


def _task(idp: str, name: str, steps: Steps) -> str:
    """Return a shared step as a task of a provider's guide: its title as a heading, then its steps.

    A general form is found in the guide for all other providers, so the search leaves it out elsewhere.
    """
    step = step_for(steps, idp, name)
    exclude = "" if step.idp == idp else " data-search-exclude"
    return f"## {step.title} {{ #{name}{exclude} }}\n\n{expand(f'<!-- step: {name} -->', steps, idp)}\n"


def _foot(page: Answer | Page, steps: list[SharedStep], ways: Ways) -> str:
    """Return the foot of a page: how it is reached, the oldest day of checking, and every source once."""
    origins: list[Origin] = [page, *steps]
    of_steps = {source["url"]: source for step in steps for source in step.sources}
    own = {source["url"]: source for source in page.sources}
    return render(
        "foot.md",
        aliases=page.aliases,
        sources=list(own.values()),
        step_sources=[source for url, source in of_steps.items() if url not in own],
        grounds=[GROUND[ground] for ground in dict.fromkeys(entry.ground for entry in origins)],
        answer=page if isinstance(page, Answer) else None,
        ways=ways.get(page.id, []) if isinstance(page, Answer) else [],
        WAYS_SHOWN=WAYS_SHOWN,
        changes=page.changes if isinstance(page, Answer) else [],
        reviewed=date.fromisoformat(oldest(origins).reviewed),
    )
