"""A reader pastes a message: it is read in place, shown with its evidence, and leads to the right steps."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium_only import scripts_off
from tests.browser.faults import lose
from tests.browser.reader import (
    ATTRIBUTE_QUESTION,
    BOX,
    CONFLICT,
    EMAIL_ANSWER,
    EMAIL_TAKEN,
    FIRST_QUESTION,
    PROSE,
    USERNAME_TAKEN,
    first_of,
    open_started,
    paste,
    question,
    result,
)

SECRET = "pul-0123456789abcdef0123456789abcdef01234567"


def test_pasted_message_shows_what_was_read_and_the_answer(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    paste(page, EMAIL_TAKEN)
    result(page, EMAIL_ANSWER)
    understood = page.locator(".understood")
    expect(understood.get_by_label("Status code")).to_have_value("409")
    expect(understood.get_by_label("Keyword (scimType)")).to_have_value("uniqueness")
    expect(understood.get_by_label("Attribute")).to_have_value("emails")
    expect(understood.locator("dd mark").first).to_have_text("409")
    assert page.url.endswith("?status=409&scimType=uniqueness&attribute=emails")


def test_words_that_were_read_are_marked_in_the_readers_text(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    paste(page, EMAIL_TAKEN)
    page.get_by_text("What was read").click()
    text = page.get_by_role("region", name="Your text")
    expect(text).to_have_text(EMAIL_TAKEN)
    expect(text.locator("mark").filter(has_text="uniqueness")).to_be_visible()


def test_missing_fact_is_asked_for(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    paste(page, CONFLICT)
    question(page, ATTRIBUTE_QUESTION)
    expect(page.locator(".understood").get_by_label("Status code")).to_have_value("409")
    page.get_by_role("button", name="The email address").click()
    result(page, EMAIL_ANSWER)
    expect(page.get_by_label(BOX)).to_have_value(CONFLICT)


def test_each_fact_can_be_corrected_by_hand(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    paste(page, EMAIL_TAKEN)
    result(page, EMAIL_ANSWER)
    page.get_by_text("What was read").click()
    page.locator(".understood").get_by_label("Attribute").select_option("userName")
    result(page, "The username is already taken in Pulumi Cloud")
    page.go_back()
    result(page, EMAIL_ANSWER)
    expect(page.get_by_label(BOX)).to_have_value(EMAIL_TAKEN)


def test_back_and_forward_keep_the_message(page: Page, base: str) -> None:
    open_started(page, base + "/troubleshooter/")
    paste(page, EMAIL_TAKEN)
    result(page, EMAIL_ANSWER)
    page.go_back()
    question(page, FIRST_QUESTION)
    expect(page.get_by_label(BOX)).to_have_value(EMAIL_TAKEN)
    page.go_forward()
    result(page, EMAIL_ANSWER)


def test_cleared_text_can_be_put_back(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    page.get_by_role("button", name="Fill in an example").click()
    result(page, EMAIL_ANSWER)
    example = page.get_by_label(BOX).input_value()
    page.get_by_role("button", name="Clear the text").click()
    question(page, FIRST_QUESTION)
    expect(page.locator(".understood")).to_have_count(0)
    page.get_by_role("button", name="Put the text back").click()
    result(page, EMAIL_ANSWER)
    expect(page.get_by_label(BOX)).to_have_value(example)


def test_text_that_names_no_failure_is_said_to_be_not_recognised(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    paste(page, PROSE)
    result(page, "Not recognised")
    expect(page.get_by_role("link", name="The checklist")).to_be_visible()
    question(page, FIRST_QUESTION)


def test_text_of_another_program_says_what_it_is_and_leads_to_no_remedy(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    paste(page, "error: stack 'dev' already exists (409 Conflict)")
    panel = page.locator("#troubleshooter section.result").first
    expect(panel).to_contain_text("looks like the output of the Pulumi command line")
    expect(panel.get_by_role("link", name="Pulumi: Troubleshooting")).to_be_visible()
    question(page, FIRST_QUESTION)


def test_text_that_does_not_name_scim_leads_to_its_answer_and_says_so(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    paste(page, "HTTP/1.1 429 Too Many Requests")
    expect(page.get_by_text("Nothing in this text names SCIM")).to_be_visible()
    expect(page.get_by_label("Status code")).to_have_value("429")
    expect(page.locator("section.result")).to_be_visible()


def test_words_that_disagree_ask_between_their_causes_only(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    paste(page, "SCIM error 400. Invalid token. No seats available.")
    form = page.locator("#troubleshooter fieldset")
    expect(form.get_by_role("button")).to_have_count(3)


def test_copy_of_the_text_masks_secrets_and_addresses(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    paste(page, f"{PROSE} Ask ana@example.com, Authorization: Bearer {SECRET}")
    copy = page.get_by_label("For support.")
    expect(copy).to_have_value(re.compile(re.escape("Ask [email 1], Authorization: Bearer [secret]")))
    page.get_by_label("Keep the email addresses in it").check()
    expect(copy).to_have_value(re.compile(re.escape("Ask ana@example.com, Authorization: Bearer [secret]")))


def test_text_for_support_quotes_the_message_so_that_nothing_in_it_acts(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    paste(page, PROSE + "\n```\n# @channel <img>")
    quoted = f"Message:\n````\n{PROSE}\n```\n# @channel <img>\n````"
    expect(page.get_by_label("For support.")).to_have_value(re.compile(re.escape(quoted)))


def test_half_a_secret_beside_the_middle_that_is_left_out_is_left_out_too(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    half = 32_768
    text = "a " * (half // 2 - 10) + SECRET + " b" * half + " " + SECRET + (" c" * half)[: half - 20]
    assert text[half - 20 : half] + text[-half : 20 - half] == SECRET[:20] + SECRET[-20:]
    paste(page, text)
    read = page.evaluate("messageText.read(65536)")
    assert "a a" in read
    assert "c c" in read
    assert SECRET[:8] not in read
    assert SECRET[-8:] not in read


def test_copy_falls_back_to_selecting_where_the_clipboard_is_closed(page: Page, base: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(base + "/troubleshooter/")
    paste(page, PROSE)
    page.get_by_role("button", name="Copy for support").click()
    expect(page.get_by_text("The text is selected.")).to_be_visible()
    assert page.evaluate("document.activeElement.selectionEnd") > len(PROSE)


def test_one_of_several_messages_is_picked(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    paste(page, EMAIL_TAKEN + "\n" + USERNAME_TAKEN)
    expect(page.get_by_role("group", name="2 messages were found")).to_be_visible()
    result(page, EMAIL_ANSWER)
    page.get_by_label("The username is already taken").check()
    result(page, "The username is already taken in Pulumi Cloud")


def test_many_messages_are_counted_by_their_causes_and_lead_to_the_triage(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    paste(page, "\n".join([EMAIL_TAKEN] * 200 + [USERNAME_TAKEN] * 100))
    choice = page.get_by_role("group", name="300 messages were found")
    expect(choice.get_by_role("radio")).to_have_count(2)
    expect(choice).to_contain_text("(100 messages)")
    choice.get_by_role("link", name="The triage").click()
    page.wait_for_url("**/triage/")


@pytest.mark.parametrize("text", [EMAIL_TAKEN, PROSE + SECRET])
def test_message_never_leaves_the_page(new_page: Callable[..., Page], base: str, text: str) -> None:
    page = new_page()
    lines: list[str] = []
    page.on("console", lambda line: lines.append(line.text))
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}"))
    page.goto(base + "/troubleshooter/")
    paste(page, text)
    expect(page.locator("#troubleshooter .result, #troubleshooter .understood").first).to_be_visible()
    kept = page.evaluate(
        """JSON.stringify(
          [{...localStorage}, {...sessionStorage}, history.state, document.cookie, location.href]
        )"""
    )
    words = ["ben.okafor", "already in use", "Lisbon", SECRET]
    for place in [kept, page.title(), *lines, *sent]:
        assert [word for word in words if word in place] == []


@first_of(
    "text",
    ["<script>alert(1)</script><img src=x onerror=alert(1)> 409", "{{7*7}} 409 Conflict", "[" * 65_536],
)
def test_markup_in_a_message_is_text_only(page: Page, base: str, text: str) -> None:
    page.goto(base + "/troubleshooter/")
    paste(page, text)
    expect(page.locator("#troubleshooter .result, #troubleshooter .understood").first).to_be_visible()
    assert page.locator("#troubleshooter :is(script, img)").count() == 0


def test_long_text_is_cut_with_a_word_about_it(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    paste(page, EMAIL_TAKEN + "\n" + "x " * 40_000)
    expect(page.locator("#message-notes")).to_contain_text("first and last 32 KB")
    expect(page.locator(".understood").get_by_label("Status code")).to_have_value("409")


def test_end_of_a_long_text_is_read_too(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    paste(page, "x " * 40_000 + "\n" + EMAIL_TAKEN)
    expect(page.locator(".understood").get_by_label("Status code")).to_have_value("409")


def test_text_pasted_before_python_is_ready_is_read(page: Page, base: str) -> None:
    held = []
    page.route("**/micropython.wasm", lambda route: held.append(route))
    page.goto(base + "/troubleshooter/")
    with page.expect_request("**/micropython.wasm"):
        paste(page, EMAIL_TAKEN)
    expect(page.get_by_role("status").filter(has_text="Starting")).to_be_visible()
    held[0].continue_()
    result(page, EMAIL_ANSWER)


def test_text_survives_a_start_that_failed_and_is_tried_again(
    new_page: Callable[..., Page], base: str
) -> None:
    page = new_page(expect_faults=True)
    page.route("**/micropython.wasm", lambda route: route.fulfill(status=404, body="lost"))
    page.goto(base + "/troubleshooter/")
    page.get_by_label(BOX).fill(EMAIL_TAKEN)
    expect(page.get_by_role("alert")).to_contain_text("could not start")
    page.unroute("**/micropython.wasm")
    page.get_by_role("button", name="Try again").click()
    result(page, EMAIL_ANSWER)
    expect(page.get_by_label(BOX)).to_have_value(EMAIL_TAKEN)
    # Only for that moment: what is read now and then would be kept with the session.
    assert page.evaluate("[history.state, window.name]") == [None, ""]


@pytest.mark.parametrize("path", ["/", "/troubleshooter/", "/triage/", "/answers/email-in-use/", "/nowhere/"])
def test_words_that_another_site_left_in_the_window_are_not_taken_and_cleared(
    new_page: Callable[..., Page], base: str, path: str
) -> None:
    page = new_page(expect_faults=True)
    page.add_init_script("window.name = 'message: 409 Conflict'")
    page.goto(base + path)
    assert page.evaluate("window.name") == ""
    assert page.evaluate("document.getElementById('message')?.value ?? ''") == ""


def test_what_is_kept_in_the_browser_has_the_name_of_the_site(page: Page, base: str) -> None:
    page.goto(base + "/answers/email-in-use/")
    page.get_by_title("Switch to dark mode").click()
    page.get_by_label("Your identity provider").select_option("okta")
    names = page.evaluate("Object.keys({...localStorage, ...sessionStorage})")
    assert sorted(names) == ["/arrivals.__palette", "arrivals-provider"]


def test_home_page_reads_in_place_and_leads_on(page: Page, base: str) -> None:
    page.goto(base + "/")
    paste(page, EMAIL_TAKEN)
    expect(page.get_by_role("heading", name=EMAIL_ANSWER)).to_be_visible()
    assert page.url == base + "/"
    expect(page.get_by_text("The person connects, changes or deletes")).to_be_visible()
    page.get_by_role("link", name="Show the steps").click()
    expect(page.get_by_role("heading", level=1, name=EMAIL_ANSWER)).to_be_visible()
    assert page.url == base + "/answers/email-in-use/"


def test_home_page_loads_python_for_the_box_only(page: Page, base: str) -> None:
    page.goto(base + "/", wait_until="networkidle")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("Shift")
    assert [address for address in page.watch.requests if "/runtime/" in address] == []
    with page.expect_request("**/runtime/*/core.js"):
        page.get_by_label(BOX).focus()


@pytest.mark.parametrize("path", ["/", "/troubleshooter/"])
def test_box_is_there_with_the_page_and_moves_nothing_later(page: Page, base: str, path: str) -> None:
    lose(page, "/assets/message-box", "held")
    page.goto(base + path, wait_until="commit")
    expect(page.get_by_label(BOX)).to_be_visible()


@scripts_off
@pytest.mark.parametrize("path", ["/", "/troubleshooter/"])
def test_box_is_absent_where_it_cannot_work(new_page: Callable[..., Page], base: str, path: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base + path)
    expect(page.get_by_label(BOX)).to_be_hidden()
    page = new_page(expect_faults=True)
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(base + path)
    expect(page.get_by_label(BOX)).to_be_hidden()
