"""Packs the built site into one file, the same bytes for the same commit; `make zip` runs it."""

import os
import time
import zipfile
from pathlib import Path

import brotli

# Servers pack the rest in passing: it is small, or changes with each build. Replies are asked for by few.
PACKED = {".css", ".js", ".json", ".svg", ".txt", ".wasm"}
NOT_PACKED = "replies"

ARCHIVE = "arrivals.zip"
# Whoever unpacks it may serve it: its owner writes, all read.
READABLE = 0o644 << 16


def zip_site(site: Path, archive: Path, moment: float) -> None:
    """Write all files of the built site, in order, each with the same time (seconds since 1970, UTC).

    A time that never changed would hide a changed page: nginx and rsync tell files by time and size.
    """
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(path for path in site.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(site).as_posix(), time.gmtime(moment)[:6])
            entry.external_attr = READABLE
            packed.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)


def pack_files(site: Path) -> None:
    """Write beside each file that pages load the same packed with Brotli, where that is smaller."""
    for path in sorted((site / "assets").rglob("*")):
        if path.suffix not in PACKED or NOT_PACKED in path.parts:
            continue
        content = path.read_bytes()
        packed = brotli.compress(content)
        if len(packed) < len(content):
            path.with_name(f"{path.name}.br").write_bytes(packed)


if __name__ == "__main__":
    pack_files(Path("site"))
    # https://reproducible-builds.org/specs/source-date-epoch/
    zip_site(Path("site"), Path(ARCHIVE), float(os.environ.get("SOURCE_DATE_EPOCH") or time.time()))
    print(f"The site is in {ARCHIVE}.")
