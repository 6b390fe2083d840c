"""Names for files that never change: each holds a part of the hash of its content."""

import hashlib
import re
from pathlib import PurePosixPath

# Material names its files so already.
NAMED = re.compile(r"\.[0-9a-f]{8}\.min\.\w+$")


def content_names(contents: dict[str, bytes], folders: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the name under which each file is published, by its address.

    The files of one of `folders` name each other, so they keep their names, in a folder that is named by all.
    """
    names = {}
    for address, content in contents.items():
        folder = next((folder for folder in folders if address.startswith(folder)), "")
        if folder:
            together = [contents[name] for name in sorted(contents) if name.startswith(folder)]
            names[address] = f"{folder}{_part_of_hash(*together)}/{address.removeprefix(folder)}"
        elif NAMED.search(address):
            names[address] = address
        else:
            path = PurePosixPath(address)
            names[address] = str(path.with_name(f"{path.stem}.{_part_of_hash(content)}{path.suffix}"))
    return names


def _part_of_hash(*contents: bytes) -> str:
    digest = hashlib.sha256()
    for content in contents:
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:8]
