"""The page for unknown addresses leads a link to an error to what is known of it, and never astray."""

import json
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, expect

from hooks.addresses.link_words import ATTRIBUTES, KEYWORDS, LINK_FACTS, link_name
from tests.browser.chromium_only import scripts_off
from tests.browser.reader import EMAIL_ANSWER
from tests.browser.test_policy import REPORT
from tests.conftest import published
from troubleshooter.tree import read_tree
from troubleshooter.vocabulary import REASON_PHRASES
from troubleshooter.walk import resolve

LEAD = """async ([script, list, names]) => {
  const [{ lead }, reply] = await Promise.all([import(script), fetch(list)]);
  const known = await reply.json();
  return names.map((name) => lead(name, known) ?? null);
}"""
# Everything that a link can state, by its name.
COMBINATIONS = {
    link_name(facts): facts
    for values in product(["", *REASON_PHRASES, "none"], ["", *KEYWORDS], ["", *ATTRIBUTES])
    if (facts := {fact: value for fact, value in zip(LINK_FACTS, values, strict=True) if value})
}
WHICH_IS_TAKEN = "Which value does the message say is taken?"
Lead = Callable[[list[str]], list[Any]]


@pytest.fixture
def lead(page: Page, base: str, site: Path) -> Lead:
    """Return what calls the published script's function on each name, with the published list."""
    script, links = (
        f"{base}/{published(site, f'assets/short-links.{kind}').relative_to(site)}" for kind in ("js", "json")
    )
    page.goto(base + "/404.html")
    return lambda names: page.evaluate(LEAD, [script, links, names])


@pytest.fixture
def lost(new_page: Callable[..., Page]) -> Page:
    """A page that may ask for what is not there."""
    return new_page(expect_faults=True)


def test_no_combination_is_led_to_what_its_facts_do_not_lead_to(lead: Lead, site: Path) -> None:
    """A part leads to the answer of the whole; where none does, nothing that was stated is dropped."""
    data = json.loads(published(site, "assets/tree.json").read_text(encoding="utf-8"))
    tree = read_tree(data)
    for (name, facts), led in zip(COMBINATIONS.items(), lead(list(COMBINATIONS)), strict=True):
        assert not led["isGuess"]
        page, _, query = led["to"].partition("?")
        if page == "troubleshooter/":
            assert dict(parse_qsl(query)) == facts
            continue
        assert (site / page).is_dir()
        part = COMBINATIONS[page.removeprefix("e/").strip("/")]
        if part != facts:
            assert part.items() < facts.items(), name
            whole = resolve(tree, data["answers"], facts).answer
            assert whole, name
            assert whole == resolve(tree, data["answers"], part).answer, name


@pytest.mark.parametrize(
    ("name", "to"),
    [
        ("409-Uniqueness-Emails/", "e/409-uniqueness-emails/"),
        ("409-uniqueness-email", "e/409-uniqueness-emails/"),
        ("400-Immutability-userName", "e/400-mutability-username/"),
        ("409-uniqueness-shoesize/", "e/409-uniqueness/"),
        ("409-shoesize/", "e/409/"),
        ("999-uniqueness-emails/", "e/uniqueness-emails/"),
        ("unknown-uniqueness-emails/", "e/uniqueness-emails/"),
        ("429-emails/", "e/429/"),
        ("409-toomany/", "troubleshooter/?status=409&scimType=tooMany"),
        ("EMAILS/", "troubleshooter/?attribute=emails"),
        ("uniqueness", "e/uniqueness/"),
        ("409/uniqueness/emails/", "e/409-uniqueness-emails/"),
        ("emails-409", "e/409-emails/"),
        # `id` and `name` are attributes of their own.
        ("409-external-id/", "e/409-externalid/"),
        ("409-external_id/", "e/409-externalid/"),
        ("409-display-name/", "e/409-displayname/"),
        ('409-emails[type eq "work"].value', "e/409-emails/"),
        # Neither of two values is sure.
        ("409-emails-username/", "e/409/"),
        ("400-409-emails/", "troubleshooter/?attribute=emails"),
    ],
)
def test_link_is_led_however_it_is_spelled(lead: Lead, name: str, to: str) -> None:
    [led] = lead([name])
    assert led["to"] == to
    assert not led["isGuess"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("409-emials", "409-emails"),
        ("409-uniqeness-emails", "409-uniqueness-emails"),
        ("emial", "emails"),
        ("4009-usrname", "400-username"),
    ],
)
def test_misspelled_word_is_a_guess(lead: Lead, name: str, meant: str) -> None:
    [led] = lead([name])
    assert led["isGuess"]
    assert led["name"] == meant


