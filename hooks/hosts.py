"""What web servers read: headers for Netlify-style hosts, and the configuration of nginx."""

from collections.abc import Iterable

from hooks.markdown_templates import render
from hooks.policy import header_policy

FILES = ["_headers", "nginx.conf", "nginx-brotli.conf"]


def host_files(inline: Iterable[str]) -> dict[str, str]:
    """Return the files by their address in the site; `inline` are the hashes of the scripts in its pages."""
    return {name: render(name, policy=header_policy(inline)) for name in FILES}
