"""The main walk in WebKit, the engine of Safari, as far as its own driver goes."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.expected_conditions import url_contains, visibility_of_element_located
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.launch import kept_path, start_webkit
from tests.browser.reader import ATTRIBUTE_QUESTION, EMAIL_ANSWER, EMAIL_TAKEN, PASTE

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def webkit() -> Iterator[WebDriver]:
    """WebKit, where `make test-all` found or put it."""
    if not kept_path("webkit"):
        pytest.skip("No WebKit is set up; `make test-all` gets one where it can.")
    with start_webkit(kept_path("webkit")) as webkit:
        yield webkit


def wait(webkit: WebDriver, condition: Callable[[WebDriver], Any]) -> Any:
    return WebDriverWait(webkit, 60).until(condition)


def see(webkit: WebDriver, tag: str, text: str) -> Any:
    """Return the first such element that holds the text, once it is in sight."""
    place = (By.XPATH, f"//main//{tag}[contains(., '{text}')]")
    return wait(webkit, visibility_of_element_located(place))


def paste(webkit: WebDriver, text: str) -> None:
    webkit.execute_script(f"({PASTE})(arguments[0], arguments[1])", see(webkit, "textarea", ""), text)


def test_pasted_message_is_read_at_home_and_leads_to_the_steps(webkit: WebDriver, base: str) -> None:
    webkit.get(base + "/")
    paste(webkit, EMAIL_TAKEN)
    see(webkit, "h2", EMAIL_ANSWER)
    see(webkit, "a", "Show the steps").send_keys(Keys.ENTER)
    wait(webkit, url_contains("status=409"))
    see(webkit, "h2", EMAIL_ANSWER)
    see(webkit, "ol/li", "")


def test_keyboard_reaches_the_answer_from_the_box_and_focus_moves_with_it(
    webkit: WebDriver, base: str
) -> None:
    webkit.get(base + "/troubleshooter/")
    # From the top, Tab gets no further than the search box of the header.
    see(webkit, "textarea", "").send_keys(Keys.SHIFT)
    for option, after in [("409", ATTRIBUTE_QUESTION), ("The email address", EMAIL_ANSWER)]:
        button = see(webkit, "button", option)
        for _ in range(80):
            if webkit.switch_to.active_element == button:
                break
            press(webkit, Keys.TAB)
        press(webkit, Keys.ENTER)
        wait(webkit, lambda webkit, after=after: after in webkit.switch_to.active_element.text)
    assert webkit.current_url.endswith("?status=409&attribute=emails")


def press(webkit: WebDriver, key: str) -> None:
    ActionChains(webkit).send_keys(key).perform()


def test_back_and_reload_land_in_the_same_place(webkit: WebDriver, base: str) -> None:
    webkit.get(base + "/troubleshooter/?status=409")
    see(webkit, "button", "The email address").click()
    see(webkit, "h2", EMAIL_ANSWER)
    webkit.refresh()
    see(webkit, "h2", EMAIL_ANSWER)
    webkit.back()
    see(webkit, "button", "The email address")


@pytest.mark.parametrize(("idp", "label"), [("onelogin", "OneLogin"), ("keycloak", "Keycloak")])
def test_answer_page_opens_the_tab_that_the_address_names(
    webkit: WebDriver, base: str, idp: str, label: str
) -> None:
    webkit.get(f"{base}/answers/email-in-use/?idp={idp}")
    chosen = webkit.find_element(By.CSS_SELECTOR, ".tabbed-set input:checked").get_attribute("id")
    assert webkit.find_element(By.CSS_SELECTOR, f"label[for={chosen}]").text == label
