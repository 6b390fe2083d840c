"""Files under docs/ that would be published by mistake, or that nobody reads."""

import os
from collections.abc import Iterator
from pathlib import Path

from hooks.writing.problems import Message, Problem, say

DATA = ("ledger.txt", "troubleshooter/tree.yml", "troubleshooter/rules.yml", "troubleshooter/wordings.yml")
# Pages, what shows them, and pictures.
PUBLISHED = (".md", ".css", ".js", ".html", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".ico")
LIKE_MARKDOWN = (".markdown", ".mdown", ".mkd", ".mkdn", ".txt")


def check_files(docs: Path) -> list[Problem]:
    """Return a problem for each file in the folder `docs` that no build should meet."""
    return [
        Problem(f"{docs.name}/{path}", 1, wrong)
        for path in sorted(_paths(docs))
        if (wrong := _mistake(docs, Path(path)))
    ]


def _paths(docs: Path) -> Iterator[str]:
    """Yield what MkDocs meets: all but hidden files and folders."""
    for folder, folders, files in os.walk(docs):
        folders[:] = [name for name in folders if name[0] != "."]
        here = Path(folder).relative_to(docs)
        named_as_pages = [name for name in folders if name.endswith(".md")]
        for name in [*named_as_pages, *(name for name in files if name[0] != ".")]:
            yield (here / name).as_posix()


def _mistake(docs: Path, path: Path) -> Message | None:
    suffix = path.suffix
    if path.as_posix() in DATA:
        return None
    if suffix in PUBLISHED and not (docs / path).is_file():
        return say("file-not-there")
    if suffix.lower() == ".md" != suffix or suffix.lower() in LIKE_MARKDOWN:
        return say("file-like-markdown", name=path.with_suffix(".md").name)
    if suffix not in PUBLISHED:
        return say("file-left-over")
    return _wrong_folder(path) if suffix == ".md" else None


def _wrong_folder(path: Path) -> Message | None:
    top, *below = path.parts[:-1] or ("",)
    if top == "steps" and len(below) != 1:
        return say("step-in-wrong-folder", idp=below[0] if below else "other", name=path.name)
    if top == "answers" and below:
        return say("answer-in-wrong-folder", name=path.name)
    return say("page-in-wrong-folder", name=path.name) if top in ("templates", "assets") else None
