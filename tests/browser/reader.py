"""What a reader does and sees in the troubleshooter, for the tests that play one."""

from collections.abc import Iterable

import pytest
from playwright.sync_api import Page, expect

long = pytest.mark.long
# Each scheme and each width once in every run; the other pairs are left to `make test-all`.
LOOKS = [("light", 1280), ("dark", 320)]
LONG_LOOKS = [("light", 320), ("dark", 1280)]
every_look = pytest.mark.parametrize(
    ("scheme", "width"), [*LOOKS, *(pytest.param(*look, marks=long) for look in LONG_LOOKS)]
)


def first_of(name: str, values: Iterable[object]) -> pytest.MarkDecorator:
    """Parametrize by each value; the first is for every run, the others are left to `make test-all`."""
    first, *others = values
    return pytest.mark.parametrize(name, [first, *(pytest.param(value, marks=long) for value in others)])


def every_look_of(names: Iterable[str]) -> pytest.MarkDecorator:
    """Parametrize by each name in each look; every run sees each name in one, the two looks taking turns."""
    return pytest.mark.parametrize(
        ("name", "scheme", "width"),
        [
            pytest.param(name, *look, marks=() if look == LOOKS[number % 2] else long)
            for number, name in enumerate(names)
            for look in [*LOOKS, *LONG_LOOKS]
        ],
    )


EMAIL_ANSWER = "The email address already belongs to another Pulumi account"
ATTRIBUTE_QUESTION = "Which value does the message say is taken?"
FIRST_QUESTION = "What does the log or the error message show?"

BOX = "Paste the error message or log entry"
EMAIL_TAKEN = (
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"409","scimType":"uniqueness",'
    '"detail":"Email ben.okafor@example.com already in use by another Pulumi account."}'
)
USERNAME_TAKEN = (
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"409","scimType":"uniqueness",'
    '"detail":"User with userName ben.okafor already exists."}'
)
CONFLICT = "Error while creating user ben.okafor@example.com: Conflict"
PROSE = "The weather in Lisbon is fine today, and the sea is calm."
PASTE = """(area, text) => {
  area.focus();
  area.value = text;
  area.dispatchEvent(new InputEvent("input", {bubbles: true, inputType: "insertFromPaste"}));
}"""


def open_started(page: Page, address: str) -> None:
    """Open the troubleshooter and touch it, so that Python takes over."""
    page.goto(address)
    page.keyboard.press("Shift")
    expect(page.locator("#troubleshooter")).to_be_visible()


def question(page: Page, text: str) -> None:
    expect(page.get_by_role("group", name=text)).to_be_visible()


def result(page: Page, title: str) -> None:
    expect(page.locator("#troubleshooter").get_by_role("heading", name=title)).to_be_visible()


def paste(page: Page, text: str) -> None:
    """Put `text` into the box as a paste would, in one go."""
    page.get_by_label(BOX).evaluate(PASTE, text)


def allow_clipboard(page: Page) -> None:
    """Let the page read the clipboard; Firefox, as launch.py starts it, lets every page."""
    if page.context.browser.browser_type.name == "chromium":
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
