"""The addresses that whoever publishes the site sets: whether they will do, and until when they hold."""

import os
import re
import time
from datetime import UTC, datetime
from urllib.parse import urlsplit

# Whom readers tell, by the setting in mkdocs.yml.
CONTACTS = {
    "feedback": "where “Did this help?” leads, or to nothing",
    "security": "where faults of security are told, or to nothing",
}
MAIL_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")
# RFC 2606, sections 2 and 3.
EXAMPLE = re.compile(r"(.*[.@])?(example\.(com|net|org)|example|invalid|localhost|test)")
WRONG = (
    "mkdocs.yml: `{setting}` is `{where}`; write `mailto:` and an address, the https address of a form, "
    "or nothing."
)
STILL_AN_EXAMPLE = "{variable} is `{where}`, which is an example; set it to {meant}, then publish."
SECURITY_FILE = ".well-known/security.txt"
# Seconds; RFC 9116, section 2.5.5, recommends less than a year.
SECURITY_HOLDS = 360 * 24 * 60 * 60


def check_settings(site: str, contacts: dict[str, str], publish: bool) -> str:
    """Return what is wrong with the address of the site or one of CONTACTS, or nothing; each may be empty.

    To publish, none may be an example.
    """
    for setting, where in contacts.items():
        if not _is_contact(where):
            return WRONG.format(setting=setting, where=where)
    if publish and _is_example(site):
        return STILL_AN_EXAMPLE.format(variable="SITE_URL", where=site, meant="the site’s own address")
    for setting, where in contacts.items():
        if publish and _is_example(where):
            return STILL_AN_EXAMPLE.format(variable=setting.upper(), where=where, meant=CONTACTS[setting])
    return ""


def _is_contact(where: str) -> bool:
    try:
        parts = urlsplit(str(where))
    except ValueError:
        return False
    is_mail = parts.scheme == "mailto" and MAIL_ADDRESS.fullmatch(parts.path)
    return where == "" or bool(is_mail) or (parts.scheme == "https" and bool(parts.netloc))


def _is_example(where: str) -> bool:
    parts = urlsplit(where)
    return bool(EXAMPLE.fullmatch(parts.hostname or parts.path))


def security_expires() -> str:
    """Return until when security.txt holds, counted from the time of the build (RFC 9116, section 2.5.5)."""
    # https://reproducible-builds.org/specs/source-date-epoch/
    moment = float(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    return datetime.fromtimestamp(moment + SECURITY_HOLDS, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
