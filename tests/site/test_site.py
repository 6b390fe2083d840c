"""The built site: what a reader, a search engine or a checker counts on in every page."""

import json
import re
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import PROJECT, published
from troubleshooter.command.version import read_version
from troubleshooter.tree import read_tree
from troubleshooter.vocabulary import CAUSE_FACTS, IDP, VALUES, value_label
from troubleshooter.walk import every_path

SITE = PROJECT / "site"
FILES = [path.relative_to(SITE).as_posix() for path in SITE.glob("**/*.html")]
# Short links and addresses that have moved send readers on; test_addresses.py looks at those.
PAGES = sorted(
    file
    for file in FILES
    if not file.startswith("e/") and 'http-equiv="refresh"' not in (SITE / file).read_text(encoding="utf-8")
)
pytestmark = pytest.mark.usefixtures("site")

ANSWERS = [page for page in PAGES if page.startswith("answers/") and page.count("/") == 2]
# Attributes that make a browser load something by itself.
LOADED = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src"}
# A box is shown as the page is read: what came later would move the text below it.
SHOWS_BOX = 'document.currentScript.previousElementSibling.hidden = typeof WebAssembly !== "object";'


@cache
def soup_of(page: str) -> BeautifulSoup:
    return BeautifulSoup((SITE / page).read_text(encoding="utf-8"), "html.parser")


def answers() -> list[dict]:
    return json.loads((SITE / "answers.json").read_text(encoding="utf-8"))["answers"]


def main_of(page: str) -> Tag:
    main = soup_of(page).find("main")
    assert isinstance(main, Tag)
    return main


@pytest.mark.parametrize("page", PAGES)
def test_page_has_one_title_one_heading_and_a_description(page: str) -> None:
    soup = soup_of(page)
    assert soup.title
    assert soup.title.get_text(strip=True)
    assert soup.html["lang"] == "en"
    assert len(soup.find_all("h1")) == 1
    description = soup.find("meta", attrs={"name": "description"})
    assert description["content"].strip()


def test_titles_are_unique() -> None:
    titles = [soup_of(page).title.get_text() for page in PAGES]
    assert sorted(titles) == sorted(set(titles))


@pytest.mark.parametrize("page", PAGES)
def test_page_has_the_landmarks(page: str) -> None:
    soup = soup_of(page)
    for landmark in ("header", "main", "footer"):
        assert soup.find(landmark), landmark


@pytest.mark.parametrize("page", PAGES)
def test_foot_says_the_version(page: str) -> None:
    assert f"Version {read_version()}." in soup_of(page).select_one("footer .md-copyright").text


@pytest.mark.parametrize("page", PAGES)
def test_page_loads_nothing_from_another_site(page: str) -> None:
    for tag, attribute in LOADED.items():
        for found in soup_of(page).find_all(tag):
            if tag == "link" and "canonical" in found.get("rel", []):
                continue
            assert not urlsplit(found.get(attribute, "")).netloc, found


