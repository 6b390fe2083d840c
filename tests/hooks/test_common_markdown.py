"""Markdown for other programs: a paragraph is a line, a warning is a quote, a link is an address."""

import pytest

from hooks.formats.common_markdown import common_markdown


def common(*lines: str, site: str = "") -> list[str]:
    return common_markdown("\n".join(lines), site).split("\n")


def test_lines_of_a_paragraph_become_one() -> None:
    assert common("The address", "is taken.", "", "Next.") == ["The address is taken.", "", "Next."]


def test_lines_of_an_item_become_one() -> None:
    assert common("1. Select", "    the person.", "2. Retry.") == ["1. Select the person.", "2. Retry."]
    assert common("- One", "two", "- Three") == ["- One two", "- Three"]


def test_text_within_an_item_keeps_its_place() -> None:
    assert common("1. Open it.", "", "    Find", "    the task.") == ["1. Open it.", "", "    Find the task."]


def test_two_blanks_at_the_end_break_a_line() -> None:
    assert common("Pulumi  ", "Main Street", "1") == ["Pulumi  ", "Main Street 1"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Choose:", "- one", "* two", "+ three"],
        ["| Way | When |", "|---|---|", "| Connect | Now |"],
        ["## Heading", "Text"],
        ["Text", "---", "Text"],
        ["> quoted", "> twice"],
        ["```text", "one", "two", "", "1. three", "```"],
        ["    ~~~", "    | jq .", "    ```", "    - one", "    ~~~"],
    ],
    ids=lambda lines: lines[0].strip(),
)
def test_lines_that_are_no_paragraph_stay_apart(lines: list[str]) -> None:
    assert common(*lines) == lines


def test_inner_lists_are_numbered_and_begin_again_below_the_next_item() -> None:
    assert common("1. A", "    1. a", "    1. b", "2. B", "    1. a", "        1. x", "    1. b") == [
        "1. A",
        "    1. a",
        "    2. b",
        "2. B",
        "    1. a",
        "        1. x",
        "    2. b",
    ]


def test_admonition_is_a_quote_with_its_kind_and_title() -> None:
    assert common(
        '!!! warning "No way"', "    All is", "    deleted.", "", "    For good.", "", "Go on."
    ) == [
        "> **Warning: No way**",
        ">",
        "> All is deleted.",
        ">",
        "> For good.",
        "",
        "Go on.",
    ]


def test_admonition_in_an_item_is_a_quote_in_that_item() -> None:
    assert common("- Delete it.", "", '    !!! danger "Gone"', "        For good.", "", "    1. Go.") == [
        "- Delete it.",
        "",
        "    > **Danger: Gone**",
        "    >",
        "    > For good.",
        "",
        "    1. Go.",
    ]


def test_admonition_in_an_admonition_is_a_quote_in_a_quote() -> None:
    assert common('!!! note "Out"', '    !!! tip "In"', "        Text.") == [
        "> **Note: Out**",
        ">",
        "> > **Tip: In**",
        "> >",
        "> > Text.",
    ]


@pytest.mark.parametrize("begin", ["!!! warning", "!!!warning", "!!! warning inline ", '!!! warning ""'])
def test_admonition_without_a_title_shows_its_kind(begin: str) -> None:
    assert common(begin, "    Text.") == ["> **Warning**", ">", "> Text."]


def test_what_follows_an_admonition_is_no_part_of_the_quote() -> None:
    assert common("1. A", '    !!! note "N"', "        Text.", "    2. B")[-2:] == ["", "    1. B"]


def test_code_stays_as_it_is() -> None:
    code = ["```text", '!!! note "x"', "    7. seven", "[a](b.md)", "~~~", "```"]
    assert common(*code) == code


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_code_stays_as_it_is_below_its_blank_lines(fence: str) -> None:
    lines = [fence, "one", "", "", "two", "three", "", "!!! note", fence, "", "", "The", "end."]
    assert common(*lines) == [*lines[:-2], "The end."]


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("email-in-use.md", "https://x.com/answers/email-in-use/"),
        ("../guides/okta.md#retry", "https://x.com/guides/okta/#retry"),
        (
            "../troubleshooter/index.md?status=409#attribute",
            "https://x.com/troubleshooter/?status=409#attribute",
        ),
        ("../index.md", "https://x.com/"),
        ("reindex.md", "https://x.com/answers/reindex/"),
        ("https://example.com/read.md", "https://example.com/read.md"),
    ],
)
def test_link_is_an_address(link: str, address: str) -> None:
    [line] = common(f"Read [this]({link}) and that.", site="https://x.com/")
    assert line == f"Read [this]({address}) and that."


def test_address_without_a_site_starts_from_the_root() -> None:
    assert common("[a](a.md) [b](../index.md)") == ["[a](answers/a/) [b](./)"]
