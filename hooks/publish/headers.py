"""What hosts send with the files of the site: its headers."""

from collections.abc import Iterable
from typing import Any

from hooks.publish.policy import FILES, MOVED, policy

# Nothing here asks for any of these; what a browser does not know, it would complain of.
NOT_USED = [
    "accelerometer",
    "camera",
    "clipboard-read",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
]
# With every file, beside the policy.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in NOT_USED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def header_policy(policy: str) -> str:
    """Return a policy with the one rule that holds in a header only."""
    return f"{policy}; frame-ancestors 'none'"


def sent(inline: Iterable[str], python_pages: Iterable[str]) -> dict[str, Any]:
    """Return what the configurations of hosts name: `headers`, `policies` and, as patterns, `python_pages`.

    `inline` are the hashes of the scripts in pages, `python_pages` the files of those that start Python.
    """
    policies = {
        "files": FILES,
        "moved": MOVED,
        "pages": policy(inline, python=False),
        "python": policy(inline, python=True),
    }
    return {
        "headers": HEADERS,
        "policies": {name: header_policy(text) for name, text in policies.items()},
        "python_pages": sorted(page.replace(".", r"\.") for page in python_pages),
    }
