"""The faces for programs: JSON, Markdown, lists, feed and page data are well formed and agree with pages."""

import copy
import functools
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from textwrap import dedent
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator, FormatChecker

from hooks.writing.answers import SECTIONS
from tests.conftest import PROJECT

SITE = PROJECT / "site"
DOCUMENTATION = PROJECT / "docs/reference/for-programs.md"
pytestmark = pytest.mark.usefixtures("site")

SENDS_ON = 'http-equiv="refresh"'
ANSWERS = sorted(
    path.parent.name
    for path in SITE.glob("answers/*/index.html")
    if SENDS_ON not in path.read_text(encoding="utf-8")
)
every_answer = pytest.mark.parametrize("answer", ANSWERS)
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# RFC 3339, as RFC 4287 section 3.3 asks.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
CODE = re.compile(r"^ *```.*?^ *```$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def read(name: str) -> str:
    return (SITE / name).read_text(encoding="utf-8")


@cache
def data() -> dict[str, Any]:
    return json.loads(read("answers.json"))


@cache
def schema() -> dict[str, Any]:
    return json.loads(read("answers.schema.json"))


@cache
def head_of(page: str) -> BeautifulSoup:
    return BeautifulSoup(read(page).split("</head>")[0], "html.parser")


def texts_in(page: str, element: str) -> list[str]:
    """Return the text of each such element, which holds no other of its name."""
    found = re.findall(rf"<{element}\b.*?</{element}>", read(page), re.DOTALL)
    return [BeautifulSoup(text, "html.parser").get_text().rstrip("¶").strip() for text in found]


@cache
def pages() -> list[str]:
    """Return every page but the one for unknown addresses; none that sends readers on."""
    found = [path.relative_to(SITE).as_posix() for path in SITE.glob("**/*.html")]
    ours = [page for page in found if not page.startswith("e/") and page != "404.html"]
    return sorted(page for page in ours if SENDS_ON not in read(page))


def meta(page: str, name: str) -> str:
    [found] = head_of(page).find_all("meta", attrs={"property" if ":" in name else "name": name})
    return found["content"]


def canonical(page: str) -> str:
    [found] = head_of(page).find_all("link", rel="canonical")
    return found["href"]


@cache
def root() -> str:
    return canonical("index.html")


def is_there(address: str) -> bool:
    """Whether a whole address of this site names a file in it."""
    assert address.startswith(root()), address
    file = SITE / urlsplit(address.removeprefix(root())).path
    return (file / "index.html" if file.is_dir() else file).is_file()


# answers.json and its schema


def mistakes(instance: object) -> list[str]:
    validator = Draft202012Validator(schema(), format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(instance)]


def test_answers_follow_the_schema_that_they_name() -> None:
    Draft202012Validator.check_schema(schema())
    assert data()["$schema"] == "answers.schema.json"
    assert mistakes(data()) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", ""),
        ("title", None),
        ("description", "x" * 161),
        ("url", "https://example.com/answers/a/"),
        ("status", ["999"]),
        ("status", "409"),
        ("scimType", ["uniqueness", "uniqueness"]),
        ("attribute", ["email"]),
        ("who", []),
        ("who", ["somebody"]),
        ("ground", "hearsay"),
        ("reviewed", "yesterday"),
        ("steps", {"okta": "1. Retry."}),
        ("browse_only", False),
        ("titel", "x"),
    ],
)
def test_schema_refuses_a_wrong_value(key: str, value: object) -> None:
    wrong = copy.deepcopy(data())
    wrong["answers"][0][key] = value
    assert mistakes(wrong)


@pytest.mark.parametrize("key", ["id", "status", "steps", "reviewed"])
def test_schema_refuses_a_missing_key(key: str) -> None:
    wrong = copy.deepcopy(data())
    del wrong["answers"][0][key]
    assert mistakes(wrong)


def test_addresses_in_the_answers_exist() -> None:
    for entry in data()["answers"]:
        assert is_there(root() + entry["url"])
        assert is_there(root() + entry["markdown"])


def test_links_in_steps_start_from_the_root() -> None:
    for entry in data()["answers"]:
        for address in LINK.findall(CODE.sub("", "".join(entry["steps"].values()))):
            assert urlsplit(address).scheme == "https" or is_there(root() + address), address


# Markdown twins and their list


@every_answer
def test_twin_has_the_title_and_all_sections_in_order(answer: str) -> None:
    text = CODE.sub("", read(f"answers/{answer}/index.md"))
    entry = next(entry for entry in data()["answers"] if entry["id"] == answer)
    assert text.startswith(f"# {entry['title']}\n")
    assert re.findall("^# .*", text, re.MULTILINE) == [f"# {entry['title']}"]
    assert re.findall("^## (.*)", text, re.MULTILINE) == [*SECTIONS, "Sources"]


