"""What a reader does and sees in the troubleshooter, for the tests that play one."""

from playwright.sync_api import Page, expect

EMAIL_ANSWER = "The email address already belongs to another Pulumi account"
ATTRIBUTE_QUESTION = "Which value does the message say is taken?"
FIRST_QUESTION = "What does the log or the error message show?"


def open_started(page: Page, address: str) -> None:
    """Open the troubleshooter and touch it, so that Python takes over."""
    page.goto(address)
    page.keyboard.press("Shift")
    expect(page.locator("#troubleshooter")).to_be_visible()


def question(page: Page, text: str) -> None:
    expect(page.get_by_role("group", name=text)).to_be_visible()


def result(page: Page, title: str) -> None:
    expect(page.locator("#troubleshooter").get_by_role("heading", name=title)).to_be_visible()
