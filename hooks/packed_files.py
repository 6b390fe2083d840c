"""Packs what never changes as small as can be, for servers that send packed files; part of `make zip`."""

from pathlib import Path

import brotli

# Servers pack the rest in passing: it is small, or changes with each build. Replies are asked for by few.
PACKED = {".css", ".js", ".json", ".svg", ".txt", ".wasm"}
NOT_PACKED = "replies"


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
