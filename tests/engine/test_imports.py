"""Imports point one way: build → hooks → troubleshooter, and browser → export → message, walk → tree."""

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

# What each part may import of the project; a name ending in a dot or a dash covers all that begin with it.
MAY_IMPORT = {
    "troubleshooter/symptoms.py": [],
    "troubleshooter/vocabulary.py": ["troubleshooter.symptoms"],
    "troubleshooter/tree.py": [],
    "troubleshooter/redact.py": [],
    "troubleshooter/words.py": [],
    "troubleshooter/support_text.py": ["troubleshooter.redact", "troubleshooter.vocabulary"],
    "troubleshooter/message.py": [
        "troubleshooter.message_",
        "troubleshooter.vocabulary",
        "troubleshooter.words",
    ],
    "troubleshooter/message_": [
        "troubleshooter.message_path",
        "troubleshooter.symptoms",
        "troubleshooter.vocabulary",
        "troubleshooter.words",
    ],
    "troubleshooter/walk.py": ["troubleshooter.tree", "troubleshooter.vocabulary"],
    "troubleshooter/likeness.py": ["troubleshooter.export_fields", "troubleshooter.vocabulary"],
    "troubleshooter/causes.py": [
        "troubleshooter.likeness",
        "troubleshooter.message",
        "troubleshooter.vocabulary",
        "troubleshooter.walk",
    ],
    "troubleshooter/people.py": [],
    "troubleshooter/tally.py": [
        "troubleshooter.causes",
        "troubleshooter.export_event",
        "troubleshooter.people",
    ],
    # A file knows what cuts it and what reads its events, and nothing of what is counted.
    "troubleshooter/export_summary.py": ["troubleshooter.export_event", "troubleshooter.vocabulary"],
    "troubleshooter/export_": [
        "troubleshooter.export_",
        "troubleshooter.likeness",
        "troubleshooter.vocabulary",
    ],
    "troubleshooter/export.py": [
        "troubleshooter.causes",
        "troubleshooter.export_",
        "troubleshooter.tally",
    ],
    "troubleshooter/triage_command.py": ["troubleshooter."],
    "troubleshooter/__main__.py": ["troubleshooter."],
    "troubleshooter/browser/": ["troubleshooter."],
    "hooks/build.py": ["hooks.", "hooks"],
    "hooks/": ["hooks.", "troubleshooter."],
}
ONLY_BUILD_KNOWS = "mkdocs"


def imports_of(path: Path) -> list[str]:
    package = path.relative_to(PROJECT).with_suffix("").parts[:-1]
    names = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names += [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            names.append(".".join([*base, *filter(None, [node.module])]))
    return names


def files() -> list[Path]:
    return sorted([*PROJECT.glob("hooks/*.py"), *PROJECT.glob("troubleshooter/**/*.py")])


@pytest.mark.parametrize("path", files(), ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    name = path.relative_to(PROJECT).as_posix()
    allowed = next((MAY_IMPORT[part] for part in MAY_IMPORT if name.startswith(part)), [])
    own = [entry for entry in imports_of(path) if entry.split(".")[0] in ("hooks", "troubleshooter")]
    wrong = [
        entry
        for entry in own
        if entry not in allowed and not any(part[-1] in "._" and entry.startswith(part) for part in allowed)
    ]
    assert wrong == []


def test_only_build_knows_mkdocs() -> None:
    knowing = [
        path.name
        for path in files()
        if any(name.split(".")[0] == ONLY_BUILD_KNOWS for name in imports_of(path))
    ]
    assert knowing == ["build.py"]


def test_nothing_imports_build() -> None:
    assert [path.name for path in files() if "hooks.build" in imports_of(path)] == []


def test_only_browser_package_knows_the_browser() -> None:
    knowing = {path.parent.name for path in files() if "js" in imports_of(path)}
    assert knowing == {"browser"}
