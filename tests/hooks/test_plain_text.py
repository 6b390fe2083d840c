"""Plain text for e-mail: every mark of Markdown goes, and every word stays."""

import pytest

from hooks.formats.plain_text import plain_text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("## What to do", "What to do"),
        ("1. Select **Retry**, *then* wait.", "1. Select Retry, then wait."),
        ("***Both*** and **bold with *more* in it**", "Both and bold with more in it"),
        ("_Never_ touch users_email_key", "Never touch users_email_key"),
        ("**A > B** menus", "A > B menus"),
        ("- one * two * three", "- one * two * three"),
        ("Code `a*b*c` keeps its stars", "Code a*b*c keeps its stars"),
        ("Write `[a](b)` so", "Write [a](b) so"),
        ("**`emails`** is *`active`*", "emails is active"),
        ("`` a`b `` has a mark", "a`b has a mark"),
        (r"a \*star\* and \_id\_", "a *star* and _id_"),
        ("https://<orgName>/ stays", "https://<orgName>/ stays"),
        ("One\nline  \nand another", "One line\nand another"),
        ("&lt;orgName&gt; &amp; more", "<orgName> & more"),
    ],
)
def test_marks_go_and_words_stay(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("[Pulumi](https://p.com/)", "Pulumi (https://p.com/)"),
        ("[https://p.com/](https://p.com/)", "https://p.com/"),
        ("**[Pulumi](https://p.com/*a*)**", "Pulumi (https://p.com/*a*)"),
        ("[`emails`](https://p.com/)", "emails (https://p.com/)"),
        ("[emails[type eq work]](https://p.com/)", "emails[type eq work] (https://p.com/)"),
        ("[SCIM](https://p.com/SCIM_(a)) is", "SCIM (https://p.com/SCIM_(a)) is"),
        ('[Pulumi](https://p.com/ "Title")', "Pulumi (https://p.com/)"),
        ("<https://p.com/> <ana@example.com>", "https://p.com/ ana@example.com"),
        ("![A map](https://p.com/map.png)", "A map (https://p.com/map.png)"),
        ("[A page](a.md#b) ![c](c.png)", "A page (answers/a/#b) c (c.png)"),
        ("{link}", "{link}"),
    ],
)
def test_link_shows_its_address(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


def test_table_is_a_list_with_its_headings() -> None:
    table = "| Way | When | |\n|:--|---|---|\n| **Connect** | Now | Twice |\n| Delete | | Once |\n\nText"
    assert plain_text(table).split("\n") == [
        "- Connect",
        "  When: Now",
        "  Twice",
        "- Delete",
        "  Once",
        "",
        "Text",
    ]


def test_table_in_an_item_keeps_its_place() -> None:
    table = "1. Choose.\n\n    | A | B |\n    |---|---|\n    | 1 | 2 |"
    assert plain_text(table) == "1. Choose.\n\n    - 1\n      B: 2"


def test_bar_in_code_or_behind_a_backslash_ends_no_cell() -> None:
    assert plain_text("| A | B |\n|---|---|\n| `x|y` | p \\| q |") == "- x|y\n  B: p | q"


def test_row_with_too_few_or_too_many_cells_is_shown_all_the_same() -> None:
    assert plain_text("| A | B |\n|---|---|\n| 1 |\n| 2 | 3 | 4 |") == "- 1\n- 2\n  B: 3"


def test_code_block_is_indented_and_keeps_every_character() -> None:
    assert plain_text("```sh\ncurl *a* `b` \\\n  | jq .\n> # [x](y)\n```") == (
        "    curl *a* `b` \\\n      | jq .\n    > # [x](y)"
    )


@pytest.mark.parametrize("fence", ["````", "~~~~"])
def test_code_keeps_its_fences_and_blank_lines(fence: str) -> None:
    code = f"{fence}\n```\n1. **one**\n\n\n- two\n```\n{fence}\n\n**End**"
    assert plain_text(code) == "    ```\n    1. **one**\n\n\n    - two\n    ```\n\nEnd"


def test_code_in_an_item_is_indented_below_it() -> None:
    assert (
        plain_text("1. Run\n\n    ```sh\n    a *b*\n    ```\n2. *End*") == "1. Run\n\n        a *b*\n2. End"
    )


def test_dialect_of_the_site_leaves_no_marks() -> None:
    admonition = '!!! note "With `code`"\n    A *b*\n    c.'
    tab = '=== "Okta"\n\n    1. *Open*'
    frame = "<div markdown>\n\nText\n{: .note }\n\n</div>"
    assert plain_text(f"{admonition}\n\n{tab}\n\n{frame}") == (
        "Note: With code\n\nA b c.\n\nOkta\n\n1. Open\n\nText"
    )


def test_quote_loses_its_marks_and_keeps_its_place() -> None:
    quote = "- Stop.\n\n    > **Warning: No**\n    >\n    > Text."
    assert plain_text(quote) == "- Stop.\n\n    Warning: No\n\n    Text."


def test_code_and_tables_in_a_quote_are_such() -> None:
    quote = "> ```sh\n> a | *b*\n> ```\n>\n> | A | B |\n> |---|---|\n> | 1 | 2 |"
    assert plain_text(quote) == "    a | *b*\n\n- 1\n  B: 2"
