"""The addresses that whoever publishes the site sets: what is wrong is named, and no example published."""

import pytest

from hooks.publish.settings import CONTACTS, check_settings
from hooks.site_files import Site, security_file

SITE = "https://arrivals.example.com/"
OURS = "https://help.acme.io/"


@pytest.mark.parametrize("setting", CONTACTS)
@pytest.mark.parametrize(
    "where",
    ["", "mailto:help@acme.io", "https://github.com/o/r/issues/new", "https://git.acme.io/-/new?a=b"],
)
def test_right_contact_has_no_problem(setting: str, where: str) -> None:
    assert check_settings(OURS, {setting: where}, publish=True) == ""


@pytest.mark.parametrize("setting", CONTACTS)
@pytest.mark.parametrize(
    "where",
    "help@example.com mailto: mailto:nobody https:// http://x.com/new javascript:alert(1) /new".split(),
)
def test_wrong_contact_is_named_with_what_to_write(setting: str, where: str) -> None:
    problem = check_settings(OURS, {setting: where}, publish=False)
    assert problem.startswith(f"mkdocs.yml: `{setting}` is `{where}`; write ")


@pytest.mark.parametrize(
    ("site", "where", "variable"),
    [
        (SITE, "mailto:help@acme.io", "SITE_URL"),
        ("http://localhost:8000/", "", "SITE_URL"),
        ("https://help.test", "", "SITE_URL"),
        (OURS, "mailto:arrivals@example.com", "FEEDBACK"),
        (OURS, "https://git.example.org/new", "FEEDBACK"),
    ],
)
def test_example_is_refused_where_the_site_is_published(site: str, where: str, variable: str) -> None:
    problem = check_settings(site, {"feedback": where}, publish=True)
    assert problem.startswith(
        f"{variable} is `{site if variable == 'SITE_URL' else where}`, which is an example; "
    )
    assert check_settings(site, {"feedback": where}, publish=False) == ""


@pytest.mark.parametrize(
    "site", ["", OURS, "https://protest.io/", "https://myexample.com/", "https://10.0.0.1/"]
)
def test_address_that_only_looks_like_an_example_is_published(site: str) -> None:
    assert check_settings(site, {}, publish=True) == ""


def test_contact_for_security_holds_for_less_than_a_year_from_the_commit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """RFC 9116, sections 2.5.3 to 2.5.5."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    [(address, text)] = security_file("mailto:security@acme.io", Site("Arrivals", "", OURS)).items()
    assert address == ".well-known/security.txt"
    assert text.splitlines() == [
        "Contact: mailto:security@acme.io",
        "Expires: 2028-01-10T08:00:00Z",
        "Preferred-Languages: en",
        f"Canonical: {OURS}.well-known/security.txt",
    ]
    assert text.endswith("\n")


def test_nothing_is_said_of_security_without_a_contact() -> None:
    assert security_file("", Site("Arrivals", "", OURS)) == {}