def test_style_sheets_load_nothing_from_another_site() -> None:
    for sheet in SITE.glob("assets/**/*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert "url(http" not in text
        assert "@import" not in text


@pytest.mark.parametrize("page", PAGES)
def test_content_has_no_inline_script_or_style_of_ours(page: str) -> None:
    article = main_of(page).find("article")
    scripts = {script.text for script in article.find_all("script")}
    assert scripts <= {SHOWS_BOX}
    assert article.find_all("style") == []
    assert article.find_all(style=True) == []
    handlers = [name for tag in article.find_all(True) for name in tag.attrs if name.startswith("on")]
    assert handlers == []


@pytest.mark.parametrize("page", [page for page in PAGES if page != "404.html"])
def test_links_are_relative_and_lead_somewhere(page: str) -> None:
    for link in main_of(page).find_all("a", href=True):
        parts = urlsplit(link["href"])
        if parts.scheme or parts.netloc:
            continue
        assert not parts.path.startswith("/"), link
        target = urljoin("/" + page, parts.path) if parts.path else "/" + page
        file = SITE / target.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        assert file.is_file(), link
        if parts.fragment:
            assert soup_of(file.relative_to(SITE).as_posix()).find(id=parts.fragment), link


# The steps come early; who can fix it stands in a line above them, and is told below.
SECTIONS = [
    "What happened",
    "Fix it",
    "Check that it worked",
    "If it still fails",
    "Is this your message?",
    "Background",
    "Who can fix it",
]


@pytest.mark.parametrize("page", ANSWERS)
def test_answer_has_its_sections_in_order_and_its_steps_as_a_list(page: str) -> None:
    main = main_of(page)
    headings = [heading.get_text().rstrip("¶").strip() for heading in main.find_all("h2")]
    left_out = [name for name in ("Is this your message?", "Background") if name not in headings]
    assert headings == [name for name in SECTIONS if name not in left_out]
    assert main.find("ol")


@pytest.mark.parametrize("page", ANSWERS)
def test_answer_says_what_it_rests_on_and_when_it_was_checked(page: str) -> None:
    foot = main_of(page).find(class_="foot")
    assert foot.find("a", href=lambda address: address.startswith("https://"))
    assert "Last checked" in foot.get_text()


@pytest.mark.parametrize("page", ANSWERS)
def test_tabs_name_all_others_first_and_providers_in_one_order(page: str) -> None:
    names = [value_label("idp", idp) for idp in IDP]
    for tabs in main_of(page).find_all(class_="tabbed-labels"):
        labels = [label.get_text() for label in tabs.find_all("label")]
        assert labels == [names[-1], *(name for name in names[:-1] if name in labels)]


@pytest.mark.parametrize("page", ANSWERS)
def test_tab_has_the_id_of_its_provider(page: str) -> None:
    providers = {value_label("idp", idp): idp for idp in IDP}
    for tab in main_of(page).select(".tabbed-set > input"):
        label = main_of(page).find("label", attrs={"for": tab["id"]}).get_text()
        assert tab["id"].split("_")[0] == providers[label]


@pytest.mark.parametrize("page", PAGES)
def test_marks_of_markdown_are_no_text(page: str) -> None:
    texts = [paragraph.get_text() for paragraph in main_of(page).find_all("p")]
    assert [text for text in texts if re.match(r"\d+\. ", text)] == []
    assert "<!--" not in main_of(page).get_text()
    assert "{: " not in main_of(page).get_text()


def test_every_path_of_the_tree_leads_to_a_page() -> None:
    tree = read_tree(json.loads(published(SITE, "assets/tree.json").read_text(encoding="utf-8")))
    for _, answer in every_path(tree):
        assert (SITE / "answers" / answer / "index.html").is_file()


def test_troubleshooter_has_every_question_and_option_as_links() -> None:
    main = main_of("troubleshooter/index.html")
    data = json.loads(published(SITE, "assets/tree.json").read_text(encoding="utf-8"))
    for question in data["questions"]:
        section = main.find(id=question["id"])
        assert section.h2.get_text().startswith(question["text"])
        links = section.select("ul a")
        count = sum(len(option.get("values", [0])) for option in question["options"])
        assert len(links) == count


def test_answers_json_holds_steps_for_every_provider() -> None:
    for answer in answers():
        assert set(answer["steps"]) == set(IDP)
        assert all("1. " in steps for steps in answer["steps"].values())
        assert "<!--" not in json.dumps(answer["steps"])
        assert ".md" not in json.dumps(answer["steps"])


def test_answers_json_has_values_of_the_vocabulary_only() -> None:
    for answer in answers():
        for fact in CAUSE_FACTS:
            assert set(answer[fact]) <= set(VALUES[fact])


def test_answers_json_and_pages_agree() -> None:
    assert sorted(answer["url"] + "index.html" for answer in answers()) == sorted(ANSWERS)
    for answer in answers():
        heading = main_of(answer["url"] + "index.html").find("h1")
        assert heading.get_text().rstrip("¶").strip() == answer["title"]


def test_username_conflict_never_offers_to_connect_accounts() -> None:
    answer = next(answer for answer in answers() if answer["id"] == "username-in-use")
    assert not any("Connect SAML SSO" in steps for steps in answer["steps"].values())


@pytest.mark.parametrize(
    "page", ["answers/index.html", "answers-by-subject/index.html", "answers-by-who/index.html"]
)
def test_index_page_lists_every_answer(page: str) -> None:
    linked = {Path(urlsplit(link["href"]).path).name for link in main_of(page).find_all("a", href=True)}
    assert {answer["id"] for answer in answers()} <= linked
