"""The triage in a real browser: files are chosen or dropped, read in slices, and reported; none leaves it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium_only import downloads, in_dark, on_paper, scripts_off
from tests.browser.reader import allow_clipboard, every_look, first_of
from tests.browser.test_accessibility import violations
from tests.conftest import published
from tests.exports.forms import FORMS
from tests.exports.scenario import invent
from tests.exports.triages import triage_files
from troubleshooter.triage.report_files import people_csv, summary_markdown
from troubleshooter.triage.summary import counts

# Of every Blob, the buffer number `window.holdAt` (from 0) waits for `release()`, or is refused.
HOLD_BUFFERS = """
window.buffers = 0;
const read = Blob.prototype.arrayBuffer;
Blob.prototype.arrayBuffer = async function() {
  const number = window.buffers++;
  if (number === window.holdAt) await new Promise((go) => {
    window.release = go;
    document.documentElement.dataset.holds = "";
  });
  if (number === window.refuseAt) throw new DOMException("gone", "NotReadableError");
  return read.call(this);
};
"""
DROP = """
async (box, [name, text]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  for (const type of ["dragenter", "dragover", "drop"])
    box.dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer}));
}
"""

NO_EXPORTS = {
    "a zip archive": b"PK\x03\x04" + bytes(200),
    "nothing but zeros": bytes(5_000),
    "an empty file": b"",
    "a page of HTML": b"<!doctype html><p>409 Conflict",
}


def written(folder: Path, form: str, count: int = 120, seed: int = 7) -> list[str]:
    """Write an export into the folder, and return the paths of its files."""
    paths = []
    for number, text in enumerate(FORMS[form].write(invent(seed, count, people=25))):
        path = folder / f"export-{seed}-{number}.txt"
        path.write_text(text, encoding="utf-8", newline="")
        paths.append(str(path))
    return paths


def expected(site: Path, paths: list[str]) -> dict[str, Any]:
    """Return what the command line finds in the files."""
    data = json.loads(published(site, "assets/tree.json").read_text(encoding="utf-8"))
    data["wordings"] = json.loads(published(site, "assets/wordings.json").read_text(encoding="utf-8"))
    texts = [Path(path).read_text(encoding="utf-8") for path in paths]
    return triage_files(data, texts).summary()


def choose(page: Page, *paths: str) -> None:
    page.locator("#triage-files").set_input_files(paths)


def reported(page: Page, summary: dict[str, Any]) -> None:
    """Expect the report of a summary: its headline, and every cause in its order with its numbers."""
    title = page.locator(".report h2").first
    failed, causes, people = summary["failed"], len(summary["causes"]), summary["people"]
    expect(title).to_have_text(f"{failed:,} failed events, {causes} causes, {people:,} people")
    expect(page.locator(".cause")).to_have_count(causes)
    shown = page.locator(".cause meter").evaluate_all("bars => bars.map((bar) => bar.value)")
    assert shown == [cause["events"] for cause in summary["causes"]]
    titles = page.locator(".cause h3").all_inner_texts()
    for text, cause in zip(titles, summary["causes"], strict=True):
        assert not cause["answer"] or text == cause["title"]


@pytest.fixture
def triage(page: Page, base: str) -> Page:
    page.add_init_script(HOLD_BUFFERS)
    page.goto(base + "/triage/")
    return page


def test_chosen_file_becomes_the_report_of_the_command_line(triage: Page, site: Path, tmp_path: Path) -> None:
    paths = written(tmp_path, "b1")
    choose(triage, *paths)
    summary = expected(site, paths)
    reported(triage, summary)
    expect(triage.locator(".report h2").first).to_be_focused()
    figures = triage.locator(".figures > div").all_inner_texts()
    assert figures == [f"{label.capitalize()}\n{number:,}" for label, number in counts(summary)]
    assert "?" not in triage.url
    # Names such as <b>Dora</b> are text.
    assert triage.locator(".report b, .report script").count() == 0


def test_dropped_file_is_read(triage: Page, site: Path, tmp_path: Path) -> None:
    (path,) = written(tmp_path, "a2", 40)
    text = Path(path).read_text(encoding="utf-8")
    triage.locator("body").evaluate(DROP, ["export.json", text])
    reported(triage, expected(site, [path]))


def test_three_files_of_entra_are_joined(triage: Page, site: Path, tmp_path: Path) -> None:
    paths = written(tmp_path, "a1 three", 60)
    choose(triage, *paths)
    reported(triage, expected(site, paths))


def test_no_request_is_made_while_files_are_read(triage: Page, site: Path, tmp_path: Path) -> None:
    triage.locator("#triage-files").focus()
    expect(triage.locator("#troubleshooter")).to_have_attribute("data-state", "ready")
    before = len(triage.watch.requests)
    paths = written(tmp_path, "b1")
    choose(triage, *paths)
    reported(triage, expected(site, paths))
    assert triage.watch.requests[before:] == []


def test_nothing_of_python_is_loaded_before_the_first_touch(page: Page, base: str) -> None:
    page.goto(base + "/triage/", wait_until="networkidle")
    assert [address for address in page.watch.requests if "/runtime/" in address or ".py" in address] == []


def test_file_chosen_before_python_is_there_is_kept(triage: Page, site: Path, tmp_path: Path) -> None:
    held: list[Any] = []
    triage.route("**/micropython.wasm", lambda route: held.append(route))
    paths = written(tmp_path, "b1", 30)
    with triage.expect_request("**/micropython.wasm"):
        choose(triage, *paths)
    expect(triage.get_by_text("Waiting to be read: export-7-0.txt.")).to_be_visible()
    expect(triage.get_by_role("status").filter(has_text="Starting")).to_be_visible()
    held[0].continue_()
    reported(triage, expected(site, paths))


def test_cancel_half_way_drops_what_was_read_at_once(triage: Page, site: Path, tmp_path: Path) -> None:
    triage.evaluate("window.holdAt = 1")
    choose(triage, *written(tmp_path, "b1", 700))
    expect(triage.locator("html")).to_have_attribute("data-holds", "")
    expect(triage.get_by_role("progressbar")).not_to_have_js_property("value", 0)
    triage.get_by_role("button", name="Cancel").click()
    expect(triage.get_by_text("Cancelled. Nothing of these files was kept.")).to_be_visible()
    expect(triage.get_by_role("progressbar")).to_have_count(0)
    expect(triage.locator("#triage-files")).to_be_focused()
    # The next begins while the browser still holds the last.
    paths = written(tmp_path, "b1", 30, seed=8)
    choose(triage, *paths)
    reported(triage, expected(site, paths))
    triage.evaluate("window.release()")
    expect(triage.get_by_text("Done: 30 rows read.")).to_be_visible()
    reported(triage, expected(site, paths))


def test_second_file_begins_a_new_report_and_a_failed_one_leaves_the_last(
    triage: Page, site: Path, tmp_path: Path
) -> None:
    first, second = written(tmp_path, "b1", 30), written(tmp_path, "a2", 50, seed=9)
    choose(triage, *first)
    reported(triage, expected(site, first))
    choose(triage, *second)
    reported(triage, expected(site, second))
    zeros = tmp_path / "zeros.csv"
    zeros.write_bytes(bytes(100_000))
    choose(triage, str(zeros))
    expect(triage.get_by_role("alert").filter(has_text="nothing but zeros")).to_be_visible()
    expect(triage.get_by_text("The report below is still that of export-9-0.txt.")).to_be_visible()
    reported(triage, expected(site, second))


def test_files_chosen_while_one_is_read_are_refused_aloud(triage: Page, tmp_path: Path) -> None:
    triage.evaluate("window.holdAt = 0")
    choose(triage, *written(tmp_path, "b1", 30))
    expect(triage.get_by_role("progressbar")).to_be_visible()
    triage.locator("body").evaluate(DROP, ["other.csv", "a,b\n"])
    expect(triage.get_by_text("These files are still read.")).to_be_visible()


@first_of("words", NO_EXPORTS)
def test_file_that_is_no_export_is_named_and_the_others_count(
    triage: Page, site: Path, tmp_path: Path, words: str
) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_bytes(NO_EXPORTS[words])
    paths = written(tmp_path, "b1", 30)
    choose(triage, str(wrong), *paths)
    reported(triage, expected(site, paths))
    alert = triage.locator("#triage-alert")
    expect(alert).to_contain_text("wrong.csv")
    expect(alert).to_contain_text(words)


def test_file_of_something_else_says_what_to_export(triage: Page, site: Path, tmp_path: Path) -> None:
    sign_ins = tmp_path / "sign-ins.csv"
    sign_ins.write_text("Username,Status,Sign-in error code,Failure reason\nana,Failure,50126,Invalid\n")
    choose(triage, str(sign_ins))
    expect(triage.locator("#triage-alert")).to_contain_text("sign-in logs")
    expect(triage.locator("#triage-alert")).to_contain_text("Export Entra ID’s provisioning logs")
    expect(triage.get_by_role("heading", name="No failed event in 1 row")).to_be_visible()
    expect(triage.locator(".figures")).to_contain_text("No provisioning")


@pytest.mark.parametrize(("at", "counted"), [(0, False), (1, True)], ids=["at once", "half-way"])
def test_file_that_cannot_be_read_is_said(triage: Page, tmp_path: Path, at: int, counted: bool) -> None:
    triage.evaluate("at => { window.refuseAt = at; }", at)
    choose(triage, *written(tmp_path, "b1", 700))
    expect(triage.locator("#triage-alert")).to_contain_text("This file cannot be read")
    expect(triage.locator("#triage-alert").filter(has_text="rows are counted")).to_have_count(int(counted))
    expect(triage.locator(".report")).to_have_count(int(counted))


def test_steps_open_in_place_for_the_provider(triage: Page, tmp_path: Path) -> None:
    choose(triage, *written(tmp_path, "b1"))
    cause = triage.locator(".cause").filter(has_text="already belongs to another Pulumi account")
    cause.get_by_text("Show the steps").click()
    expect(cause.locator(".to-steps ol li").first).to_be_visible()
    expect(cause.locator(".to-steps")).to_contain_text("Retry Selected")
    own = cause.get_by_role("link", name="Open this answer as a page")
    assert re.search(r"/answers/email-in-use/\?idp=okta$", own.get_attribute("href") or "")
    assert own.get_attribute("target") == "_blank"


def test_steps_that_cannot_be_loaded_are_tried_again(
    new_page: Callable[..., Page], base: str, tmp_path: Path
) -> None:
    page = new_page(expect_faults=True)
    page.goto(base + "/triage/")
    choose(page, *written(tmp_path, "b1", 40))
    page.route("**/answers/**", lambda route: route.abort())
    steps = page.locator(".to-steps").first
    steps.get_by_text("Show the steps").click()
    expect(steps.get_by_role("alert")).to_contain_text("could not be loaded")
    page.unroute("**/answers/**")
    steps.get_by_text("Show the steps").click()
    expect(steps.get_by_role("alert")).to_have_count(0)
    steps.get_by_text("Show the steps").click()
    expect(steps.locator("ol li").first).to_be_visible()


def test_cause_that_needs_a_question_leads_to_it_with_its_facts(triage: Page, tmp_path: Path) -> None:
    choose(triage, *written(tmp_path, "b1"))
    cause = triage.locator(".cause").filter(has_text="There is a clash in berth")
    address = cause.get_by_role("link").get_attribute("href") or ""
    assert re.search(r"/troubleshooter/\?status=409&.*idp=okta", address)
    expect(cause.locator("mark").first).to_be_visible()


def test_causes_are_ordered_and_found(triage: Page, site: Path, tmp_path: Path) -> None:
    paths = written(tmp_path, "b1")
    choose(triage, *paths)
    summary = expected(site, paths)
    reported(triage, summary)
    triage.get_by_label("Order by").select_option("People")
    people = triage.locator(".cause .counts").all_inner_texts()
    most = max(cause["people"] for cause in summary["causes"])
    assert people[0].startswith(f"{most} people")
    name = summary["causes"][0]["affected"][0]["name"]
    having = [c for c in summary["causes"] if any(name in person["name"] for person in c["affected"])]
    triage.get_by_label("Find a cause or a person").fill(name)
    expect(triage.get_by_text(f"of {len(summary['causes'])} causes shown")).to_be_visible()
    assert triage.locator(".cause:visible").count() >= len(having) > 0
    triage.get_by_label("Find a cause or a person").fill("no such thing")
    expect(triage.get_by_text(f"0 of {len(summary['causes'])} causes shown")).to_be_visible()


def test_rows_of_a_cause_are_shown(triage: Page, site: Path, tmp_path: Path) -> None:
    paths = written(tmp_path, "b1")
    choose(triage, *paths)
    cause = expected(site, paths)["causes"][0]
    triage.locator(".rows summary").first.click()
    rows = triage.locator(".rows tbody tr")
    expect(rows).to_have_count(len(cause["rows"]))
    for text in (cause["rows"][0]["person"], cause["rows"][0]["message"]):
        expect(rows.first.get_by_text(text, exact=True)).to_be_visible()


@downloads
def test_people_are_downloaded_and_no_name_is_run_as_a_formula(
    triage: Page, site: Path, tmp_path: Path
) -> None:
    paths = written(tmp_path, "a1 main")
    choose(triage, *paths)
    causes = expected(site, paths)["causes"]
    number = next(
        number
        for number, cause in enumerate(causes)
        if any(person["name"].startswith("=HYPERLINK") for person in cause["affected"])
    )
    with triage.expect_download() as download:
        triage.locator(".cause").nth(number).get_by_text("as CSV").click()
    assert download.value.suggested_filename.startswith("people-")
    text = download.value.path().read_bytes().decode("utf-8-sig")
    assert text == people_csv(causes[number])
    assert "\n'=HYPERLINK(0)" in text


@downloads
def test_summary_is_copied_as_a_ticket_and_downloaded(
    triage: Page, base: str, site: Path, tmp_path: Path
) -> None:
    paths = written(tmp_path, "b1")
    choose(triage, *paths)
    allow_clipboard(triage)
    triage.get_by_role("button", name="Copy as a ticket").click()
    expect(triage.get_by_text("Copied.")).to_be_visible()
    copied = triage.evaluate("navigator.clipboard.readText()")
    summary = expected(site, paths)
    for file, path in zip(summary["files"], paths, strict=True):
        file["name"] = Path(path).name
    assert copied == summary_markdown(summary, base + "/")
    with triage.expect_download() as download:
        triage.get_by_role("button", name="Download the summary as Markdown").click()
    assert download.value.path().read_text(encoding="utf-8") == copied


@downloads
def test_addresses_leave_the_report_where_the_reader_wants_them(triage: Page, tmp_path: Path) -> None:
    path = tmp_path / "messages.txt"
    message = "409 Conflict: Email ana@example.com already in use; Authorization: Bearer abcd\n"
    path.write_text(message, encoding="utf-8")
    choose(triage, path)
    ticket = triage.locator("#triage-ticket")
    expect(ticket).to_have_value(re.compile(r"Email \[email 1\] already .* Bearer \[secret\]"))
    triage.get_by_label("Keep the email addresses in it").check()
    expect(ticket).to_have_value(re.compile(r"Email ana@example.com already .* Bearer \[secret\]"))
    saved = []
    for keep in (True, False):
        triage.get_by_label("Keep email addresses in CSV files").set_checked(keep)
        with triage.expect_download() as download:
            triage.get_by_role("button", name="as CSV").click()
        saved.append(download.value.path().read_text(encoding="utf-8-sig").splitlines()[1])
    assert saved == ["ana@example.com,1,no,,", "[email 1],1,no,,"]


@on_paper
def test_report_is_printed_on_one_sheet(triage: Page, tmp_path: Path) -> None:
    choose(triage, *written(tmp_path, "b1"))
    expect(triage.locator(".cause").nth(6)).to_be_visible()
    triage.locator(".rows summary").first.click()
    triage.emulate_media(media="print")
    expect(triage.locator(".cause meter").first).to_be_visible()
    expect(triage.locator(".cause .bar strong").first).to_be_visible()
    for gone in ("#triage-box", "main button", "main select", ".rows table", "main h1"):
        expect(triage.locator(gone).first).not_to_be_visible()
    assert sheets(triage) == 1


@on_paper
def test_report_of_many_causes_is_printed_on_one_sheet(triage: Page, tmp_path: Path) -> None:
    words = "amber birch cedar delta ember fjord grove heath inlet jetty knoll ledge marsh ocean pier".split()
    path = tmp_path / "messages.txt"
    lines = [f"SCIM error: the {word} gave way under load and nobody mended it in time\n" for word in words]
    path.write_text("409 Conflict: Email ana@example.com already in use\n" + "".join(lines), encoding="utf-8")
    choose(triage, str(path))
    expect(triage.locator(".cause")).to_have_count(len(words) + 1)
    assert sheets(triage) == 1


def sheets(page: Page) -> int:
    """Return how many sheets of paper the page is printed on."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


