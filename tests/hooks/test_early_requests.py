"""What a page needs later on is asked for in its head."""

import re

from hooks.publish.early_requests import with_early_requests

PAGE = """\
<meta charset="utf-8">
<link rel="stylesheet" href="first.css">
<script>look()</script>
<link rel="stylesheet" href="second.css">
<script src="classic.js"></script>
<script type="module" src="module.js" id="start"></script>
"""


def links(html: str) -> list[str]:
    return re.findall(r"<link [^>]*>", html.partition("\n")[0])


def test_what_stands_behind_the_first_script_is_asked_for_in_the_head() -> None:
    assert links(with_early_requests(PAGE)) == [
        '<link rel="preload" as="style" href="second.css">',
        '<link rel="preload" as="script" fetchpriority="low" href="classic.js">',
        '<link rel="modulepreload" href="module.js">',
    ]


def test_all_else_stays_as_it_is() -> None:
    assert with_early_requests(PAGE).partition("\n")[2] == PAGE.partition("\n")[2]


def test_page_without_scripts_asks_for_nothing_early() -> None:
    page = '<meta charset="utf-8"><link rel="stylesheet" href="first.css">'
    assert with_early_requests(page) == page
