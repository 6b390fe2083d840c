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
    folder, _, name = page.file.src_uri.rpartition("/")
    answer = _content.answers.get(name.removesuffix(".md")) if folder == "answers" else None
    if answer:
        page.meta["template"] = "answer.html"
        return generated_markdown.answer_page(answer, _content)
    return generated_markdown.replace_markers(markdown, _content, "../" * page.file.src_uri.count("/"))


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the template of the troubleshooter what starts Python, with addresses relative to the page."""
    if page.meta.get("template") == "troubleshooter.html":
        root = get_relative_url(".", page.url)
        context["python_config"] = json.dumps(browser_files.python_config(browser_files.python_files(), root))
    return context
