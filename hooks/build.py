"""The events of MkDocs, in the order in which they come; with preview.py, all that knows MkDocs."""

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# MkDocs puts hooks/ on the path, and only while it loads this file.
sys.path.insert(0, str(Path(__file__).parent.parent))

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext, url_filter

from hooks import page_markdown, preview
from hooks.content import Content, read_content
from hooks.formats.feed import feed_entry, structured_data
from hooks.formats.feedback import feedback_links
from hooks.formats.replies import replies_address
from hooks.formats.search_index import search_fields, with_fields
from hooks.pages.questions import start_question
from hooks.pages.step_lists import tab_ids
from hooks.publish import runtime
from hooks.publish.content_names import content_names
from hooks.publish.early_requests import with_early_requests
from hooks.publish.known_scripts import MarkedScripts, check_scripts, without_marks
from hooks.publish.pins import check_pins, redistributed_files
from hooks.publish.policy import PREVIEW, check_place, integrity, policy, script_hashes, with_policy
from hooks.publish.python_program import (
    PYTHON_MODULES,
    later_address,
    later_program,
    program_address,
    python_program,
)
from hooks.publish.runtime import INTERPRETER, RUNTIME
from hooks.publish.settings import CONTACTS, SECURITY_FILE, check_settings
from hooks.site_files import SHORT_LINKS, Site, files_beside, files_to_link, host_files, security_file
from hooks.writing.answers import Answer
from troubleshooter.command.version import read_version
from troubleshooter.vocabulary import CAUSE_FACTS, IDP, SYNONYMS, value_label


@dataclass
class Build:
    """What one build knows; a preview makes many in one process, and none may know anything of those before.

    `names` are those under which the files that pages load are published, `integrity` are the hashes of
    programs, `search_fields` what the search's index has of pages besides their text, each by address;
    `inline_scripts` are the hashes of all scripts that stand in pages, and `python_pages` the files of those
    that start Python.
    """

    site: Site
    content: Content = field(init=False)
    names: dict[str, str] = field(default_factory=dict)
    integrity: dict[str, str] = field(default_factory=dict)
    inline_scripts: set[str] = field(default_factory=set)
    search_fields: dict[str, dict[str, Any]] = field(default_factory=dict)
    python_pages: set[str] = field(default_factory=set)


_build: Build
_is_preview = False


def on_startup(command: str, dirty: bool) -> None:
    """Note whether a writer previews the site."""
    global _is_preview
    _is_preview = command == "serve"


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> None:
    """Let a preview show what is wrong."""
    preview.show_mistakes(server)


