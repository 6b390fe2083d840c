"""The Content-Security-Policy: what a page may load and run."""

import base64
import hashlib
import re
from collections.abc import Iterable

INLINE_SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
# Browsers run no script of these types, and ask for no hash.
DATA = ('type="application/json"', 'type="application/ld+json"')
CHARSET = '<meta charset="utf-8">'
# `mkdocs serve` puts a script of its own into every page that it sends.
PREVIEW = ["'unsafe-inline'"]


def script_hashes(html: str) -> list[str]:
    """Return the hash of each script that stands in a page, as a policy writes it (CSP Level 3)."""
    scripts = INLINE_SCRIPT.finditer(html)
    texts = [script["text"] for script in scripts if not any(kind in script["attributes"] for kind in DATA)]
    return [f"'{integrity(text.encode())}'" for text in texts]


def integrity(content: bytes) -> str:
    """Return the hash of a content as policies and integrity checks write it (Subresource Integrity, W3C)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def policy(inline: Iterable[str]) -> str:
    """Return the policy under which the scripts that `inline` names run, and every other only from a file."""
    scripts = " ".join(["script-src 'self' 'wasm-unsafe-eval'", *sorted(set(inline))])
    return "; ".join(
        [
            "default-src 'self'",
            scripts,
            "style-src 'self'",
            # Material's icons are pictures within its style sheet.
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "object-src 'none'",
        ]
    )


def header_policy(inline: Iterable[str]) -> str:
    """Return the policy of all pages, with the one rule that holds in a header only."""
    return f"{policy(inline)}; frame-ancestors 'self'"


def with_policy(html: str, inline: Iterable[str]) -> str:
    """Return a page with its policy before anything that it rules."""
    return html.replace(
        CHARSET, f'{CHARSET}<meta http-equiv="Content-Security-Policy" content="{policy(inline)}">', 1
    )
