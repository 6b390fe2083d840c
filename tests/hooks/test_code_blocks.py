"""Fenced code: what counts as code is what pages show as code."""

import re

import pytest
from markdown import Markdown
from mkdocs.config import load_config

from hooks.writing.code_blocks import fences, without_code
from tests.conftest import PROJECT

# Each has one heading in code, and one below it.
TEXTS = {
    "backticks": "```\n## code\n```\n## Heading",
    "tildes": "~~~\n## code\n~~~\n## Heading",
    "backticks within tildes": "~~~~\n```\n## code\n~~~~\n## Heading",
    "tildes within backticks": "```\n~~~\n## code\n```\n## Heading",
    "shorter within longer": "````\n```\n## code\n```\n````\n## Heading",
    "longer within shorter": "```\n````\n## code\n```\n## Heading",
    "words behind the end": "```\n``` text\n## code\n```\n## Heading",
    "a language": "```sh\n## code\n```\n## Heading",
    "blank lines": "```\none\n\n\n## code\n\n```\n\n## Heading",
    "in an item": "1. One\n\n    ~~~~\n    ```\n\n    ## code\n    ~~~~\n\n## Heading",
    "in an inner item": "- One\n    - Two\n\n        ```\n        ## code\n        ```\n\n## Heading",
    "in a quote": "> ```\n> ## code\n> ```\n\n## Heading",
    "in an admonition": '!!! note "Title"\n    ```\n    ## code\n\n\n    ```\n\n## Heading',
    "in a tab": '=== "Okta"\n\n    ```\n    ## code\n    ```\n\n## Heading',
    "in a frame": "<div markdown>\n\n```\n## code\n```\n\n</div>\n\n## Heading",
}


@pytest.fixture(scope="module")
def markdown() -> Markdown:
    """Return what makes the pages."""
    config = load_config(str(PROJECT / "mkdocs.yml"), hooks=[])
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_code_is_what_pages_show_as_code(text: str, markdown: Markdown) -> None:
    page = markdown.reset().convert(text)
    assert re.findall("<h2[^>]*>(.*?)<a", page) == ["Heading"]
    assert re.findall("^## (.*)", without_code(text), re.MULTILINE) == ["Heading"]
    assert all(fence.has_end for fence in fences(text))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_all_that_is_no_code_keeps_its_place(text: str) -> None:
    outside = without_code(text)
    assert len(outside) == len(text)
    assert [kept for kept, own in zip(outside, text, strict=True) if kept not in (own, " ")] == []
    assert outside.index("## Heading") == text.index("## Heading")


@pytest.mark.parametrize(
    "text",
    ["```\ncode", "````\ncode\n```", "```\ncode\n~~~", "1. One\n\n    ```\n    code\n\nText.\n\n```"],
)
def test_code_may_have_no_end(text: str) -> None:
    assert not fences(text)[0].has_end
