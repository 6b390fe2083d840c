"""The events of MkDocs, in the order in which they come; the only file that knows MkDocs."""

import json
import sys
from pathlib import Path
from typing import Any

# MkDocs puts hooks/ on the path, and only while it loads this file.
sys.path.insert(0, str(Path(__file__).parent.parent))

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from hooks import answer_files, browser_files, generated_markdown
from hooks.content import Content, read_content

# What runs in the pages that a template shows.
PYTHON_MODULES = {
    "troubleshooter.html": "troubleshooter.browser.app",
    "home.html": "troubleshooter.browser.home",
}

_content: Content


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
    copied = runtime | browser_files.python_files() | browser_files.notice_files()
    for address, path in copied.items():
        files.append(File.generated(config, address, abs_src_path=str(path)))
    files.append(File.generated(config, "assets/tree.json", content=browser_files.tree_json(content)))
    files.append(File.generated(config, "answers.json", content=answer_files.answers_json(content)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Frame an answer, and put what markers name in their place."""
    path = page.file.src_uri
    # Material's search weighs what it calls tags most; without its plug-in of that name, no page shows them.
    answer = _content.answers.get(path.removeprefix("answers/").removesuffix(".md"))
    if answer and path.startswith("answers/"):
        page.meta["template"] = "answer.html"
        page.meta["tags"] = answer.aliases
        return generated_markdown.answer_markdown(answer, _content)
    page.meta["tags"] = _content.pages[path].aliases
    return generated_markdown.page_markdown(_content.pages[path], markdown, _content)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give a template what starts Python in its pages, with addresses relative to the page."""
    module = PYTHON_MODULES.get(page.meta.get("template", ""))
    if module:
        root = get_relative_url(".", page.url)
        context["python_module"] = module
        context["python_config"] = json.dumps(browser_files.python_config(browser_files.python_files(), root))
    return context
