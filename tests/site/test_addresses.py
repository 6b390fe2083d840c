"""Addresses: every short link leads to its page in one hop, and no address is ever lost."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from shutil import copytree
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from hooks.addresses import link_words
from hooks.addresses.link_words import LINK_FACTS
from hooks.content import Content, read_content
from hooks.site_files import HOST_FILES
from hooks.addresses.ledger import check_ledger, new_entries
from hooks.addresses.ways import query_of
from tests.conftest import PROJECT, published
from troubleshooter.tree import read_tree
from troubleshooter.spelling import read_value
from troubleshooter.walk import every_path, resolve

SITE = PROJECT / "site"
DOCS = PROJECT / "docs"
pytestmark = pytest.mark.usefixtures("site")

PAGE = re.compile(
    r'<meta http-equiv="refresh" content="0; url=([^"]*)">\s*<link rel="canonical" href="([^"]*)">'
    r'.*<a href="([^"]*)">',
    re.DOTALL,
)
# Short links among them; ten times as many once weighed on every build.
MOST_PAGES = 1_500
# What pages load, what the search reads, what a server shows in place of a page, and what it is set up with.
NO_ADDRESSES = ("assets/", "search/", "404.html", "sitemap.xml.gz", *HOST_FILES)


@dataclass(frozen=True)
class SendsOn:
    """A page that sends readers on: its address, where to, its canonical address, and its link."""

    address: str
    refresh: str
    canonical: str
    link: str

    @property
    def target(self) -> str:
        """Where readers end, from the site's root."""
        return urljoin(f"https://root/{self.address}", self.link).removeprefix("https://root/")


@cache
def content() -> Content:
    found, problems = read_content(DOCS)
    assert found, problems
    return found


@cache
def moved() -> dict[str, str]:
    return {entry.address: entry.moved_to for entry in content().ledger.values() if entry.moved_to}


@cache
def pages_that_send_on() -> dict[str, SendsOn]:
    """Return every page below e/ and every address that has moved; each file is read once."""
    files = [*SITE.glob("e/**/index.html"), *(SITE / address / "index.html" for address in moved())]
    pages = {}
    for file in files:
        address = f"{file.parent.relative_to(SITE).as_posix()}/"
        found = PAGE.search(file.read_text(encoding="utf-8"))
        assert found, f"{address} does not send readers on"
        pages[address] = SendsOn(address, *map(unescape, found.groups()))
    return pages


@cache
def ids_in(page: Path) -> set[str]:
    return set(re.findall(r'\bid="?([\w-]+)', page.read_text(encoding="utf-8")))


@cache
def root() -> str:
    home = BeautifulSoup((SITE / "index.html").read_text(encoding="utf-8"), "html.parser")
    return str(home.find("link", rel="canonical")["href"])  # type: ignore[index]


def test_every_short_link_is_a_page_and_there_is_no_other() -> None:
    links = {link.address for link in content().links}
    assert {address for address in pages_that_send_on() if address.startswith("e/")} - {"e/"} == links


def test_site_has_a_page_only_where_it_says_something_of_its_own() -> None:
    assert len(list(SITE.glob("**/*.html"))) <= MOST_PAGES


def test_every_way_through_the_tree_has_a_link_for_what_it_states() -> None:
    links = {tuple(link.facts.items()) for link in content().links}
    for steps, _ in every_path(content().questions()):
        way = {step.question.asks: step.value for step in steps}
        said = tuple((f, way[f]) for f in LINK_FACTS if way.get(f) not in (None, "unknown", "other"))
        assert said in links or not said


def test_refresh_and_link_lead_to_the_same_place() -> None:
    assert [page for page in pages_that_send_on().values() if page.refresh != page.link] == []


def test_every_target_and_its_place_on_the_page_exist() -> None:
    for target in {page.target for page in pages_that_send_on().values()}:
        parts = urlsplit(target)
        file = SITE / parts.path / "index.html"
        assert file.is_file(), target
        assert not parts.fragment or parts.fragment in ids_in(file), target


def test_no_page_that_sends_on_leads_to_another() -> None:
    pages = pages_that_send_on()
    assert [page for page in pages.values() if urlsplit(page.target).path in pages] == []


def test_canonical_address_is_whole_and_that_of_the_page_in_the_end() -> None:
    assert urlsplit(root()).netloc
    for page in pages_that_send_on().values():
        assert page.canonical == root() + urlsplit(page.target).path, page


def test_short_link_leads_to_an_answer_or_a_question_in_one_hop() -> None:
    questions = read_tree(content().tree).questions
    for link in content().links:
        parts = urlsplit(pages_that_send_on()[link.address].target)
        if parts.path.startswith("answers/"):
            assert parts.path.split("/")[1] in content().answers
        else:
            assert parts.path == "troubleshooter/"
            assert parts.fragment in questions


def test_short_link_leads_where_the_troubleshooter_leads_with_the_same_words() -> None:
    """Read from the address alone, and walked with the tree that the browser gets."""
    data = json.loads(published(SITE, "assets/tree.json").read_text(encoding="utf-8"))
    tree = read_tree(data)
    for address, page in pages_that_send_on().items():
        name = address.removeprefix("e/").strip("/")
        if not address.startswith("e/") or not name:
            continue
        facts = dict(facts_of(name))
        found = resolve(tree, data["answers"], facts)
        if found.answer:
            assert page.target == f"answers/{found.answer['id']}/", address
        else:
            question = found.state.question or found.state.steps[-1].question
            assert page.target == f"troubleshooter/?{query_of(facts)}#{question.id}", address


