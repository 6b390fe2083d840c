"""The Content-Security-Policy: what a page may load and run."""

import base64
import hashlib
import re
from collections.abc import Iterable

INLINE_SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
# Browsers run no script of these types, and ask for no hash.
DATA = ('type="application/json"', 'type="application/ld+json"')
CHARSET = '<meta charset="utf-8">'
NO_PLACE = "{page}: the theme writes no `{charset}` into this page, so its policy has no place."
# `mkdocs serve` puts a script of its own into every page that it sends.
PREVIEW = ["'unsafe-inline'"]
# A page that only leads on, and has no icon but an empty one, so that browsers ask for none.
MOVED = "default-src 'none'; img-src data:; form-action 'none'; base-uri 'none'"
# What is no page: Material's search starts a worker, which goes by the policy of its own file.
FILES = "default-src 'self'"


def script_hashes(html: str) -> list[str]:
    """Return the hash of each script that stands in a page, as a policy writes it (CSP Level 3)."""
    scripts = INLINE_SCRIPT.finditer(html)
    texts = [script["text"] for script in scripts if not any(kind in script["attributes"] for kind in DATA)]
    return [f"'{integrity(text.encode())}'" for text in texts]


def integrity(content: bytes) -> str:
    """Return the hash of a content as policies and integrity checks write it (Subresource Integrity, W3C)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def policy(inline: Iterable[str], *, python: bool) -> str:
    """Return the policy under which the scripts that `inline` names run, and every other only from a file.

    `python` is whether the page may start the interpreter.
    """
    runtime = ["'wasm-unsafe-eval'"] if python else []
    return "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self'", *runtime, *sorted(set(inline))]),
            "style-src 'self'",
            # Material's icons are pictures within its style sheet.
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "object-src 'none'",
        ]
    )


def check_place(page: str, html: str) -> str:
    """Return a sentence if the page has no place for its policy, else an empty text."""
    return "" if CHARSET in html else NO_PLACE.format(page=page, charset=CHARSET)


def with_policy(html: str, policy: str) -> str:
    """Return a page with its policy before anything that it rules, and without a word to whom it links."""
    rules = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace(CHARSET, f'{CHARSET}{rules}<meta name="referrer" content="no-referrer">', 1)
