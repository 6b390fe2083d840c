"""Pages that are no answers: their fields, their checks, and the records made of them.

Guides and reference pages state what they rest on; any other page may.
"""

from dataclasses import dataclass, replace
from typing import Any

from hooks.writing.code_blocks import check_code_blocks, without_code
from hooks.writing.fields import Field, Fields, check_fields
from hooks.writing.front_matter import MarkdownFile, split_file
from hooks.writing.origin import ORIGIN_FIELDS
from hooks.writing.problems import Problem, did_you_mean, say
from hooks.writing.scripts import check_scripts
from hooks.writing.steps import LIKE_A_MARKER, Steps, check_step_markers
from hooks.writing.values import is_short, is_text, is_title
from troubleshooter.vocabulary import IDP

PAGE_FIELDS: Fields = {
    "title": Field("what the page is about", is_title, True),
    "description": Field("what it tells, in one sentence of at most 160 characters", is_short(160), True),
    "aliases": Field("other wordings people search for", is_text, is_list=True),
    "hide": Field("what MkDocs’ theme leaves out: navigation, toc", is_text, is_list=True),
    "template": Field("the template in docs/templates/ that shows it", is_text),
}
# Fields of which a page has all or none.
ORIGIN_OR_NONE = {name: replace(field, required=False) for name, field in ORIGIN_FIELDS.items()}
MUST_SAY_ITS_ORIGIN = ("guides", "reference")


@dataclass(frozen=True)
class Page:
    """A checked page: its path within docs/, and what it rests on (nothing where it does not say)."""

    path: str
    file: str
    title: str
    description: str
    aliases: list[str]
    ground: str
    sources: list[dict[str, str]]
    reviewed: str
    body: str
    body_line: int

    @property
    def idp(self) -> str:
        """The provider whose console tasks the page shows, or nothing if it is no guide."""
        folder, _, name = self.path.rpartition("/")
        return name.removesuffix(".md") if folder == "guides" and name != "index.md" else ""


def read_pages(files: list[tuple[str, str, str]]) -> tuple[list[Page], list[Problem]]:
    """Return the pages in `files` (path within docs/, file name and text of each), or what is wrong."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for path, file, text in files:
        markdown, unreadable = split_file(file, text)
        problems += unreadable
        if markdown:
            page = _make_page(path, markdown)
            problems += _check_fields(path, markdown)
            problems += check_code_blocks(file, page.body, page.body_line)
            problems += check_scripts(file, page.body, page.body_line)
            if page.idp and page.idp not in IDP:
                message = say("provider-unknown", idp=page.idp, near=did_you_mean(page.idp, IDP))
                problems.append(Problem(file, 1, message))
            pages.append(page)
    return ([], sorted(problems)) if problems else (pages, [])


def check_page_steps(pages: list[Page], steps: Steps) -> list[Problem]:
    """Return a problem for each step that a page names and that does not exist or would not show."""
    problems = []
    for page in pages:
        if page.idp:
            problems += check_step_markers(page.file, page.body, page.body_line, steps)
            continue
        for number, line in enumerate(without_code(page.body).splitlines(), page.body_line):
            if LIKE_A_MARKER.search(line):
                problems.append(Problem(page.file, number, say("step-in-a-page")))
    return problems


def _check_fields(path: str, markdown: MarkdownFile) -> list[Problem]:
    says_origin = any(name in markdown.meta.data for name in ORIGIN_FIELDS)
    must = says_origin or path.split("/")[0] in MUST_SAY_ITS_ORIGIN
    fields = PAGE_FIELDS | (ORIGIN_FIELDS if must else ORIGIN_OR_NONE)
    return check_fields(markdown.file, markdown.meta, fields)


def _make_page(path: str, markdown: MarkdownFile) -> Page:
    texts = dict.fromkeys(("title", "description", "ground", "reviewed"), "")
    nothing: dict[str, Any] = {**texts, "aliases": [], "sources": []}
    shown = {name: markdown.meta.data.get(name, empty) for name, empty in nothing.items()}
    return Page(path, markdown.file, body=markdown.body, body_line=markdown.body_line, **shown)
