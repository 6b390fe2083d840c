"""Names in a page's head what the page asks for later on.

Chromium looks ahead in a page for what to ask for, but not where the page states its policy itself.
"""

import re

from hooks.publish.policy import CHARSET

# A browser waits at a script until the style sheets before it are there.
SCRIPT = re.compile(r"<script\b")
ASKED_FOR = re.compile(
    r'<link rel="stylesheet" href="(?P<style>[^"]+)"|<script\b[^>]*\bsrc="(?P<script>[^"]+)"'
)


def with_early_requests(html: str) -> str:
    """Return a page that asks in its head for the style sheets and scripts behind its first script."""
    first = SCRIPT.search(html)
    if not first:
        return html
    links = [early_request(found) for found in ASKED_FOR.finditer(html, first.start())]
    return html.replace(CHARSET, "".join([CHARSET, *links]), 1)


def early_request(asked_for: re.Match[str]) -> str:
    """Return the link that asks for what a page asks for.

    Modules are small; Material's one large script must not hold up the style sheets.
    """
    if style := asked_for["style"]:
        return f'<link rel="preload" as="style" href="{style}">'
    if 'type="module"' in asked_for[0]:
        return f'<link rel="modulepreload" href="{asked_for["script"]}">'
    return f'<link rel="preload" as="script" fetchpriority="low" href="{asked_for["script"]}">'