def facts_of(name: str) -> Iterator[tuple[str, str]]:
    """Yield the facts that the last part of a short link states."""
    for word in name.split("-"):
        [stated] = [(fact, value) for fact in LINK_FACTS if (value := read_value(fact, word))][:1]
        yield stated


def test_page_of_a_short_link_reads_well_without_being_left() -> None:
    for link in content().links:
        text = (SITE / link.address / "index.html").read_text(encoding="utf-8")
        page = BeautifulSoup(text, "html.parser")
        assert page.html["lang"] == "en"
        assert page.find("script") is None
        assert page.main.h1.get_text() == page.title.get_text() == f"{link.label}: {link.title}"
        assert page.main.a["href"] == pages_that_send_on()[link.address].link


def test_ledger_lists_every_published_address() -> None:
    new = new_entries(content().ledger, content().promised())
    assert new == [], "run `make ledger`"


def test_addresses_are_what_the_site_holds() -> None:
    files = {path.relative_to(SITE).as_posix() for path in SITE.glob("**/*") if path.is_file()}
    addresses = {
        file.removesuffix("index.html") or "./" for file in files if not file.startswith(NO_ADDRESSES)
    }
    sent_on = {*moved(), *(f"{address}index.md" for address in moved())}
    assert addresses - sent_on == set(content().addresses())


def test_address_that_has_moved_is_no_page_at_once_and_leads_to_one() -> None:
    published = set(content().addresses())
    for address, target in moved().items():
        assert address not in published
        assert target in published
        assert urlsplit(pages_that_send_on()[address].target).path == target


def test_build_refuses_to_lose_any_address_of_the_ledger() -> None:
    promised = set(content().promised())
    for entry in content().ledger.values():
        lost = check_ledger("docs/ledger.txt", content().ledger, promised - {entry.address})
        assert entry.moved_to or entry.line in [problem.line for problem in lost], entry


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the content, to take something away from."""
    return copytree(DOCS, tmp_path / "docs", ignore=lambda _, names: {"assets", "templates"} & set(names))


def lost_in(docs: Path) -> list[str]:
    found, problems = read_content(docs)
    assert found is None
    return [str(problem) for problem in problems]


def test_answer_cannot_be_removed(copy: Path) -> None:
    named = " ".join(page.body for page in content().pages.values())
    answer = next(
        answer for answer in content().answers if answer != "checklist" and f"of {answer} -->" not in named
    )
    (copy / f"answers/{answer}.md").unlink()
    tree = copy / "troubleshooter/tree.yml"
    text = tree.read_text(encoding="utf-8")
    tree.write_text(re.sub(rf"\b{answer}\b", "checklist", text), encoding="utf-8")
    [problem] = lost_in(copy)
    assert f"`answers/{answer}/` was published and is gone; bring it back, or send its readers on" in problem


def test_answer_cannot_be_renamed_without_a_line_in_the_ledger(copy: Path) -> None:
    (copy / "answers/checklist.md").rename(copy / "answers/check-list.md")
    tree, ledger = copy / "troubleshooter/tree.yml", copy / "ledger.txt"
    text = tree.read_text(encoding="utf-8")
    tree.write_text(re.sub(r"\bchecklist\b", "check-list", text), encoding="utf-8")
    [problem] = lost_in(copy)
    line = re.findall(r"`([^`]+)`", problem)[-1]
    assert line.endswith(" answers/checklist/ -> answers/check-list/")
    text = ledger.read_text(encoding="utf-8")
    ledger.write_text(re.sub(r"^\S+ answers/checklist/$", line, text, flags=re.MULTILINE), encoding="utf-8")
    assert read_content(copy)[1] == []


def test_page_cannot_be_removed(copy: Path) -> None:
    (copy / "faq.md").unlink()
    [problem] = lost_in(copy)
    assert "`faq/` was published and is gone" in problem


@pytest.mark.parametrize(("values", "word"), [("ATTRIBUTES", "nickName"), ("KEYWORDS", "noTarget")])
def test_value_of_the_vocabulary_cannot_be_removed(
    values: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [value for value in getattr(link_words, values) if value != word]
    monkeypatch.setattr(link_words, values, left)
    [problem] = lost_in(DOCS)
    assert f"give `{word.lower()}` back to the vocabulary" in problem


def test_other_name_of_a_value_cannot_be_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(link_words.SYNONYMS["attribute"], "workemail")
    [problem] = lost_in(DOCS)
    assert "give `workemail` back to the vocabulary" in problem


def test_status_cannot_be_removed(copy: Path) -> None:
    tree = copy / "troubleshooter/tree.yml"
    text = tree.read_text(encoding="utf-8")
    tree.write_text(text.replace('values: ["406", "415"]', 'values: ["406"]'), encoding="utf-8")
    [problem] = lost_in(copy)
    assert "`e/415/` was published and is gone" in problem


def test_names_of_answers_can_stand_in_an_address() -> None:
    assert [
        answer for answer in content().answers if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", answer)
    ] == []
