"""Golden files: tests/golden/<mistake>.txt holds a writer's mistake and the problems that it must give.

    --- docs/answers/email-taken.md          this file takes the place of the valid one
    --- docs/answers/checklist.md in latin-1 the same, in another encoding
    --- docs/troubleshooter/tree.yml missing this file is taken away
    --- expected                             each problem, a line each

Files that are not named come from tests/golden/valid/. `make goldens` writes into them the problems that
the code reports now, so that a change of messages can be reviewed as a diff.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from hooks.content import read_content
from hooks.writing.problems import Problem

GOLDEN = Path(__file__).parent.parent / "golden"
VALID = GOLDEN / "valid" / "docs"
EXPECTED = "--- expected\n"
HEADING = re.compile(r"^--- (\S+)(?: (missing)| in (\S+))?\n", re.MULTILINE)


@dataclass(frozen=True)
class BrokenFile:
    """A file with a mistake: its name, its text (None if it is missing), and how that is encoded."""

    name: str
    text: str | None
    encoding: str


@dataclass(frozen=True)
class Golden:
    """A mistake: the broken files, and the problems they must give."""

    files: list[BrokenFile]
    expected: list[str]

    def write_to(self, project: Path) -> None:
        """Write the broken files below `project`, over what is there."""
        for file in self.files:
            path = project / file.name
            if file.text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(file.text, encoding=file.encoding)


def read_golden(path: Path) -> Golden:
    """Return the golden file at `path`."""
    before, *parts = HEADING.split(path.read_text(encoding="utf-8"))
    assert not before, f"{path.name} must begin with a line `--- `"
    sections = list(zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=True))
    assert sections[-1][0] == "expected", f"{path.name} must end with `--- expected`"
    files = [
        BrokenFile(name, None if missing else text, encoding or "utf-8")
        for name, missing, encoding, text in sections[:-1]
    ]
    return Golden(files, sections[-1][3].splitlines())


def write_valid_content(project: Path) -> Path:
    """Copy the valid content to `project`, and return its folder docs/."""
    return copytree(VALID, project / "docs", dirs_exist_ok=True)


def problems_of(golden: Golden) -> list[Problem]:
    """Return the problems that a mistake gives."""
    with TemporaryDirectory() as folder:
        docs = write_valid_content(Path(folder))
        golden.write_to(Path(folder))
        content, problems = read_content(docs)
    assert (content is None) == bool(problems)
    return problems


def rewrite(path: Path) -> bool:
    """Write into a golden file what its mistake gives now; return whether that is another text."""
    before = path.read_text(encoding="utf-8")
    problems = problems_of(read_golden(path))
    after = before.partition(EXPECTED)[0] + EXPECTED + "".join(f"{problem}\n" for problem in problems)
    path.write_text(after, encoding="utf-8")
    return after != before


GOLDEN_FILES = sorted(GOLDEN.glob("*.txt"))

if __name__ == "__main__":
    changed = [path.name for path in GOLDEN_FILES if rewrite(path)]
    print("\n".join([f"{len(changed)} golden files changed; review them with git diff.", *changed]))
