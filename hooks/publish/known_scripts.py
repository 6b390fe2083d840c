"""Which scripts a page may hold: those of the templates named here, marked while a page is made.

Nobody who writes a page can know the mark, so a script from anywhere else is seen.
"""

import re
import secrets
from pathlib import Path

from jinja2.ext import Extension

PROJECT = Path(__file__).parents[2]
OURS = (PROJECT / "docs" / "templates", PROJECT / "hooks" / "templates")
# Material's, which were read; a new version may bring others.
OF_THE_THEME = {
    "base.html",
    "partials/javascripts/base.html",
    "partials/javascripts/content.html",
    "partials/javascripts/palette.html",
}
MARK = f' data-known="{secrets.token_hex(16)}"'
UNKNOWN = re.compile(rf"<script\b(?!{MARK}).*", re.IGNORECASE)
SHOWN = 60
NOT_KNOWN = (
    "{page}: this page holds a script that comes from no known template: `{script}`. Take it out of what was "
    "written; if the theme brings it, read it, then name its template in hooks/publish/known_scripts.py."
)


class MarkedScripts(Extension):
    """Marks the scripts in the sources of known templates."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        path = Path(filename or "/")
        is_known = name in OF_THE_THEME or any(folder in path.parents for folder in OURS)
        return source.replace("<script", f"<script{MARK}") if is_known else source


def check_scripts(page: str, html: str) -> str:
    """Return a sentence on the first script in a page that no known template has brought, or nothing."""
    found = UNKNOWN.search(html)
    return NOT_KNOWN.format(page=page, script=found[0][:SHOWN]) if found else ""


def without_marks(html: str) -> str:
    """Return a page as it is published."""
    return html.replace(MARK, "")
