"""A policy names the scripts that stand in a page, and nothing else."""

import base64
import hashlib

from hooks.publish.policy import PREVIEW, check_place, policy, script_hashes, with_policy


def hash_of(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_scripts_in_the_page_are_hashed_as_they_stand() -> None:
    html = '<script>a = "é"\n</script><script type="speculationrules">{}</script>'
    assert script_hashes(html) == [hash_of('a = "é"\n'), hash_of("{}")]


def test_files_and_data_need_no_hash() -> None:
    html = (
        '<script src="a.js"></script><script id="c" type="application/json">{}</script>'
        '<script type="application/ld+json">{}</script>'
    )
    assert script_hashes(html) == []


def test_policy_stands_before_all_that_it_rules() -> None:
    page = with_policy('<head><meta charset="utf-8"><script>a</script></head>', "default-src 'none'")
    assert page.index("default-src 'none'") < page.index("<script>")


def test_page_without_a_place_for_its_policy_is_named() -> None:
    assert check_place("faq.md", '<head><meta charset="utf-8"></head>') == ""
    assert check_place("faq.md", '<head><meta charset="UTF-8"/></head>').startswith("faq.md: the theme")


def test_only_pages_with_python_may_compile_for_the_interpreter() -> None:
    assert "'wasm-unsafe-eval'" in policy([], python=True)
    assert "eval" not in policy([], python=False)


def test_preview_allows_the_script_that_reloads_it() -> None:
    assert "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline';" in policy(PREVIEW, python=True)
