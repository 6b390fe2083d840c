"""The build stops at a writer's mistake with sentences, and never with a traceback."""

import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from hooks.publish.runtime import NOT_INSTALLED
from tests.conftest import PROJECT, copy_project
from tests.hooks.golden import GOLDEN, read_golden, write_valid_content

# One for each stage of the checks: encoding, front matter and sections, steps and tree.
BROKEN = ["not-utf-8", "front-matter-unreadable", "several-mistakes", "several-mistakes-in-steps-and-tree"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project with this one's code and the golden files' content."""
    copy_project(tmp_path, ["docs/templates", "docs/assets"])
    write_valid_content(tmp_path)
    return tmp_path


def build_command() -> list[str]:
    """Return the arguments with which `make build` calls mkdocs."""
    lines = (PROJECT / "Makefile").read_text(encoding="utf-8").splitlines()
    recipe = lines[next(i for i, line in enumerate(lines) if line.startswith("build:")) + 1]
    command, *arguments = recipe.split()
    assert command == "mkdocs"
    return arguments


def run_mkdocs(project: Path, *arguments: str) -> tuple[int, str]:
    """Return the exit status of MkDocs, which says nothing as a traceback, and all that it printed."""
    build = subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    printed = build.stdout + build.stderr
    assert "Traceback" not in printed
    return build.returncode, printed


def failed_build(project: Path) -> str:
    """Build as `make build` does, which must stop before it writes a page; return all that was printed."""
    status, printed = run_mkdocs(project, *build_command())
    assert status != 0, printed
    assert not (project / "site" / "index.html").exists()
    return printed


@pytest.mark.parametrize("mistake", BROKEN)
def test_build_stops_with_every_sentence(project: Path, mistake: str) -> None:
    golden = read_golden(GOLDEN / f"{mistake}.txt")
    golden.write_to(project)
    printed = failed_build(project)
    count = len(golden.expected)
    assert f"{count} problem{'s' if count > 1 else ''} to mend:" in printed
    assert [line for line in golden.expected if line not in printed.splitlines()] == []


def test_preview_that_cannot_start_says_every_sentence_and_ends(project: Path) -> None:
    golden = read_golden(GOLDEN / "several-mistakes.txt")
    golden.write_to(project)
    status, printed = run_mkdocs(project, "serve")
    assert status != 0
    assert [line for line in golden.expected if line not in printed.splitlines()] == []


def test_build_without_the_browser_runtime_names_the_command(project: Path) -> None:
    (project / "node_modules").unlink()
    assert NOT_INSTALLED in failed_build(project)


def test_build_with_a_part_of_the_browser_runtime_names_the_command(project: Path) -> None:
    (project / "node_modules").unlink()
    copytree(PROJECT / "node_modules/@pyscript", project / "node_modules/@pyscript")
    assert NOT_INSTALLED in failed_build(project)


def test_build_with_another_runtime_than_the_pinned_one_says_so(project: Path) -> None:
    (project / "node_modules").unlink()
    for package in ("@pyscript", "@micropython"):
        copytree(PROJECT / "node_modules" / package, project / "node_modules" / package)
    (project / "node_modules/@pyscript/core/dist/core.js").write_text("another")
    assert "assets/runtime/core.js is not the file that requirements/browser.sha256 pins" in failed_build(
        project
    )


def test_build_with_a_link_that_leads_nowhere_stops(project: Path) -> None:
    page = project / "docs" / "reference" / "409.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[Gone](gone.md)\n", encoding="utf-8")
    status, printed = run_mkdocs(project, *build_command())
    assert status != 0
    assert "gone.md" in printed


def test_build_with_a_script_that_no_template_brings_stops(project: Path) -> None:
    page = project / "docs" / "reference" / "409.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("---\n", "---\naliases: ['<script>own()</script>']\n", 1), encoding="utf-8")
    status, printed = run_mkdocs(project, *build_command())
    assert status != 0
    assert "reference/409.md: this page holds a script" in printed


def test_build_with_a_theme_that_gives_no_place_for_the_policy_stops(project: Path) -> None:
    template = project / "docs" / "templates" / "main.html"
    start = '{% extends "base.html" %}'
    text = template.read_text(encoding="utf-8").replace(start, start + "{% block site_meta %}{% endblock %}")
    template.write_text(text, encoding="utf-8")
    assert "writes no `<meta charset=" in failed_build(project)


def test_build_to_publish_with_the_address_of_an_example_stops(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUBLISH", "yes")
    assert "SITE_URL is `https://arrivals.example.com/`, which is an example; " in failed_build(project)


def test_build_with_an_unusable_feedback_address_says_what_to_write(project: Path) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("mailto:arrivals@example.com", "arrivals@example.com"), encoding="utf-8")
    assert "`feedback` is `arrivals@example.com`; write `mailto:`" in failed_build(project)


def test_build_without_the_extension_for_tabs_names_it(project: Path) -> None:
    config = project / "mkdocs.yml"
    before, after = re.split(r"  - pymdownx.tabbed:\n(?:   .*\n)+", config.read_text(encoding="utf-8"))
    config.write_text(before + after, encoding="utf-8")
    assert "'pymdownx.tabbed' is missing below `markdown_extensions`" in failed_build(project)
