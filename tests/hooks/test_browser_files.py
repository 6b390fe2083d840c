"""Each page with Python loads the modules that it imports, and no others."""

from pathlib import Path

import pytest

from hooks.browser_files import imported_modules, python_config, python_files
from hooks.build import PYTHON_MODULES

PLACE = "assets/python/"


def needed(module: str) -> set[str]:
    return {address.removeprefix(PLACE) for address in python_files([module])}


@pytest.mark.parametrize("module", PYTHON_MODULES.values())
def test_all_that_a_module_imports_is_there(module: str) -> None:
    files = python_files([module])
    for path in files.values():
        for name in imported_modules(path):
            place = PLACE + name.replace(".", "/")
            assert f"{place}.py" in files or f"{place}/__init__.py" in files


def test_only_the_triage_loads_what_reads_exports() -> None:
    triage, troubleshooter = needed("troubleshooter.browser.triage"), needed("troubleshooter.browser.app")
    assert {"troubleshooter/export.py", "troubleshooter/browser/triage_report.py"} <= triage
    assert [name for name in troubleshooter if "export" in name or "triage" in name] == []
    assert "troubleshooter/browser/views.py" in troubleshooter - triage


@pytest.mark.parametrize("module", PYTHON_MODULES.values())
def test_nothing_of_the_command_line_is_loaded(module: str) -> None:
    assert not needed(module) & {"troubleshooter/__main__.py", "troubleshooter/triage_command.py"}


def test_packages_around_a_module_are_loaded(tmp_path: Path) -> None:
    package = tmp_path / "troubleshooter" / "browser"
    package.mkdir(parents=True)
    for path in (package.parent / "__init__.py", package / "__init__.py", package.parent / "unused.py"):
        path.touch()
    (package.parent / "tree.py").write_text("import json\n")
    (package / "app.py").write_text("from js import document\n\nfrom ..tree import a\n")
    found = python_files(["troubleshooter.browser.app"], tmp_path)
    names = ["__init__.py", "browser/__init__.py", "browser/app.py", "tree.py"]
    assert list(found) == [f"{PLACE}troubleshooter/{name}" for name in names]
    files = python_config(found, "..")["files"]
    assert files[f"../{PLACE}troubleshooter/tree.py"] == "troubleshooter/tree.py"
