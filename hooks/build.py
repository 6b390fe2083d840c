"""The events of MkDocs, in the order in which they come; the only file that knows MkDocs."""

import json
import sys
from pathlib import Path
from typing import Any

# MkDocs puts hooks/ on the path, and only while it loads this file.
sys.path.insert(0, str(Path(__file__).parent.parent))

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from hooks import browser_files, generated_markdown
from hooks.answers import Answer
from hooks.content import Content, read_content
from hooks.feed import feed_entry
from hooks.feedback import check_feedback, feedback_links
from hooks.hosts import host_files
from hooks.policy import PREVIEW, script_hashes, with_policy
from hooks.questions import start_question
from hooks.site_files import Site, files_beside, files_to_link
from hooks.structured_data import structured_data

# What runs in the pages that a template shows.
PYTHON_MODULES = {
    "troubleshooter.html": "troubleshooter.browser.app",
    "home.html": "troubleshooter.browser.home",
    "triage.html": "troubleshooter.browser.triage",
}

_content: Content
_site: Site
_is_preview = False
# The hashes of all scripts that stand in pages.
_inline_scripts: set[str] = set()


def on_startup(command: str, dirty: bool) -> None:
    """Note whether a writer previews the site."""
    global _is_preview
    _is_preview = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Check the settings that are ours, and keep what files outside the pages say of the site."""
    global _site
    wrong = check_feedback(config.extra.setdefault("feedback", ""))
    if wrong:
        raise PluginError(wrong)
    # Where no address is set, that of whatever host serves the site.
    _site = Site(config.site_name, config.site_description or "", config.site_url or "/")
    _inline_scripts.clear()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read and check all content, and add the files that the build makes."""
    global _content
    content, problems = read_content(Path(config.docs_dir))
    if content is None:
        count = f"{len(problems)} problem{'s' if len(problems) > 1 else ''} to mend:"
        raise PluginError("\n".join([count, *map(str, problems)]))
    _content = content
    try:
        runtime = browser_files.runtime_files()
    except FileNotFoundError as missing:
        raise PluginError(str(missing)) from None
    copied = runtime | browser_files.python_files(PYTHON_MODULES.values()) | browser_files.notice_files()
    for address, path in copied.items():
        files.append(File.generated(config, address, abs_src_path=str(path)))
    for address, text in files_to_link(content, _site).items():
        files.append(File.generated(config, address, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Frame an answer, and put what markers name in their place."""
    answer = answer_of(page)
    shown = answer or _content.pages[page.file.src_uri]
    # Material's search weighs what it calls tags most; without its plug-in of that name, no page shows them.
    page.meta["tags"] = shown.aliases
    # What the sitemap says; without it, every page would have changed with every build.
    page.update_date = shown.reviewed or page.update_date
    if not answer:
        return generated_markdown.page_markdown(_content.pages[page.file.src_uri], markdown, _content)
    page.meta["template"] = "answer.html"
    links = feedback_links(config.extra["feedback"], answer, _site.address + page.url)
    return generated_markdown.answer_markdown(answer, _content, links)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Let the page for unknown addresses ask the first question."""
    env.globals["start_question"], env.globals["start_options"] = start_question(_content.questions())


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give a template what starts Python in its pages, and what an answer says of itself."""
    module = PYTHON_MODULES.get(page.meta.get("template", ""))
    if module:
        root = get_relative_url(".", page.url)
        context["python_module"] = module
        needed = browser_files.python_files([module])
        context["python_config"] = json.dumps(browser_files.python_config(needed, root))
    answer = answer_of(page)
    if answer:
        context["structured_data"] = structured_data(feed_entry(answer, _content, _site.address))
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put the policy into a page."""
    return _sealed(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Put the policy into the page for unknown addresses."""
    return _sealed(output_content)


def on_post_build(config: MkDocsConfig) -> None:
    """Write what stands beside the pages."""
    for address, text in (files_beside(_content, _site) | host_files(_inline_scripts)).items():
        path = Path(config.site_dir, address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def answer_of(page: Page) -> Answer | None:
    """Return the answer that a page shows, or None for any other page."""
    folder, _, name = page.file.src_uri.rpartition("/")
    return _content.answers.get(name.removesuffix(".md")) if folder == "answers" else None


def _sealed(html: str) -> str:
    inline = script_hashes(html)
    _inline_scripts.update(inline)
    return with_policy(html, PREVIEW if _is_preview else inline)
