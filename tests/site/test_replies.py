"""The replies that support sends: for every answer and provider complete, in order, and free of marks."""

import json
import re
from functools import cache
from itertools import combinations, product
from typing import Any

import pytest

from hooks.addresses.ways import shown_by_one
from hooks.writing.answers import WHO
from tests.conftest import PROJECT, published
from troubleshooter.tree import read_tree
from troubleshooter.vocabulary import IDP, value_label

SITE = PROJECT / "site"
pytestmark = pytest.mark.usefixtures("site")

ANSWERS = sorted(path.name.partition(".")[0] for path in SITE.glob("assets/replies/*.json"))
every_answer = pytest.mark.parametrize("answer", ANSWERS)
CODE = re.compile(r"^ *```.*?^ *```$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
# What the build or MkDocs should have taken away: tags, markers, admonitions, tabs, attributes.
LEFT_OVER = re.compile(r"<[a-zA-Z/!]|!!!|\?\?\?|^ *===|\{[:.#]|\{ [:.#]|\.md[)#?]|\]\(#", re.MULTILINE)
# A mark, or a line that begins with one; a table, quote or heading among them.
MARKS = re.compile(r"\*\*|`|\]\(|\0|^ *[#>|]", re.MULTILINE)
FORMS = ("markdown", "text")
# The provider of each answer that its console alone can show.
ONLY = shown_by_one(read_tree(json.loads(published(SITE, "assets/tree.json").read_text(encoding="utf-8"))))
MAIN_CONSOLES = ("okta", "entra", "onelogin")


@cache
def replies(answer: str) -> dict[str, dict[str, str]]:
    return json.loads(published(SITE, f"assets/replies/{answer}.json").read_text(encoding="utf-8"))


@cache
def entries() -> dict[str, dict[str, Any]]:
    answers = json.loads((SITE / "answers.json").read_text(encoding="utf-8"))["answers"]
    return {entry["id"]: entry for entry in answers}


def parts(reply: str) -> list[str]:
    """Return greeting, cause, who acts, what to do, how to check, and where the whole answer is."""
    found = re.fullmatch(
        r"(.+)\n\n(.+)\n\n\*\*Who acts:\*\* (.+)\n\n\*\*What to do(?:, in .+)?:\*\*\n\n(.+)"
        r"\n\n\*\*How to check:\*\*\n\n(.+)\n\n\*\*The whole answer, with its sources:\*\* (.+)",
        reply,
        re.DOTALL,
    )
    assert found, reply
    return list(found.groups())


def outer_numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]


def test_every_answer_has_a_reply_for_every_provider_in_both_forms() -> None:
    assert sorted(entries()) == ANSWERS
    for answer in ANSWERS:
        assert list(replies(answer)) == IDP
        assert all(set(forms) == {"markdown", "text"} for forms in replies(answer).values())


@every_answer
def test_reply_greets_then_names_the_cause_in_one_sentence(answer: str) -> None:
    for idp in IDP:
        greeting, cause, *_ = parts(replies(answer)[idp]["markdown"])
        assert greeting == "Hello,"
        assert re.fullmatch(r"[^\n]{20,}\.", cause)
        assert not re.search(r"[.!?] [A-Z]", cause)


@every_answer
def test_reply_says_who_acts_and_in_which_console(answer: str) -> None:
    for idp in IDP:
        reply = replies(answer)[idp]["markdown"]
        assert parts(reply)[2] == " · ".join(WHO[who] for who in entries()[answer]["who"])
        console = ONLY.get(answer, idp)
        assert (f"**What to do, in {value_label('idp', console)}:**" in reply) == (console != "other")


@every_answer
def test_reply_comes_to_its_steps_soon_and_tells_no_customer_what_is_not_documented(answer: str) -> None:
    for idp in IDP:
        reply = replies(answer)[idp]["text"]
        assert len(reply.partition("\n1. ")[0].split()) <= 150
        assert not re.search(r"\bwe found no\b|documentation does not say|Pulumi does not say", reply, re.IGNORECASE)


@every_answer
def test_steps_are_numbered_from_one_without_a_gap(answer: str) -> None:
    for idp, form in product(IDP, FORMS):
        reply = replies(answer)[idp][form]
        steps = reply[reply.index("What to do") : reply.index("How to check:")]
        numbers = outer_numbers(CODE.sub("", steps))
        assert numbers == list(range(1, len(numbers) + 1))
        assert numbers


@every_answer
def test_reply_says_how_to_check_and_ends_with_the_link(answer: str) -> None:
    for idp in IDP:
        *_, check, link = parts(replies(answer)[idp]["markdown"])
        assert len(check) > 40
        assert link == "{link}"
        assert replies(answer)[idp]["text"].endswith(": {link}")


@every_answer
def test_markdown_holds_no_html_and_no_mark_of_this_site(answer: str) -> None:
    for idp in IDP:
        assert LEFT_OVER.findall(CODE.sub("", replies(answer)[idp]["markdown"])) == []


@every_answer
def test_text_holds_no_marks_of_markdown(answer: str) -> None:
    for idp in IDP:
        assert MARKS.findall(replies(answer)[idp]["text"]) == []


@every_answer
def test_site_stands_for_the_beginning_of_an_address_only(answer: str) -> None:
    for idp, form in product(IDP, FORMS):
        reply = replies(answer)[idp][form]
        addresses = re.findall(r"\(\{site\}([^)\s]*)\)", reply)
        assert len(addresses) == reply.count("{site}")
        for address in addresses:
            assert (SITE / re.split("[?#]", address)[0] / "index.html").is_file(), address
        assert reply.count("{link}") == 1


@every_answer
def test_steps_are_those_of_the_answers_file_with_whole_addresses(answer: str) -> None:
    """Where the answer rests on general practice, only a line about that is left out."""
    for idp in IDP:
        steps = parts(replies(answer)[idp]["markdown"])[3].replace("{site}", "")
        assert entries()[answer]["steps"][idp].startswith(steps)


@every_answer
def test_replies_differ_where_the_steps_of_the_consoles_differ(answer: str) -> None:
    steps = {idp: entries()[answer]["steps"][idp] for idp in MAIN_CONSOLES}
    for one, other in combinations(MAIN_CONSOLES, 2):
        for form in FORMS:
            bodies = [
                re.search(r"What to do.*?:\**\n(.*)How to check", replies(answer)[idp][form], re.DOTALL)[1]  # type: ignore[index]
                for idp in (one, other)
            ]
            assert (bodies[0] != bodies[1]) == (steps[one] != steps[other])


def test_most_replies_differ_between_the_main_consoles() -> None:
    different = [
        answer
        for answer in ANSWERS
        if len({entries()[answer]["steps"][idp] for idp in MAIN_CONSOLES}) == len(MAIN_CONSOLES)
    ]
    assert len(different) > len(ANSWERS) / 2
