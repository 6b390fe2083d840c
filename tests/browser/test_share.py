"""An answer is passed on: its link, a reply ready to send, a hand-out; a dead end is handed to support."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium_only import on_paper, scripts_off
from tests.browser.reader import CONFLICT, EMAIL_ANSWER, PROSE, allow_clipboard, paste, question, result

ANSWER = "/answers/email-in-use/"
RESULT = "/troubleshooter/?status=409&attribute=emails&idp=okta"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
SUPPORT = "For support."


def copied(page: Page, name: str) -> str:
    """Press the button called `name`, and return what is then in the clipboard."""
    allow_clipboard(page)
    page.get_by_role("button", name=name).click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    return page.evaluate("navigator.clipboard.readText()")


def test_link_names_a_provider_only_where_one_was_chosen(page: Page, base: str) -> None:
    page.goto(base + ANSWER + "#fix-it")
    assert copied(page, "Copy link") == base + ANSWER
    page.get_by_label("Your identity provider").select_option("Entra ID")
    assert copied(page, "Copy link") == f"{base}{ANSWER}?idp=entra"
    assert page.url == f"{base}{ANSWER}?idp=entra#fix-it"


@pytest.mark.parametrize("query", ["?h=other+words&n=x", "?idp=nobody", "?idp=nobody&idp=okta&utm=a%22b"])
def test_nothing_that_others_put_into_the_address_is_copied(page: Page, base: str, query: str) -> None:
    page.goto(base + ANSWER + query)
    assert copied(page, "Copy link") == base + ANSWER
    assert copied(page, "Copy reply as text").rstrip().endswith(base + ANSWER)


def test_link_of_a_result_is_the_answers_own_with_the_provider(page: Page, sub_path: str) -> None:
    page.goto(f"{sub_path}{RESULT}&utm_source=mail")
    result(page, EMAIL_ANSWER)
    assert copied(page, "Copy link") == f"{sub_path}{ANSWER}?idp=okta"


@pytest.mark.parametrize(
    ("idp", "words"), [("okta", "Retry Selected"), ("entra", "Provision on demand"), ("other", "provision")]
)
def test_reply_has_the_steps_of_the_customers_provider(page: Page, base: str, idp: str, words: str) -> None:
    page.goto(f"{base}{ANSWER}?idp={idp}")
    text = copied(page, "Copy reply as text")
    assert text.startswith("Hello,\n\nPulumi Cloud refused the email address")
    assert words in text
    assert text.rstrip().endswith(f"{base}{ANSWER}?idp={idp}")
    assert "**" not in text
    markdown = copied(page, "Copy reply as Markdown")
    assert "**Who acts:**" in markdown


def test_reply_of_a_result_links_to_the_answer(page: Page, sub_path: str) -> None:
    page.goto(sub_path + RESULT)
    result(page, EMAIL_ANSWER)
    text = copied(page, "Copy reply as text")
    assert "Retry Selected" in text
    assert text.rstrip().endswith(f"{sub_path}{ANSWER}?idp=okta")


def test_links_within_a_reply_lead_to_the_site_wherever_it_lives(page: Page, sub_path: str) -> None:
    page.goto(f"{sub_path}/answers/conflict-without-attribute/")
    text = copied(page, "Copy reply as Markdown")
    assert f"]({sub_path}/answers/email-in-use/)" in text
    assert "{site}" not in text


@pytest.mark.parametrize("name", ["Copy link", "Copy reply as text"])
def test_without_a_clipboard_the_text_is_shown_and_selected(page: Page, base: str, name: str) -> None:
    page.add_init_script(NO_CLIPBOARD)
    page.goto(base + ANSWER)
    page.get_by_role("button", name=name).click()
    area = page.get_by_label("Text to copy")
    expect(area).to_be_focused()
    expect(page.get_by_text("The text is selected.")).to_be_visible()
    length = len(area.input_value())
    assert length > 20
    assert page.evaluate("[document.activeElement.selectionStart, document.activeElement.selectionEnd]") == [
        0,
        length,
    ]


def test_reply_that_cannot_be_loaded_is_said_and_can_be_tried_again(
    new_page: Callable[..., Page], base: str
) -> None:
    page = new_page(expect_faults=True)
    page.route("**/assets/replies/*", lambda route: route.abort())
    page.goto(base + ANSWER)
    page.get_by_role("button", name="Copy reply as text").click()
    expect(page.get_by_text("The reply could not be loaded.")).to_be_visible()
    page.unroute("**/assets/replies/*")
    assert copied(page, "Copy reply as text").startswith("Hello,")


def test_answer_page_loads_no_reply_before_one_is_wanted(page: Page, base: str) -> None:
    page.goto(base + ANSWER, wait_until="networkidle")
    loaded = [urlsplit(address).path for address in page.watch.requests]
    assert [path for path in loaded if "replies" in path or "sitemap" in path or path.endswith(".py")] == []


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        ("status=409&scimType=tooMany", "These facts do not come together"),
        ("status=401&scimType=invalidPath", None),
        ("status=none&symptom=unknown", None),
    ],
)
def test_dead_end_has_a_text_for_support(page: Page, base: str, query: str, heading: str | None) -> None:
    page.goto(f"{base}/troubleshooter/?{query}&idp=entra&h=words")
    area = page.get_by_label(SUPPORT)
    expect(area).to_be_visible()
    text = area.input_value()
    assert f"Address: {base}/troubleshooter/?{query}&idp=entra" in text
    assert "Identity provider: Entra ID" in text
    assert "Facts: " in text
    assert "Questions answered:" in text
    assert "Tried so far:" in text
    if heading:
        assert f"Ended with: {heading}" in text


def test_text_for_support_names_the_answers_read_before(page: Page, base: str) -> None:
    page.goto(base + RESULT)
    result(page, EMAIL_ANSWER)
    paste(page, PROSE + " token=abcdef0123456789 by ana@example.com")
    expect(page.get_by_label(SUPPORT)).to_be_visible()
    text = page.get_by_label(SUPPORT).input_value()
    assert f"Answers read:\n- {EMAIL_ANSWER}" in text
    assert PROSE in text
    assert "abcdef0123456789" not in text
    assert "ana@example.com" not in text
    assert copied(page, "Copy for support") == text


def test_question_and_answer_are_no_dead_ends(page: Page, base: str) -> None:
    page.goto(base + RESULT)
    result(page, EMAIL_ANSWER)
    expect(page.get_by_label(SUPPORT)).to_have_count(0)
    paste(page, CONFLICT)
    question(page, "Which value does the message say is taken?")
    expect(page.get_by_label(SUPPORT)).to_have_count(0)


@scripts_off
@pytest.mark.parametrize("path", ["/e/409-emails/", "/e/409-uniqueness-emails/", "/e/409-email/"])
def test_short_link_shows_the_answer_without_scripts(
    new_page: Callable[..., Page], sub_path: str, path: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(sub_path + path)
    page.wait_for_url(sub_path + ANSWER)
    expect(page.get_by_role("heading", name=EMAIL_ANSWER)).to_be_visible()


@scripts_off
def test_short_link_without_an_answer_shows_the_question_without_scripts(
    new_page: Callable[..., Page], base: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base + "/e/409-uniqueness/")
    page.wait_for_url("**/troubleshooter/**")
    parts = urlsplit(page.url)
    assert parse_qs(parts.query) == {"status": ["409"], "scimType": ["uniqueness"]}
    expect(page.locator(f"[id='{parts.fragment}']")).to_be_in_viewport()


def test_short_link_of_facts_that_cannot_come_together_explains_and_asks(
    new_page: Callable[..., Page], base: str
) -> None:
    # The link has no page of its own.
    page = new_page(expect_faults=True)
    page.goto(base + "/e/409-toomany/")
    expect(page.get_by_role("heading", name="These facts do not come together")).to_be_visible()
    expect(page.get_by_role("button", name="Leave out scimType tooMany")).to_be_visible()


def test_page_for_unknown_addresses_asks_the_first_question(page: Page, base: str) -> None:
    page.goto(base + "/404.html")
    expect(page.get_by_text("A link with a word that is not known here ends on this page.")).to_be_visible()
    page.get_by_role("link", name="409, Conflict").click()
    question(page, "Which value does the message say is taken?")


@on_paper
def test_printed_result_is_a_hand_out(page: Page, base: str) -> None:
    page.goto(base + RESULT)
    result(page, EMAIL_ANSWER)
    page.emulate_media(media="print")
    expect(page.locator("#troubleshooter ol li").first).to_be_visible()
    for gone in (".message-box", ".provider", ".so-far", ".share", ".feedback"):
        expect(page.locator(gone).first).not_to_be_visible()
    assert page.locator("main button:visible").count() == 0
    own = page.get_by_role("link", name="Open this answer as a page")
    address = own.evaluate("link => getComputedStyle(link, '::after').content")
    assert f"{base}{ANSWER}?idp=okta" in address
