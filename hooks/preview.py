"""A writer's preview while something is wrong: the last good site, with what is wrong above each page."""

import logging
import shutil
import sys
from collections.abc import Callable
from logging.handlers import BufferingHandler
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import format_exception_only

from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer

from hooks.render import render

PROJECT = Path(__file__).parent.parent
PYTHON_CHANGED = "{file} has changed, and Python is read once; stop the preview (Ctrl+C) and start it again."

log = logging.getLogger("mkdocs.hooks.preview")


def show_mistakes(server: LiveReloadServer) -> None:
    """Let `server` show what is wrong above each page; MkDocs alone serves nothing after a failed build."""
    build, with_reload, error_page = server.builder, server._inject_js_into_html, server.error_handler
    python = _python_files()
    mistakes: list[str] = []

    def build_or_say_why_not() -> None:
        said = BufferingHandler(sys.maxsize)
        said.setLevel(logging.WARNING)
        # Requests are no mistakes.
        said.addFilter(lambda record: record.name != "mkdocs.livereload")
        logging.getLogger("mkdocs").addHandler(said)
        for path in _changed(python):
            log.warning(PYTHON_CHANGED.format(file=path.relative_to(PROJECT).as_posix()))
        _build_or_restore(build, Path(server.root))
        logging.getLogger("mkdocs").removeHandler(said)
        mistakes[:] = [line for record in said.buffer for line in record.getMessage().splitlines()]

    def with_mistakes(page: bytes, epoch: int) -> bytes:
        return with_reload(page, epoch) + render("mistakes.html", mistakes=mistakes).encode()

    def error_page_with_mistakes(code: int) -> bytes | None:
        page = error_page(code)
        return page and with_mistakes(page, server._visible_epoch)

    server.builder = build_or_say_why_not
    server._inject_js_into_html = with_mistakes  # type: ignore[method-assign]
    server.error_handler = error_page_with_mistakes
    # MkDocs says no sentence twice in a process; a mistake may be saved twice.
    logging.getLogger("mkdocs.commands.build").filters.clear()


def _build_or_restore(build: Callable[[], None], site: Path) -> None:
    """Build into the folder `site`, which stays as it is where that fails; log why."""
    with TemporaryDirectory(prefix="mkdocs_") as folder:
        last_good = site.rename(Path(folder, "site"))
        try:
            build()
        except Exception as error:
            # Before it aborts, MkDocs has said why.
            if not isinstance(error, Abort):
                foreseen = isinstance(error, MkDocsException)
                log.error(error if foreseen else "".join(format_exception_only(error)), exc_info=not foreseen)
            shutil.rmtree(site, ignore_errors=True)
            last_good.rename(site)


def _python_files() -> dict[Path, bytes]:
    """Return the content of each file of the project's Python that this process has read."""
    modules = [module for name, module in sys.modules.items() if name.startswith(("hooks", "troubleshooter"))]
    paths = [Path(module.__file__) for module in modules if module.__file__]
    return {path: path.read_bytes() for path in paths}


def _changed(files: dict[Path, bytes]) -> list[Path]:
    return [path for path, content in files.items() if not path.exists() or path.read_bytes() != content]
