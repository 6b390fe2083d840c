"""A page holds the scripts of known templates, and no other."""

import jinja2
import pytest

from hooks.publish.known_scripts import OURS, MarkedScripts, check_scripts, without_marks

PAGE = "<script>theme()</script>{{ text }}"


def rendered(name: str, text: str) -> str:
    """Return the page that the theme's template of that name makes of what was written."""
    env = jinja2.Environment(loader=jinja2.DictLoader({name: PAGE}), extensions=[MarkedScripts])
    return env.get_template(name).render(text=text)


def test_script_of_a_known_template_is_published_as_it_stands() -> None:
    page = rendered("partials/javascripts/base.html", "<p>Text</p>")
    assert check_scripts("faq.md", page) == ""
    assert without_marks(page) == "<script>theme()</script><p>Text</p>"


def test_script_of_another_template_of_the_theme_is_named() -> None:
    problem = check_scripts("faq.md", rendered("partials/javascripts/another.html", ""))
    assert problem.startswith("faq.md: ")
    assert "`<script>theme()</script>`" in problem


@pytest.mark.parametrize(
    "text",
    [
        "<script>own()</script>",
        "<SCRIPT src=own.js></SCRIPT>",
        '<script data-known="">own()</script>',
        "<script\n>",
    ],
)
def test_script_in_what_was_written_is_named(text: str) -> None:
    assert check_scripts("faq.md", rendered("partials/javascripts/base.html", text)) != ""


def test_scripts_of_our_templates_are_known() -> None:
    for folder in OURS:
        env = jinja2.Environment(loader=jinja2.FileSystemLoader(folder), extensions=[MarkedScripts])
        names = [
            name for name in env.list_templates() if "<script" in (folder / name).read_text(encoding="utf-8")
        ]
        assert names
        for name in names:
            source = (folder / name).read_text(encoding="utf-8")
            assert check_scripts(name, env.preprocess(source, name, str(folder / name))) == ""
