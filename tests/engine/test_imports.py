"""Imports point one way: build → hooks → troubleshooter; browser → triage → export, message → vocabulary."""

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

# What the files of each folder may import of the project, beside their own folder.
MAY_IMPORT = {
    "troubleshooter": ["troubleshooter/mask"],
    "troubleshooter/mask": ["troubleshooter"],
    "troubleshooter/message": ["troubleshooter"],
    "troubleshooter/export": [
        "troubleshooter",
        "troubleshooter/export/consoles",
        "troubleshooter/export/text",
    ],
    "troubleshooter/export/consoles": [
        "troubleshooter",
        "troubleshooter/export",
        "troubleshooter/export/text",
    ],
    "troubleshooter/export/text": [
        "troubleshooter",
        "troubleshooter/export",
        "troubleshooter/export/consoles",
    ],
    "troubleshooter/triage": ["troubleshooter", "troubleshooter/message", "troubleshooter/export"],
    "troubleshooter/command": ["troubleshooter", "troubleshooter/message"],
    "troubleshooter/browser": ["troubleshooter", "troubleshooter/"],
    "troubleshooter/browser/report": ["troubleshooter", "troubleshooter/"],
    "hooks": ["hooks/", "troubleshooter", "troubleshooter/command"],
    "hooks/writing": ["troubleshooter"],
    "hooks/mistakes": ["hooks", "hooks/writing", "troubleshooter/mask"],
    "hooks/wordings": ["hooks/writing", "troubleshooter", "troubleshooter/message"],
    "hooks/addresses": ["hooks", "hooks/writing", "hooks/publish", "troubleshooter"],
    "hooks/pages": ["hooks", "hooks/writing", "hooks/addresses", "troubleshooter"],
    "hooks/formats": ["hooks", "hooks/writing", "hooks/addresses", "hooks/pages", "troubleshooter"],
    "hooks/publish": [],
    "hooks/sources": ["hooks", "hooks/writing"],
}
# The command line puts all together.
COMMAND_LINE = (
    "troubleshooter/__main__.py",
    "troubleshooter/explain_command.py",
    "troubleshooter/triage_command.py",
)
MOST_FILES = 15
ONLY_TWO_KNOW = "mkdocs"


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
    return sorted([*PROJECT.glob("hooks/**/*.py"), *PROJECT.glob("troubleshooter/**/*.py")])


def name_of(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def own_imports_of(path: Path) -> list[Path]:
    """Return the files of the project that a file imports."""
    found = []
    for name in imports_of(path):
        place = PROJECT.joinpath(*name.split("."))
        if name.split(".")[0] in ("hooks", "troubleshooter"):
            found.append(place / "__init__.py" if place.is_dir() else place.with_suffix(".py"))
    return found


@pytest.mark.parametrize("path", files(), ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    if name_of(path) in COMMAND_LINE:
        return
    own = name_of(path.parent)
    allowed = MAY_IMPORT[own]
    folders = {name_of(other.parent) for other in own_imports_of(path)} - {own}
    assert [
        folder
        for folder in folders
        if folder not in allowed and not any(part[-1] == "/" and folder.startswith(part) for part in allowed)
    ] == []


def test_no_file_imports_itself_by_way_of_others() -> None:
    imports = {path: own_imports_of(path) for path in files()}
    done: set[Path] = set()

    def follow(path: Path, way: list[Path]) -> None:
        assert path not in way, " → ".join(map(name_of, [*way, path]))
        if path not in done:
            for other in imports[path]:
                follow(other, [*way, path])
            done.add(path)

    for path in imports:
        follow(path, [])


@pytest.mark.parametrize("folder", sorted({path.parent for path in files()}), ids=name_of)
def test_folder_holds_one_subject(folder: Path) -> None:
    """No more files than one takes in at a glance, and no name that repeats its folder's."""
    names = [path.stem for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(names) <= MOST_FILES
    assert [name for name in names if name.startswith(f"{folder.name}_")] == []


def test_only_build_and_preview_know_mkdocs() -> None:
    knowing = [
        path.name for path in files() if any(name.split(".")[0] == ONLY_TWO_KNOW for name in imports_of(path))
    ]
    assert knowing == ["build.py", "preview.py"]


def test_nothing_imports_build() -> None:
    assert [path.name for path in files() if "hooks.build" in imports_of(path)] == []


def test_only_browser_package_knows_the_browser() -> None:
    knowing = {name_of(path.parent) for path in files() if "js" in imports_of(path)}
    assert knowing == {"troubleshooter/browser", "troubleshooter/browser/report"}