@first_of("lost", ["micropython.wasm", "assets/python/triage", "assets/tree"])
def test_start_that_fails_says_so_and_leaves_the_page(
    new_page: Callable[..., Page], base: str, lost: str
) -> None:
    page = new_page(expect_faults=True)
    page.route(re.compile(re.escape(lost)), lambda route: route.fulfill(status=404, body="lost"))
    page.goto(base + "/triage/")
    page.locator("#triage-files").focus()
    expect(page.get_by_role("alert").filter(has_text="could not start")).to_be_visible()
    expect(page.locator("#triage-box")).not_to_be_visible()
    expect(page.get_by_text("arrivals triage export.csv --json")).to_be_visible()


@scripts_off
def test_page_is_of_use_without_javascript(new_page: Callable[..., Page], base: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base + "/triage/")
    expect(page.locator("#triage-box")).not_to_be_visible()
    expect(page.get_by_text("arrivals triage export.csv --json")).to_be_visible()


@in_dark
@every_look
def test_axe_finds_nothing_in_any_state(
    new_page: Callable[..., Page], base: str, tmp_path: Path, scheme: str, width: int
) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page.add_init_script(HOLD_BUFFERS + "window.holdAt = 0")
    page.goto(base + "/triage/")
    assert violations(page) == []
    wrong = tmp_path / "wrong-name-that-is-so-long-that-it-must-break-somewhere-or-the-page-scrolls.csv"
    wrong.write_bytes(bytes(100))
    choose(page, str(wrong), *written(tmp_path, "b1"))
    expect(page.get_by_role("progressbar")).to_be_visible()
    assert violations(page) == []
    page.evaluate("window.release()")
    expect(page.locator(".cause").nth(6)).to_be_visible()
    page.locator(".rows summary").first.click()
    page.locator(".to-steps summary").first.click()
    expect(page.locator(".to-steps ol li").first).to_be_visible()
    expect(page.locator("#triage-alert")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_name_that_is_called_like_an_error_is_not_marked(triage: Page, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(FORMS["b1"].write(invent(7, 1_000, people=250))[0], encoding="utf-8", newline="")
    choose(triage, str(path))
    cause = triage.locator(".cause").filter(has_text="already belongs to another Pulumi account")
    expect(cause.locator(".sample mark").filter(has_text="Conflict")).to_be_visible()
    cause.locator(".rows summary").click()
    expect(cause.get_by_label("Sample message")).to_contain_text("user Email Timeout")
    expect(cause.locator("mark").filter(has_text="Timeout")).to_have_count(0)


@pytest.mark.long
def test_thirty_megabytes_are_read_to_the_end(triage: Page, site: Path, tmp_path: Path) -> None:
    triage.set_default_timeout(300_000)
    paths = written(tmp_path, "b1", 58_000)
    assert Path(paths[0]).stat().st_size > 30_000_000
    choose(triage, *paths)
    triage.locator(".report h2").first.wait_for()
    reported(triage, expected(site, paths))