@every_answer
def test_twin_has_every_provider_that_has_a_tab_on_the_page(answer: str) -> None:
    sections = re.split("^## .*", CODE.sub("", read(f"answers/{answer}/index.md")), flags=re.MULTILINE)[1:-1]
    rows = re.findall(
        r'<div class="tabbed-labels">(.*?)</div>', read(f"answers/{answer}/index.html"), re.DOTALL
    )
    tabs = [re.findall("<label[^>]*>([^<]*)", row) for row in rows]
    headings = [re.findall("^### (.*)", section, re.MULTILINE) for section in sections]
    # On the page, the steps for consoles in general come first, and are shown until a provider is chosen.
    assert [[names[-1], *names[:-1]] for names in headings if names] == tabs


@every_answer
def test_twin_names_every_source_of_the_page(answer: str) -> None:
    foot = re.search(r'<div class="foot".*?</article>', read(f"answers/{answer}/index.html"), re.DOTALL)
    assert foot
    sources = read(f"answers/{answer}/index.md").split("\n## Sources\n")[1]
    on_page = set(map(unescape, re.findall('<a href="(https://[^"]*)"', foot[0])))
    assert on_page == set(re.findall(r"\]\((https://\S+)\)$", sources, re.MULTILINE))
    assert on_page


@every_answer
def test_twin_holds_no_html_and_whole_addresses_that_exist(answer: str) -> None:
    text = CODE.sub("", read(f"answers/{answer}/index.md"))
    assert re.findall(r"<[a-zA-Z/!]|!!!|^ *===", text, re.MULTILINE) == []
    for address in LINK.findall(text):
        assert urlsplit(address).scheme == "https", address
        assert not address.startswith(root()) or is_there(address), address


@every_answer
def test_page_names_its_twin(answer: str) -> None:
    twin = head_of(f"answers/{answer}/index.html").find("link", type="text/markdown")
    assert twin["href"] == "index.md"


def test_every_answer_has_a_twin() -> None:
    assert sorted(entry["id"] for entry in data()["answers"]) == ANSWERS


def test_list_for_language_models_has_its_form() -> None:
    """One title, a quote, text without headings, then sections that are lists of links: https://llmstxt.org/."""
    head, *sections = re.split("^## ", read("llms.txt"), flags=re.MULTILINE)
    lines = [line for line in head.splitlines() if line]
    assert re.fullmatch("# .+", lines[0])
    assert re.fullmatch("> .+", lines[1])
    assert [line for line in lines[2:] if line.startswith(("#", ">"))] == []
    assert sections
    for section in sections:
        _, *items = filter(None, section.splitlines())
        assert items
        for item in items:
            assert re.fullmatch(r"- \[.+\]\(https?://\S+\): .+", item), item


def test_list_for_language_models_names_every_answer_once_and_nothing_else_that_is_missing() -> None:
    addresses = LINK.findall(read("llms.txt"))
    assert [address for address in addresses if not is_there(address)] == []
    for answer in ANSWERS:
        assert addresses.count(f"{root()}answers/{answer}/index.md") == 1


# feed and sitemap


