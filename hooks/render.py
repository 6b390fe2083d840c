"""The Jinja templates in hooks/templates/, from which generated Markdown is made."""

from pathlib import Path

import jinja2

from hooks.publish.known_scripts import MarkedScripts

_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=jinja2.StrictUndefined,
    extensions=[MarkedScripts],
)


def render(template: str, **values: object) -> str:
    """Return the Markdown that the template named `template` makes of `values`."""
    return _templates.get_template(template).render(**values)
