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
        ["Text", "> quoted"],
        ["```text", "one", "two", "", "1. three", "```"],
        ["- Item", "    ~~~", "    | jq .", "    ```", "    - one", "    ~~~"],
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


def test_inner_list_may_begin_with_another_number() -> None:
    assert common("- A", "", "    3. c", "    3. d") == ["- A", "", "    3. c", "    4. d"]


def test_item_with_a_long_number_keeps_what_it_holds() -> None:
    assert common("10. A", "", "    b", "    c", "100. D", "", "    e", "    f") == [
        "10. A",
        "",
        "    b c",
        "100. D",
        "",
        "    e f",
    ]


def test_quote_is_a_line_for_each_paragraph() -> None:
    assert common("> One", "> line.", ">", "> Two.") == ["> One line.", ">", "> Two."]


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
    assert common("1. A", '    !!! note "N"', "        Text.", "    1. B")[-2:] == ["", "    1. B"]


def test_code_stays_as_it_is() -> None:
    code = ["```text", '!!! note "x"', "    7. seven", "[a](b.md)", "~~~", "```"]
    assert common(*code) == code


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_code_stays_as_it_is_below_its_blank_lines(fence: str) -> None:
    lines = [fence, "one", "", "", "two", "three", "", "!!! note", fence, "", "The", "end."]
    assert common(*lines) == [*lines[:-2], "The end."]


def test_code_stays_as_it_is_below_another_fence() -> None:
    code = ["~~~~text", "```", "", "1. one", "1. two", "", "- a", "b", "~~~~", "", "- c"]
    assert common(*code) == code


def test_code_in_an_item_stays_as_it_is() -> None:
    code = ["````text", "1. one", "", "", "```", "1. two", "  three", "````"]
    lines = ["1. A", "", *(f"    {line}".rstrip() for line in code), "2. B"]
    assert common(*lines) == lines


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


def test_address_in_angle_brackets_and_title_of_a_link_stay() -> None:
    line = '<https://p.com/> <ana@example.com> [a](https://p.com/ "Title") ![b](c.png)'
    assert common(line) == [line]


def test_marks_stay_as_they_were_written() -> None:
    line = r"*a* _b_ **c** __d__ ***e*** `f` `` g`h `` \*i\* &lt;j&gt; https://<orgName>/ {k}"
    assert common(line) == [line]


def test_bar_in_the_code_of_a_table_is_behind_a_backslash() -> None:
    """As GitHub Flavored Markdown asks; the site's dialect would show that backslash."""
    assert common("| A | B |", "|:--|--:|", "| `x|y` | p \\| q |") == [
        "| A | B |",
        "|:---|---:|",
        "| `x\\|y` | p \\| q |",
    ]


def test_links_in_tables_and_titles_are_addresses() -> None:
    assert common("| [a](a.md) |", "|---|", "| b |")[0] == "| [a](answers/a/) |"
    assert common('!!! note "See [a](a.md)"', "    b")[0] == "> **Note: See [a](answers/a/)**"


def test_tab_is_its_title_and_its_text() -> None:
    assert common('=== "Okta"', "", "    1. Open", "    it.", "", '=== "Entra ID"', "    Text.") == [
        "**Okta**",
        "",
        "1. Open it.",
        "",
        "**Entra ID**",
        "",
        "Text.",
    ]


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("Text\n{: .note }", "Text"),
        ("## Heading {: #id .note }", "## Heading"),
        ("## Heading { #id }", "## Heading"),
        ("[a](https://p.com/){: .button } b", "[a](https://p.com/) b"),
        ("**a**{.note} `c`{: #d }", "**a** `c`"),
        ("Put {id} or {.id} there, or `{: .x }`", "Put {id} or {.id} there, or `{: .x }`"),
    ],
)
def test_lists_of_attributes_go(marked: str, text: str) -> None:
    assert common_markdown(marked) == text


def test_tags_that_frame_blocks_go_and_what_they_hold_stays() -> None:
    assert common("<div markdown>", "", "Text", "here.", "", "</div>", "", "<!-- note -->", "", "End.") == [
        "Text here.",
        "",
        "End.",
    ]
    assert common("<details markdown>", "<summary>More</summary>", "", "- *a*", "", "</details>") == [
        "More",
        "",
        "- *a*",
    ]
