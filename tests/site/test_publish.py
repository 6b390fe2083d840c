"""What publishes the site: the zip that holds it."""

import os
import zlib
from pathlib import Path
from zipfile import ZipFile

from hooks.zip_site import zip_site

MOMENT = 1_800_000_000


def test_zip_holds_the_whole_site(site: Path, tmp_path: Path) -> None:
    zip_site(site, tmp_path / "site.zip", MOMENT)
    files = [path for path in site.rglob("*") if path.is_file()]
    with ZipFile(tmp_path / "site.zip") as packed:
        held = {entry.filename: entry.CRC for entry in packed.infolist()}
    assert held == {path.relative_to(site).as_posix(): zlib.crc32(path.read_bytes()) for path in files}


def test_zip_of_the_same_files_is_the_same(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    packed = []
    for name in ("first.zip", "second.zip"):
        for file in ("b.html", "a.html"):
            (site / file).write_text(file)
            os.utime(site / file, (len(packed), len(packed)))
        zip_site(site, tmp_path / name, MOMENT)
        packed.append((tmp_path / name).read_bytes())
    assert packed[0] == packed[1]
