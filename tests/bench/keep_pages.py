"""A hook of MkDocs that keeps the pages as the hooks of the site leave them, for a build without these."""

import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Write a page, with the fields it has by now, to the folder that the settings name."""
    path = Path(config.extra["keep_pages"], page.file.src_uri)
    path.parent.mkdir(parents=True, exist_ok=True)
    # JSON is YAML too.
    fields = json.dumps(page.meta, ensure_ascii=False, default=str)
    path.write_text(f"---\n{fields}\n---\n{markdown}", encoding="utf-8")
