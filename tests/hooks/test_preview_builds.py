"""A preview builds again and again in one process, and each build knows only of what is there then."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from hooks.publish.policy import script_hashes
from tests.conftest import copy_project

# Builds as `mkdocs serve` does, takes away what is named, and builds again.
BUILD_TWICE = """
import sys
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config

for folder in ("first", "second"):
    config = load_config(strict=False, site_dir=folder)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    for path in sys.argv[1:]:
        Path(path).unlink(missing_ok=True)
"""
STYLE = "assets/own.css"
SCRIPT = "<script>own()</script>"
TEMPLATE = f'{{% extends "main.html" %}}{{% block scripts %}}{{{{ super() }}}}{SCRIPT}{{% endblock %}}'
PAGE = "---\ntitle: A draft\ndescription: Here for a while.\ntemplate: draft.html\n---\n\nText.\n"


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with two sites, `first` and `second`; between them a style sheet and a page were removed."""
    project = copy_project(tmp_path_factory.mktemp("project"))
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("extra_css:\n", f"extra_css:\n  - {STYLE}\n"), encoding="utf-8")
    (project / "docs" / STYLE).write_text("p { color: red }\n", encoding="utf-8")
    (project / "docs/draft.md").write_text(PAGE, encoding="utf-8")
    (project / "docs/templates/draft.html").write_text(TEMPLATE, encoding="utf-8")
    command = [sys.executable, "-c", BUILD_TWICE, f"docs/{STYLE}", "docs/draft.md"]
    run = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode == 0, run.stderr
    return project


def names_of_style(site: Path) -> set[str]:
    """Return the addresses under which pages ask for the style sheet."""
    return set(
        re.findall(r'href="([^"]*assets/own[^"]*)"', (site / "faq/index.html").read_text(encoding="utf-8"))
    )


def test_file_that_was_removed_has_its_name_no_longer(builds: Path) -> None:
    [first] = names_of_style(builds / "first")
    assert re.fullmatch(r"\.\./assets/own\.[0-9a-f]{8}\.css", first)
    assert names_of_style(builds / "second") == {f"../{STYLE}"}


def test_script_of_a_page_that_was_removed_is_allowed_no_longer(builds: Path) -> None:
    allowed = [(builds / site / "_headers").read_text(encoding="utf-8") for site in ("first", "second")]
    assert [script_hashes(SCRIPT)[0] in headers for headers in allowed] == [True, False]