@pytest.mark.parametrize("name", ["408", "shoesize", "constructor-__proto__", "", "/", "-", "x" * 10_000])
def test_link_of_which_nothing_is_known_leads_nowhere(lead: Lead, name: str) -> None:
    assert lead([name]) == [None]


@pytest.mark.parametrize(
    ("address", "end", "query"),
    [
        ("/e/409-Uniqueness-Emails/", "/answers/email-in-use/", {}),
        ("/e/409-uniqueness-email", "/answers/email-in-use/", {}),
        ("/E/409-emails-shoesize", "/answers/email-in-use/", {}),
        ("/e/409-uniqueness-shoesize/", "/troubleshooter/", {"status": "409", "scimType": "uniqueness"}),
        ("/e/EMAILS/", "/troubleshooter/", {"attribute": "emails"}),
    ],
)
@pytest.mark.parametrize("at", ["base", "sub_path"])
def test_unknown_link_ends_on_an_answer_or_a_question(
    lost: Page, request: pytest.FixtureRequest, at: str, address: str, end: str, query: dict[str, str]
) -> None:
    root = request.getfixturevalue(at)
    lost.goto(root + "/faq/")
    lost.goto(root + address)
    lost.wait_for_url(f"{root}{end}**")
    assert dict(parse_qsl(urlsplit(lost.url).query)) == query
    expect(lost.locator("main h1").first).to_be_visible()
    lost.go_back()
    expect(lost).to_have_url(root + "/faq/")


def test_misspelled_link_names_the_one_that_was_meant(lost: Page, base: str) -> None:
    lost.goto(base + "/e/409-emials/")
    line = lost.get_by_role("status").filter(has_text="Did you mean")
    expect(line).to_have_text("Did you mean /e/409-emails/?")
    assert lost.url == base + "/e/409-emials/"
    line.get_by_role("link").click()
    expect(lost.get_by_role("heading", name=EMAIL_ANSWER)).to_be_visible()


@pytest.mark.parametrize(
    "path", ["//elsewhere.example/e/409-Emails/", "//e/409-Emails/", "//elsewhere.example/x"]
)
@pytest.mark.parametrize("at", ["base", "sub_path"])
def test_no_unknown_address_asks_or_leads_to_another_host(
    lost: Page, request: pytest.FixtureRequest, at: str, path: str
) -> None:
    host = urlsplit(request.getfixturevalue(at)).netloc
    # The policy would stop a request, and say so.
    lost.add_init_script(REPORT)
    lost.goto(f"http://{host}{path}", wait_until="networkidle")
    assert {urlsplit(address).netloc for address in [lost.url, *lost.watch.requests]} == {host}
    assert [fault for fault in lost.watch.faults if "policy:" in fault] == []


def test_link_whose_page_the_host_does_not_find_is_led_no_further(lost: Page, base: str, site: Path) -> None:
    page = (site / "404.html").read_text(encoding="utf-8")
    visits = []

    def answer(route: Any) -> None:
        visits.append(route.request.url)
        route.fulfill(status=404, content_type="text/html", body=page)

    lost.route("**/e/**", answer)
    lost.goto(base + "/e/409-Emails", wait_until="networkidle")
    expect(lost.get_by_role("heading", name="This page is not here")).to_be_visible()
    assert visits == [base + "/e/409-Emails", base + "/e/409-emails/"]


@scripts_off
def test_without_scripts_the_page_says_what_a_link_is_made_of_and_asks(
    new_page: Callable[..., Page], base: str
) -> None:
    page = new_page(expect_faults=True, java_script_enabled=False)
    page.goto(base + "/e/409-uniqueness-shoesize/")
    expect(page.get_by_text("is made of a status code, a keyword and an attribute")).to_be_visible()
    expect(page.get_by_text("Did you mean")).not_to_be_visible()
    page.get_by_role("link", name="409, Conflict").click()
    expect(page.get_by_role("heading", name=WHICH_IS_TAKEN)).to_be_visible()
