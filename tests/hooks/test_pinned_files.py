"""The site redistributes exactly the files that are pinned."""

from pathlib import Path

from hooks.pinned_files import check_pins, read_pins, redistributed_files, write_pins


def test_installed_files_are_the_pinned_ones() -> None:
    assert check_pins(redistributed_files()) == ""


def test_file_that_was_changed_added_or_lost_is_named_with_the_cure(tmp_path: Path) -> None:
    script, other, pins = tmp_path / "core.js", tmp_path / "other.js", tmp_path / "pins"
    script.write_text("1")
    other.write_text("2")
    write_pins({"assets/core.js": script}, pins)
    assert list(read_pins(pins)) == ["assets/core.js"]
    assert check_pins({"assets/core.js": script}, pins) == ""
    for wrong in ({"assets/core.js": other}, {"assets/core.js": script, "assets/other.js": other}, {}):
        sentence = check_pins(wrong, pins)
        assert sentence.startswith(("assets/core.js is not", "assets/other.js is not"))
        assert "make lock" in sentence
