"""Unpacks Debian's nginx with its Brotli modules into .venv/nginx: installed, it would start a server."""

import shutil
import tempfile
from pathlib import Path

from tests.apt import apt_get, gently, may_install, of_system, printed_by
from tests.nginx import NGINX, UNPACKED, environment, has_brotli

PACKAGES = [
    "nginx",
    "nginx-common",
    "libnginx-mod-http-brotli-filter",
    "libnginx-mod-http-brotli-static",
    "libbrotli1",
]
INSTALL = f"run `apt-get install {' '.join(PACKAGES)}` as root, or let `APT=yes make test` fetch them"


def main() -> None:
    """Unpack nginx unless there is one that packs with Brotli; say what is left out if that cannot be."""
    if not (NGINX and has_brotli()) and not unpack() and not NGINX:
        print(f"The tests behind nginx are left out; to have them, {INSTALL}.")


def unpack() -> bool:
    """Download the packages and unpack them, which any account may; tell whether that nginx starts."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not download(folder) and may_install():
            apt_get("update", seconds=300)
            download(folder)
        root = folder / "root"
        for package in folder.glob("*.deb"):
            printed_by(["dpkg", "-x", str(package), str(root)], seconds=60)
        program = [str(root / "usr/sbin/nginx"), "-v"]
        if printed_by(program, seconds=10, env=environment(root)) is None:
            return False
        shutil.move(root, UNPACKED)
        return True


def download(folder: Path) -> bool:
    apt = of_system("apt-get")
    return bool(apt) and gently([apt, "download", *PACKAGES], seconds=120, cwd=folder)


if __name__ == "__main__":
    main()
