"""Each page with Python gets the modules that it imports, and no others."""

import subprocess
import sys
from pathlib import Path

import pytest

from hooks.publish.python_program import (
    PYTHON_MODULES,
    imported_modules,
    later_program,
    module_files,
    python_program,
    without_docstrings,
)
from tests.conftest import PROJECT


def needed(module: str) -> set[str]:
    return {path.relative_to(PROJECT).as_posix() for path in module_files([module])}


@pytest.mark.parametrize("module", PYTHON_MODULES.values())
def test_all_that_a_module_imports_is_there(module: str) -> None:
    files = needed(module)
    for file in files:
        for name in imported_modules(PROJECT / file):
            place = name.replace(".", "/")
            assert f"{place}.py" in files or f"{place}/__init__.py" in files


def test_only_the_triage_loads_what_reads_exports() -> None:
    triage, troubleshooter = (
        needed("troubleshooter.browser.triage_page"),
        needed("troubleshooter.browser.troubleshooter_page"),
    )
    assert {"troubleshooter/triage/triage.py", "troubleshooter/browser/report/report.py"} <= triage
    assert [name for name in troubleshooter if "export" in name or "triage" in name] == []
    assert "troubleshooter/browser/views.py" in troubleshooter - triage


def test_what_functions_import_comes_later_and_once(tmp_path: Path) -> None:
    package = tmp_path / "troubleshooter"
    (package / "mask").mkdir(parents=True)
    for name in ("__init__.py", "mask/__init__.py", "letters.py"):
        (package / name).touch()
    (package / "app.py").write_text("from .letters import a\ndef f():\n    from .mask.forms import b\n")
    (package / "mask" / "forms.py").write_text("from ..letters import a\n")
    assert "mask/forms.py" not in python_program("troubleshooter.app", tmp_path)
    later = later_program("troubleshooter.app", tmp_path)
    assert "for folder in ['troubleshooter/mask']:" in later
    assert "troubleshooter/mask/forms.py" in later
    assert "letters.py'" not in later
    assert later_program("troubleshooter.letters", tmp_path) == ""


@pytest.mark.parametrize("module", PYTHON_MODULES.values())
def test_nothing_of_the_command_line_is_loaded(module: str) -> None:
    of_command_line = (
        "troubleshooter/__main__.py",
        "troubleshooter/triage_command.py",
        "troubleshooter/command/",
    )
    assert [name for name in needed(module) if name.startswith(of_command_line)] == []


def test_program_brings_the_packages_around_a_module_and_runs_it(tmp_path: Path) -> None:
    package = tmp_path / "project" / "troubleshooter" / "browser"
    package.mkdir(parents=True)
    for path in (package.parent / "__init__.py", package / "__init__.py", package.parent / "unused.py"):
        path.touch()
    (package.parent / "tree.py").write_text("'''Holds a name.'''\nA = 'é \\\\ \"'\n", encoding="utf-8")
    (package / "app.py").write_text("from ..tree import A\n\nprint(ascii(A))\n")
    program = python_program("troubleshooter.browser.app", tmp_path / "project")
    assert program.splitlines()[-1] == "import troubleshooter.browser.app"
    run = tmp_path / "run"
    run.mkdir()
    printed = subprocess.run(
        [sys.executable, "-"], input=program, cwd=run, capture_output=True, text=True, check=True
    )
    assert printed.stdout == ascii('é \\ "') + "\n"
    names = ["__init__.py", "browser/__init__.py", "browser/app.py", "tree.py"]
    there = [path.relative_to(run / "troubleshooter").as_posix() for path in run.glob("**/*.py")]
    assert sorted(there) == names


def test_docstrings_and_comments_stay_behind() -> None:
    source = (
        '"""Doc."""\n# Why.\nTEXT = """kept"""\ndef f():\n    """Doc."""\nclass C:\n    """Doc."""\n    x = 1'
    )
    assert without_docstrings(source) == "TEXT = 'kept'\n\ndef f():\n    pass\n\nclass C:\n    x = 1"
