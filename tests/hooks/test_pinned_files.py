"""The site redistributes exactly the files that are pinned."""

import json
import re
from pathlib import Path

from hooks.publish.pins import check_pins, read_pins, redistributed_files, write_pins
from tests.conftest import PROJECT


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


def test_notice_names_every_package_that_pages_load() -> None:
    """By its name, or by its scope for all of one (`@ungap/*`)."""
    lock = json.loads((PROJECT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    packages = {
        path.split("node_modules/")[-1] for path, entry in lock.items() if path and not entry.get("dev")
    }
    named = set(re.findall(r"[\w@/*.-]+", (PROJECT / "NOTICE").read_text(encoding="utf-8")))
    assert [name for name in sorted(packages) if not named & {name, f"{name.split('/')[0]}/*"}] == []


def test_notice_names_every_owner_that_the_files_name() -> None:
    owners = set()
    for path in redistributed_files().values():
        text = path.read_text(encoding="utf-8", errors="replace")
        owners |= set(re.findall(r"(?:Copyright ?(?:\([cC]\))?|©) [\d -]*([A-Z]\w+,? [A-Z]\w+)", text))
    notice = (PROJECT / "NOTICE").read_text(encoding="utf-8")
    assert len(owners) > 4
    assert [owner for owner in sorted(owners) if owner not in notice] == []
