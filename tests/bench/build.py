"""How much longer than plain MkDocs a build of 1,000 answers takes."""

import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.conftest import PROJECT

ANSWERS = 1_000
PAIRS = 3
BUDGET = 1.15
# A line of text that ends a sentence; what a copy says differs there, so that no cache knows it.
END_OF_SENTENCE = re.compile(r"\.$", re.MULTILINE)
SETTINGS = """
INHERIT: {project}/mkdocs.yml
docs_dir: {docs}
theme: {{custom_dir: {project}/docs/templates}}
watch: []
hooks: [{hooks}]
extra: {{keep_pages: {kept}}}
"""


class Seconds(NamedTuple):
    """What a build takes of the processor, which other programs hardly change, and by the clock."""

    cpu: float
    clock: float


def compare_builds() -> None:
    """Build in pairs, and print what each build takes; making and removing folders is not measured."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        docs, kept = folder / "docs", folder / "kept"
        enlarge(docs)
        hooks, keep_pages = PROJECT / "hooks/build.py", PROJECT / "tests/bench/keep_pages.py"
        build(folder, settings(folder, docs, [hooks, keep_pages]))
        # What is no page stays as it is: style sheets, scripts, images.
        shutil.copytree(docs, folder / "plain")
        shutil.copytree(kept, folder / "plain", dirs_exist_ok=True)
        with_hooks, plain = settings(folder, docs, [hooks]), settings(folder, folder / "plain", [])
        pairs = [(build(folder, with_hooks), build(folder, plain)) for _ in range(PAIRS)]
    print_table(pairs)


def print_table(pairs: list[tuple[Seconds, Seconds]]) -> None:
    """Print what is compared, each pair, and whether the median of their ratios is within the budget."""
    heading = f"build of {ANSWERS:,} answers, processor seconds (and by the clock)"
    print(f"{heading:<60}" + "".join(f"{f'pair {number}':>14}" for number in range(1, len(pairs) + 1)))
    rows = {
        "with the hooks: also checks, twins, replies, short links": [ours for ours, _ in pairs],
        "plain MkDocs: the same theme, settings and final Markdown": [plain for _, plain in pairs],
    }
    for name, builds in rows.items():
        print(f"{name:<60}" + "".join(f"{cpu:>6.1f} ({clock:>5.1f})" for cpu, clock in builds))
    ratios = [(ours.cpu / plain.cpu, ours.clock / plain.clock) for ours, plain in pairs]
    print(f"{'ratio':<60}" + "".join(f"{cpu:>6.2f} ({clock:>5.2f})" for cpu, clock in ratios))
    ratio = statistics.median(cpu for cpu, _ in ratios)
    print(f"median ratio {ratio:.2f}, at most {BUDGET}: {'pass' if ratio <= BUDGET else 'over'}")


def enlarge(docs: Path) -> None:
    """Copy the content to the folder `docs`, with so many copies of its answers that there are ANSWERS."""
    shutil.copytree(PROJECT / "docs", docs)
    answers = [path for path in sorted(docs.glob("answers/*.md")) if path.stem != "index"]
    for number in range(len(answers), ANSWERS):
        again, which = divmod(number, len(answers))
        path = answers[which]
        copy = path.with_stem(f"{path.stem}-{again}")
        copy.write_text(copy_of(path.read_text(encoding="utf-8"), again), encoding="utf-8")


def copy_of(answer: str, number: int) -> str:
    """Return an answer under a title of its own, which the tree need not reach, and in other words."""
    _, fields, body = answer.split("---\n", 2)
    fields = re.sub(r'^title: "?(.*?)"?$', rf'title: "\1 ({number})"', fields, count=1, flags=re.MULTILINE)
    if "\nbrowse_only:" not in fields:
        fields += "browse_only: a copy\n"
    return f"---\n{fields}---\n{END_OF_SENTENCE.sub(f' ({number}).', body)}"


def settings(folder: Path, docs: Path, hooks: list[Path]) -> Path:
    """Write the settings of a build of `docs` with `hooks`, and return their file."""
    file = folder / f"{docs.name}-{len(hooks)}.yml"
    listed = ", ".join(map(str, hooks))
    file.write_text(SETTINGS.format(project=PROJECT, docs=docs, hooks=listed, kept=folder / "kept"))
    return file


def build(folder: Path, file: Path) -> Seconds:
    """Return what a build into an empty folder takes, from the command to its end."""
    site = folder / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(file), "-d", str(site)]
    cpu, clock = cpu_of_children(), time.perf_counter()
    subprocess.run(command, check=True)
    seconds = Seconds(cpu_of_children() - cpu, time.perf_counter() - clock)
    shutil.rmtree(site)
    return seconds


def cpu_of_children() -> float:
    """Return the processor seconds of all commands that have ended, those within the system too."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
