"""Packs the built site into one file, the same bytes for the same commit; `make zip` runs it."""

import os
import time
import zipfile
from pathlib import Path

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


if __name__ == "__main__":
    # https://reproducible-builds.org/specs/source-date-epoch/
    zip_site(Path("site"), Path(ARCHIVE), float(os.environ.get("SOURCE_DATE_EPOCH") or time.time()))
    print(f"The site is in {ARCHIVE}.")
