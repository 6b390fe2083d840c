"""The main thing: a reader opens the troubleshooter, gives what they have, and gets the right steps."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium_only import double_click, scripts_off
from tests.browser.reader import (
    ATTRIBUTE_QUESTION,
    EMAIL_ANSWER,
    FIRST_QUESTION,
    first_of,
    open_started,
    question,
    result,
)


def test_two_choices_lead_to_the_steps(page: Page, base: str) -> None:
    open_started(page, base + "/troubleshooter/")
    question(page, FIRST_QUESTION)
    page.get_by_role("button", name="409").click()
    question(page, ATTRIBUTE_QUESTION)
    page.get_by_role("button", name="The email address").click()
    result(page, EMAIL_ANSWER)
    assert page.url.endswith("?status=409&attribute=emails")
    expect(page.locator("main ol:visible li").first).to_be_visible()
    expect(page.get_by_role("link", name="Open this answer as a page")).to_be_visible()


def test_each_value_of_an_option_can_be_chosen(page: Page, base: str) -> None:
    open_started(page, base + "/troubleshooter/")
    page.get_by_role("button", name="503 Service Unavailable").click()
    result(page, "The service answers with an error of its own")
    assert page.url.endswith("?status=503")


def test_nothing_of_python_is_loaded_before_the_first_touch(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/", wait_until="networkidle")
    assert [address for address in page.watch.requests if "/runtime/" in address or ".py" in address] == []


@first_of("idp", ["okta", "entra", "onelogin", "google"])
def test_complete_address_shows_the_answer_for_the_provider(page: Page, base: str, idp: str) -> None:
    page.goto(f"{base}/troubleshooter/?status=409&attribute=emails&idp={idp}")
    result(page, EMAIL_ANSWER)
    words = {"okta": "Retry Selected", "entra": "Provision on demand", "onelogin": "OneLogin"}
    text = " ".join(page.locator("#troubleshooter section.result ol").all_inner_texts())
    for name, word in words.items():
        assert (word in text) == (name == idp)


def test_no_provider_is_assumed_and_the_one_chosen_shows_its_steps(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/?status=409&attribute=emails")
    result(page, EMAIL_ANSWER)
    shown = page.locator("section.result")
    expect(shown.get_by_label("Your identity provider")).to_have_value("")
    expect(shown.get_by_text("Retry Selected")).to_have_count(0)
    shown.get_by_label("Your identity provider").select_option("Entra ID")
    expect(shown.get_by_text("Provision on demand").first).to_be_visible()
    expect(page).to_have_url(re.compile("idp=entra$"))
    page.goto(base + "/answers/token-refused/")
    expect(page.get_by_label("Your identity provider")).to_have_value("entra")


def test_answer_that_one_console_shows_gives_no_steps_for_another(page: Page, base: str) -> None:
    for path in ("/answers/quarantine/?idp=okta", "/troubleshooter/?status=none&symptom=quarantine&idp=okta"):
        page.goto(base + path)
        expect(
            page.get_by_text("Only Entra ID shows this failure, so there are no steps for Okta.")
        ).to_be_visible()
        expect(page.locator("main ol:visible")).to_have_count(0)
        page.evaluate("rememberedProvider.write('okta')")
        page.get_by_role("button", name="Show the steps for Entra ID").click()
        expect(page.locator("main ol").first).to_be_visible()
        expect(page).to_have_url(re.compile("idp=entra$"))
        # A look at another console's steps is no choice.
        assert page.evaluate("rememberedProvider.read()") == "okta"


def test_reload_back_and_forward_land_in_the_same_place(page: Page, base: str) -> None:
    open_started(page, base + "/troubleshooter/")
    page.get_by_role("button", name="409").click()
    page.get_by_role("button", name="The email address").click()
    result(page, EMAIL_ANSWER)
    page.reload()
    result(page, EMAIL_ANSWER)
    page.go_back()
    question(page, ATTRIBUTE_QUESTION)
    page.go_back()
    question(page, FIRST_QUESTION)
    page.go_forward()
    page.go_forward()
    result(page, EMAIL_ANSWER)


def test_change_drops_the_choices_after_it_and_keeps_the_provider(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/?status=400&scimType=mutability&attribute=userName&idp=entra")
    page.get_by_role("button", name="Change: Which of these does the message contain?").click()
    question(page, "Which of these does the message contain?")
    assert page.url.endswith("?status=400&idp=entra")


def test_start_again_keeps_only_the_provider(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/?status=409&attribute=emails&idp=okta")
    page.get_by_role("button", name="Start again").click()
    question(page, FIRST_QUESTION)
    assert page.url.endswith("/troubleshooter/?idp=okta")


def test_choosing_the_provider_changes_the_steps_and_is_remembered(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/?status=409&attribute=userName")
    page.get_by_label("Your identity provider").select_option("okta")
    expect(page.locator("section.result")).to_contain_text("Okta Admin Console")
    assert page.url.endswith("?status=409&attribute=userName&idp=okta")
    open_started(page, base + "/troubleshooter/")
    expect(page.get_by_label("Your identity provider")).to_have_value("okta")
    assert page.url.endswith("/troubleshooter/?idp=okta")


def test_back_takes_the_first_choice_of_a_provider_back(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/?status=409")
    page.get_by_label("Your identity provider").select_option("okta")
    expect(page).to_have_url(re.compile("idp=okta$"))
    page.go_back()
    expect(page.get_by_label("Your identity provider")).to_have_value("")


def test_remembered_provider_that_is_none_is_ignored(page: Page, base: str) -> None:
    page.goto(base + "/404.html")
    page.evaluate("localStorage.setItem('idp', 'evil')")
    page.goto(base + "/troubleshooter/?status=409")
    question(page, ATTRIBUTE_QUESTION)
    assert page.url.endswith("?status=409")


def test_other_spelling_of_a_fact_is_read_and_mended_in_the_address(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/?status=conflict&attribute=E-Mail")
    result(page, EMAIL_ANSWER)
    assert page.url.endswith("?status=409&attribute=emails")


def test_title_of_the_window_names_what_is_shown(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/?status=409&attribute=emails")
    result(page, EMAIL_ANSWER)
    assert page.title().startswith(EMAIL_ANSWER)


def test_facts_that_contradict_an_answer_never_show_it(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/?status=400&scimType=mutability&attribute=emails")
    result(page, "No answer fits all of these facts")
    assert page.locator("#troubleshooter ol").count() == 0
    page.get_by_role("button", name="Leave out attribute emails").click()
    question(page, "Which attribute does the message say cannot change?")


def test_facts_that_cannot_come_together_are_named_with_the_reason(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/?status=409&scimType=mutability&attribute=userName")
    result(page, "These facts do not come together")
    expect(page.locator("#troubleshooter")).to_contain_text("A value that must not change is a 400.")
    assert page.locator("#troubleshooter ol").count() == 0
    page.get_by_role("button", name="Leave out scimType mutability").click()
    result(page, "username")


def test_symptom_alone_leads_to_its_answer(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/?symptom=DuplicateTargetEntries&idp=entra")
    result(page, "DuplicateTargetEntries")
    assert page.url.endswith("?symptom=ambiguous-match&idp=entra")
    page.get_by_role("button", name="Change: What does the log").click()
    question(page, FIRST_QUESTION)


@pytest.mark.parametrize(("idp", "shown"), [("okta", False), ("entra", True), ("", True)])
def test_options_that_a_console_cannot_show_are_hidden(page: Page, base: str, idp: str, shown: bool) -> None:
    page.goto(f"{base}/troubleshooter/?status=unknown&scimType=unknown&idp={idp}")
    question(page, "What else does the error mention?")
    assert page.get_by_role("button", name="SchemaAttributeNotFound").is_visible() == shown


@first_of("text", ["<script>alert(1)</script>", "banana", "x" * 10_000, "{{7*7}}", "%"])
def test_unknown_value_is_shown_as_text_and_asked_again(page: Page, base: str, text: str) -> None:
    page.goto(base + "/troubleshooter/")
    page.evaluate("text => location.search = new URLSearchParams({status: text})", text)
    question(page, FIRST_QUESTION)
    alert = page.locator("#troubleshooter [role=alert]")
    expect(alert).to_contain_text(text[:200])
    expect(alert).to_contain_text(FIRST_QUESTION)
    expect(alert).to_contain_text("409")


def test_unknown_fact_is_named_and_left_out(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/?colour=red&colour=blue&status=409")
    question(page, ATTRIBUTE_QUESTION)
    expect(page.locator("#troubleshooter [role=alert] p")).to_have_count(1)
    expect(page.locator("#troubleshooter [role=alert]")).to_contain_text("colour")


def test_keyboard_alone_reaches_the_answer_and_focus_moves_with_it(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    page.keyboard.press("Tab")
    expect(page.locator("#troubleshooter")).to_be_visible()
    for option, after in [("409", ATTRIBUTE_QUESTION), ("The email address", EMAIL_ANSWER)]:
        target = page.get_by_role("button", name=option)
        for _ in range(80):
            if target.evaluate("button => button === document.activeElement"):
                break
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("h1:focus")).to_contain_text(after)


def test_choice_before_python_is_ready_is_kept(page: Page, base: str) -> None:
    page.goto(base + "/troubleshooter/")
    page.get_by_role("link", name="409").click()
    question(page, ATTRIBUTE_QUESTION)


@double_click
def test_double_click_takes_one_step(page: Page, base: str) -> None:
    open_started(page, base + "/troubleshooter/")
    page.get_by_role("button", name="409").dblclick()
    question(page, ATTRIBUTE_QUESTION)
    page.go_back()
    question(page, FIRST_QUESTION)


def test_site_works_under_a_sub_path(page: Page, sub_path: str) -> None:
    page.goto(sub_path + "/troubleshooter/?status=409&attribute=emails&idp=okta")
    result(page, EMAIL_ANSWER)
    page.get_by_role("link", name="Open this answer as a page").click()
    expect(page).to_have_url(sub_path + "/answers/email-in-use/?idp=okta")


@scripts_off
def test_answers_are_reached_without_javascript(new_page: Callable[..., Page], base: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base + "/troubleshooter/")
    page.get_by_role("link", name="409").click()
    assert page.url.endswith("?status=409#attribute")
    page.get_by_role("link", name="The email address").first.click()
    expect(page.get_by_role("heading", name=EMAIL_ANSWER)).to_be_visible()
    expect(page.locator("main ol li").first).to_be_visible()