def on_config(config: MkDocsConfig) -> None:
    """Check and complete our settings, and begin a build."""
    global _build
    contacts = {name: config.extra.get(name) or "" for name in CONTACTS}
    config.extra.update(contacts)
    if wrong := check_settings(config.site_url or "", contacts, bool(config.extra.get("publish"))):
        raise PluginError(wrong)
    try:
        tabs = config.mdx_configs["pymdownx.tabbed"]
        tabs["slugify"] = tab_ids(tabs["slugify"])
    except KeyError as missing:
        raise PluginError(f"mkdocs.yml: {missing} is missing below `markdown_extensions`; add it.") from None
    # Where no address is set, that of whatever host serves the site.
    _build = Build(Site(config.site_name, config.site_description or "", config.site_url or "/"))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read and check all content, and add the files that the build makes."""
    content, problems = read_content(Path(config.docs_dir))
    if content is None:
        count = f"{len(problems)} problem{'s' if len(problems) > 1 else ''} to mend:"
        raise PluginError("\n".join([count, *map(str, problems)]))
    _build.content = content
    try:
        redistributed = redistributed_files()
    except FileNotFoundError as missing:
        raise PluginError(str(missing)) from None
    if wrong := check_pins(redistributed):
        raise PluginError(wrong)
    for file in list(files):
        if file.src_uri.startswith("assets/") and file.src_dir != config.docs_dir:
            files.remove(file)
    for address, path in (redistributed | runtime.notice_files()).items():
        files.append(File.generated(config, address, abs_src_path=str(path)))
    programs = {program_address(module): python_program(module) for module in PYTHON_MODULES.values()}
    later = {later_address(module): later_program(module) for module in PYTHON_MODULES.values()}
    programs |= {address: text for address, text in later.items() if text}
    _build.integrity = {address: integrity(text.encode()) for address, text in programs.items()}
    for address, text in (files_to_link(content, _build.site) | programs).items():
        files.append(File.generated(config, address, content=text))
    _name_by_content(files)
    return files


def _name_by_content(files: Files) -> None:
    """Publish what pages load under names of its content."""
    loaded = {file.src_uri: file for file in files if file.src_uri.startswith("assets/")}
    _build.names = content_names({uri: file.content_bytes for uri, file in loaded.items()}, (RUNTIME,))
    for uri, file in loaded.items():
        file.dest_uri = _build.names[uri]


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Frame an answer, and put what markers name in their place."""
    answer = answer_of(page)
    content = _build.content
    shown = answer or content.pages[page.file.src_uri]
    _build.search_fields[page.url] = search_fields(shown, content)
    # What the sitemap says; without it, every page would have changed with every build.
    page.update_date = shown.reviewed or page.update_date
    if not answer:
        return page_markdown.page_markdown(content.pages[page.file.src_uri], markdown, content)
    page.meta["template"] = "answer.html"
    links = feedback_links(config.extra["feedback"], answer, _build.site.address + page.url)
    replies = _build.names[replies_address(answer.id)]
    return page_markdown.answer_markdown(answer, content, links, replies)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Give templates the names of files, and let the page for unknown addresses ask the first question."""
    # A tenth of the HTML would be blanks around what only steers the templates.
    env.trim_blocks = env.lstrip_blocks = True
    env.add_extension(MarkedScripts)
    env.filters["url"] = _url_of_named
    env.globals["start_question"], env.globals["start_options"] = start_question(_build.content.questions())
    env.globals["short_links"] = _build.names[SHORT_LINKS]
    env.globals["version"] = read_version()
    env.globals["cause_facts"] = CAUSE_FACTS
    env.globals["provider_labels"] = {idp: value_label("idp", idp) for idp in IDP}
    env.globals["provider_ids"] = {**SYNONYMS["idp"], **{idp: idp for idp in IDP}}


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give a template what starts Python in its pages, and what an answer says of itself."""
    module = python_module(page)
    if module:
        interpreter = get_relative_url(_build.names[INTERPRETER], page.url)
        context["pyscript_config"] = runtime.pyscript_config(interpreter)
        context["program"] = program_address(module)
        context["integrity"] = _build.integrity[program_address(module)]
        context["later"] = later_address(module)
        context["later_integrity"] = _build.integrity.get(later_address(module))
        context["early_modules"] = runtime.early_modules()
    answer = answer_of(page)
    if answer:
        context["structured_data"] = structured_data(feed_entry(answer, _build.content, _build.site.address))
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put into a page its policy, and what it needs early."""
    python = bool(python_module(page))
    if python:
        _build.python_pages.add(page.file.dest_uri)
    return _finished(output, page.file.src_uri, python=python)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Put into the page for unknown addresses its policy, and what it needs early."""
    is_page = template_name.endswith(".html")
    return _finished(output_content, template_name, python=False) if is_page else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Write what stands beside the pages, and the search's index anew."""
    beside = files_beside(_build.content, _build.site)
    of_hosts = host_files(_build.inline_scripts, _build.python_pages)
    of_security = security_file(config.extra["security"], _build.site)
    # MkDocs leaves what is hidden of the build before.
    Path(config.site_dir, SECURITY_FILE).unlink(missing_ok=True)
    for address, text in (beside | of_hosts | of_security).items():
        path = Path(config.site_dir, address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    index = Path(config.site_dir, "search/search_index.json")
    index.write_text(with_fields(index.read_text(encoding="utf-8"), _build.search_fields), encoding="utf-8")


@jinja2.pass_context
def _url_of_named(context: TemplateContext, address: str) -> str:
    return url_filter(context, _build.names.get(address, address))


def answer_of(page: Page) -> Answer | None:
    """Return the answer that a page shows, or None for any other page."""
    folder, _, name = page.file.src_uri.rpartition("/")
    return _build.content.answers.get(name.removesuffix(".md")) if folder == "answers" else None


def python_module(page: Page) -> str | None:
    """Return the module that runs in a page, or None where none does."""
    return PYTHON_MODULES.get(page.meta.get("template", ""))


def _finished(html: str, page: str, *, python: bool) -> str:
    """Return a page with its policy and what it needs early; stop where no policy could rule it."""
    if wrong := check_place(page, html) or check_scripts(page, html):
        raise PluginError(wrong)
    html = without_marks(html)
    inline = script_hashes(html)
    _build.inline_scripts.update(inline)
    return with_policy(with_early_requests(html), policy(PREVIEW if _is_preview else inline, python=python))
