"""The answers as Markdown, for programs and tickets: a twin of each page, and their list, /llms.txt."""

from hooks.addresses.published import answer_address, twin_address
from hooks.content import Content
from hooks.formats.common_markdown import common_markdown
from hooks.pages.answer_lists import subjects_with_answers
from hooks.pages.step_lists import expand_by_provider
from hooks.render import render
from hooks.writing.answers import WHO, Answer
from hooks.writing.origin import GROUND
from hooks.writing.steps import steps_of
from troubleshooter.vocabulary import CAUSE_FACTS, IDP, value_label


def answer_twin(answer: Answer, content: Content, site: str) -> str:
    """Return an answer's page as Markdown; `site` is the address of the site's root."""
    mark_general = answer.ground != "general"
    only = content.shown_by_one.get(answer.id)
    sections = []
    for section in answer.sections:
        text, bodies = expand_by_provider(section.text, content.steps, mark_general, only)
        by_provider = [(value_label("idp", idp), common_markdown(body, site)) for idp, body in bodies]
        sections.append((section.title, common_markdown(text, site), by_provider))
    sources = [
        *answer.sources,
        *(s for step in steps_of(answer.text, content.steps, [only] if only else IDP) for s in step.sources),
    ]
    return render(
        "twin.md",
        answer=answer,
        who=[WHO[who] for who in answer.who],
        facts=[(fact, answer.facts[fact]) for fact in CAUSE_FACTS if answer.facts[fact]],
        ground=GROUND[answer.ground],
        url=site + answer_address(answer.id),
        sections=sections,
        sources=list({source["url"]: source for source in sources}.values()),
    )


def llms_txt(content: Content, name: str, description: str, site: str) -> str:
    """Return the list of all twins by subject, in the form of https://llmstxt.org/."""
    groups = [
        (subject, [(answer, site + twin_address(answer.id)) for answer in answers])
        for subject, answers in subjects_with_answers(list(content.answers.values()))
    ]
    return render("llms.txt", name=name, description=description, site=site, groups=groups)
