"""A new identity provider is one record and a guide, and a new status code one pair and a page."""

import json
import subprocess
import sys
from pathlib import Path
from shutil import copy, copytree
from typing import Any

import pytest

# What the new values lead to, and what the build says is wrong.
TRY = """
import json
from pathlib import Path
from hooks.content import read_content
from hooks.formats.json_files import answer_entry
from hooks.formats.replies import reply_markdown
from hooks.page_markdown import page_markdown
from hooks.pages.step_lists import expand_in_tabs
from troubleshooter.message import Wordings, read_message
from troubleshooter.spelling import read_value
from troubleshooter.tree import visible_options

content, problems = read_content(Path("docs").resolve())
found = {"problems": [str(problem) for problem in problems]}
found["spelled"] = [read_value("idp", name) for name in ("acme", "Acme Directory", "the-acme")]
found["codes"] = [read_value("status", name) for name in ("418", "IAmATeapot")]
if content:
    reading = read_message("Acme Directory: 418 I am a teapot", Wordings(content.wordings.for_reader()))
    found["read"] = {finding.fact: finding.value for finding in reading.findings}
    questions = content.questions().questions.values()
    for idp in ("acme", "other"):
        options = [option.text for question in questions for option in visible_options(question, idp)]
        found["shown to " + idp] = options
    answer = content.answers["email-in-use"]
    found["tabs"] = expand_in_tabs(answer.text, content.steps)
    found["steps"] = list(answer_entry(answer, content)["steps"])
    found["reply"] = reply_markdown(answer, content.steps, found["spelled"][0] or "other")
    for path in ("index.md", "guides/index.md", "reference/index.md"):
        found[path] = page_markdown(content.pages[path], content.pages[path].body, content)
print(json.dumps(found))
"""


@pytest.fixture
def with_provider(project_copy: Path) -> Path:
    record = '    Provider("acme", "Acme Directory", ["acme directory"], ["the acme"]),\n'
    insert(project_copy / "troubleshooter/providers.py", record, before='    Provider("other"')
    return project_copy


@pytest.fixture
def with_code(project_copy: Path) -> Path:
    code = '    ("418", "I Am A Teapot"),\n'
    insert(project_copy / "troubleshooter/vocabulary.py", code, before='    ("422"')
    return project_copy


def insert(path: Path, line: str, before: str) -> None:
    first, found, rest = path.read_text(encoding="utf-8").partition(before)
    assert found
    path.write_text(first + line + found + rest, encoding="utf-8")


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)


def tried(project: Path) -> dict[str, Any]:
    return json.loads(run(project, "-c", TRY).stdout)


def test_build_says_that_a_new_provider_lacks_a_guide(with_provider: Path) -> None:
    problems = tried(with_provider)["problems"]
    assert problems
    assert all(
        "`guides` lists pages that are missing; add `docs/guides/acme.md`" in text for text in problems
    )


@pytest.mark.long
def test_build_says_that_a_new_guide_is_missing_in_the_navigation(with_provider: Path) -> None:
    copy(with_provider / "docs/guides/other.md", with_provider / "docs/guides/acme.md")
    build = run(with_provider, "-m", "mkdocs", "build")
    assert build.returncode
    assert 'not included in the "nav" configuration:\n  - guides/acme.md' in build.stderr


def test_new_provider_has_all_that_the_others_have(with_provider: Path) -> None:
    docs = with_provider / "docs"
    copy(docs / "guides/other.md", docs / "guides/acme.md")
    copytree(docs / "steps/other", docs / "steps/acme")
    found = tried(with_provider)
    assert found["problems"] == []
    assert found["spelled"] == ["acme", "acme", "acme"]
    assert found["read"]["idp"] == "acme"
    assert found["shown to acme"] == found["shown to other"]
    assert '=== "Acme Directory"' in found["tabs"]
    assert found["steps"][-2:] == ["acme", "other"]
    assert "**What to do, in Acme Directory:**" in found["reply"]
    assert "[Acme Directory](guides/acme.md)" in found["index.md"]
    assert "- [Acme Directory](../guides/acme.md)" in found["guides/index.md"]


def test_new_status_code_needs_its_page_and_no_more(with_code: Path) -> None:
    found = tried(with_code)
    assert found["codes"] == ["418", "418"]
    [problem] = found["problems"]
    assert "`status codes` lists pages that are missing; add `docs/reference/418.md`." in problem
    reference = with_code / "docs/reference"
    page = (reference / "409.md").read_text(encoding="utf-8").replace("409", "418")
    (reference / "418.md").write_text(page, encoding="utf-8")
    found = tried(with_code)
    assert found["problems"] == []
    assert found["read"]["status"] == "418"
    assert "- [418 Conflict](../reference/418.md)" in found["reference/index.md"]
