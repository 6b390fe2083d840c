"""A file has another name when its content is another, so that it may be kept for a year."""

import re

from hooks.publish.content_names import content_names


def test_name_changes_with_the_content_and_keeps_its_ending() -> None:
    [one] = content_names({"assets/start.js": b"1"}).values()
    [other] = content_names({"assets/start.js": b"2"}).values()
    assert one != other
    assert re.fullmatch(r"assets/start\.[0-9a-f]{8}\.js", one)
    assert content_names({"assets/start.js": b"1"}) == {"assets/start.js": one}


def test_files_that_name_each_other_share_a_folder_named_by_all_of_them() -> None:
    contents = {"assets/runtime/core.js": b"import './part.js'", "assets/runtime/part.js": b"1"}
    before = content_names(contents, ("assets/runtime/",))
    after = content_names(contents | {"assets/runtime/part.js": b"2"}, ("assets/runtime/",))
    for address, name in before.items():
        assert re.fullmatch(r"assets/runtime/[0-9a-f]{8}/(core|part)\.js", name)
        assert after[address] != name
    assert len({name.split("/")[2] for name in before.values()}) == 1


def test_name_that_holds_its_hash_already_is_kept() -> None:
    address = "assets/stylesheets/main.57a0d79d.min.css"
    assert content_names({address: b""}) == {address: address}