def test_feed_is_well_formed_and_newest_first() -> None:
    feed = ElementTree.fromstring(read("feed.xml"))
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert entries
    assert len(ids) == len(set(ids))
    moments = [moment.text or "" for name in ("updated", "published") for moment in feed.iter(ATOM + name)]
    assert [moment for moment in moments if not MOMENT.fullmatch(moment)] == []
    updated = [entry.findtext(f"{ATOM}updated", "") for entry in entries]
    assert updated == sorted(updated, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == updated[0]


def test_feed_has_what_atom_asks_for_and_leads_to_pages() -> None:
    feed = ElementTree.fromstring(read("feed.xml"))
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        assert all(element.findtext(ATOM + name) for name in ("id", "title", "updated"))
        links = {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}
        assert all(is_there(address) for address in links.values())
        assert links["alternate"]
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == root() + "feed.xml"  # type: ignore[union-attr]


def test_sitemap_lists_every_page_and_none_that_sends_on() -> None:
    listed = [entry.text for entry in ElementTree.fromstring(read("sitemap.xml")).iter(f"{SITEMAP}loc")]
    assert sorted(filter(None, listed)) == sorted(
        root() + page.removesuffix("index.html") for page in pages()
    )


# what pages say of themselves


def test_canonical_address_of_a_page_is_its_own() -> None:
    for page in pages():
        assert canonical(page) == root() + page.removesuffix("index.html")
        assert meta(page, "og:url") == canonical(page)


def test_page_has_a_title_and_a_description_for_whoever_shows_a_link_to_it() -> None:
    for page in pages():
        assert meta(page, "og:description") == meta(page, "description")
        assert meta(page, "og:title") in head_of(page).title.get_text() or page == "index.html"
        assert meta(page, "og:title")
        assert meta(page, "og:type") == (
            "article" if page.removesuffix("/index.html")[8:] in ANSWERS else "website"
        )


def test_titles_and_descriptions_of_pages_are_unique() -> None:
    for name in ("og:title", "og:description"):
        values = [meta(page, name) for page in pages()]
        assert sorted(values) == sorted(set(values))


@every_answer
def test_structured_data_says_what_the_page_and_the_feed_say(answer: str) -> None:
    page = f"answers/{answer}/index.html"
    [script] = head_of(page).find_all("script", type="application/ld+json")
    says = json.loads(script.get_text())
    assert says["@context"] == "https://schema.org"
    assert [says["headline"]] == texts_in(page, "h1")
    assert says["description"] == meta(page, "description")
    assert says["url"] == canonical(page)
    assert says["datePublished"] <= says["dateModified"]
    for entry in ElementTree.fromstring(read("feed.xml")).iter(f"{ATOM}entry"):
        if entry.findtext(f"{ATOM}id") == says["url"]:
            assert entry.findtext(f"{ATOM}published") == f"{says['datePublished']}T00:00:00Z"
            assert entry.findtext(f"{ATOM}updated") == f"{says['dateModified']}T00:00:00Z"


def test_only_answers_have_structured_data() -> None:
    having = [page for page in pages() if "application/ld+json" in read(page)]
    assert having == [f"answers/{answer}/index.html" for answer in ANSWERS]


# the examples and the tables in the documentation


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def run() -> Iterator[Callable[..., str]]:
    """Return a function that runs a command, with SITE set to a server of the site, for its output."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(SITE))) as server:
        threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"

        def run_command(*command: str) -> str:
            environment = {**os.environ, "SITE": address, "no_proxy": "127.0.0.1"}
            ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=20)
            assert ran.returncode == 0, ran.stderr
            return ran.stdout

        yield run_command
        server.shutdown()


def examples(language: str) -> list[str]:
    """Return the code blocks of the documentation in `language`, as they stand there."""
    blocks = re.findall(
        rf"^( *)```{language}\n(.*?)^\1```$",
        DOCUMENTATION.read_text(encoding="utf-8"),
        re.DOTALL | re.MULTILINE,
    )
    return [dedent(block) for _, block in blocks]


CURL = [block for block in examples("sh") if "curl" in block]


def test_example_in_python_prints_the_title_and_the_steps_of_each_answer_that_holds(
    run: Callable[..., str],
) -> None:
    [block] = examples("python")
    printed = run(sys.executable, "-c", block)
    holding = [entry for entry in data()["answers"] if f"{entry['title']}\n" in printed]
    assert "email-in-use" in [entry["id"] for entry in holding]
    assert printed == "".join(f"{entry['title']}\n{entry['steps']['okta']}\n" for entry in holding)


@pytest.mark.parametrize("block", CURL)
def test_example_in_curl_prints_the_file_that_it_names(run: Callable[..., str], block: str) -> None:
    if not shutil.which("curl"):
        pytest.skip("curl is not installed")
    [name] = re.findall(r"\$SITE/([\w./-]*)", block)
    assert run("sh", "-c", block) == read(f"{name}index.html" if name.endswith("/") else name)


def test_there_are_examples_of_a_twin_and_of_a_short_link() -> None:
    assert len(CURL) >= 2
    assert any(".md" in block for block in CURL)
    assert any("/e/" in block for block in CURL)


def test_setting_of_the_sites_address_is_an_example_that_runs(run: Callable[..., str]) -> None:
    [block] = [block for block in examples("sh") if "SITE=" in block]
    assert run("sh", "-c", f"{block}\necho $SITE").startswith("https://")


def test_documented_keys_are_those_of_the_schema() -> None:
    text = DOCUMENTATION.read_text(encoding="utf-8").split("## Keys of an answer")[1]
    cells = re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
    keys = [key for cell in cells for key in re.findall("`([^`]+)`", cell)]
    known = schema()["properties"]["answers"]["items"]["properties"]
    assert sorted(keys) == sorted(known)


def test_documented_values_are_those_of_the_schema() -> None:
    text = DOCUMENTATION.read_text(encoding="utf-8")
    known = schema()["properties"]["answers"]["items"]["properties"]
    for key, values in (
        ("who", known["who"]["items"]["enum"]),
        ("ground", known["ground"]["enum"]),
    ):
        [row] = re.findall(rf"^\| `{key}` \| (.*) \|$", text, re.MULTILINE)
        assert re.findall("`([^`]+)`", row) == values
    providers = re.findall(r"<li><code>(\w+)</code>: ", read("reference/for-programs/index.html"))
    assert providers == list(known["steps"]["properties"])


def test_documented_addresses_are_there() -> None:
    """Those that stand for themselves, and are no pattern."""
    files = re.findall(r'<a href="\.\./\.\./([\w.]+)">/\1</a>', read("reference/for-programs/index.html"))
    assert len(files) >= 5
    assert [file for file in files if not (SITE / file).is_file()] == []
