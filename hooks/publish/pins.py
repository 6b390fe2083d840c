"""The scripts, style sheets and binaries of others that the site redistributes: exactly the pinned ones."""

import hashlib
import re
from pathlib import Path

import material

from hooks.publish.runtime import runtime_files

PROJECT = Path(__file__).parents[2]
PINS = PROJECT / "requirements" / "browser.sha256"
THEME = Path(material.__file__).parent / "templates"
# The search for other languages, the theme's own icon and colours, and what only its developers read.
NEVER_ASKED_FOR = re.compile(r"assets/(javascripts/lunr/|images/|stylesheets/palette\.)|.*\.map$")
NOT_PINNED = (
    "{address} is not the file that requirements/browser.sha256 pins. If nobody updated it, run "
    "`make clean build`, which installs it anew; if you did, run `make lock`, which renews the pins."
)


def redistributed_files() -> dict[str, Path]:
    """Return the runtime's files and those of the theme that pages ask for, by their address."""
    theme = {path.relative_to(THEME).as_posix(): path for path in THEME.glob("assets/**/*.*")}
    return runtime_files() | {
        address: path for address, path in sorted(theme.items()) if not NEVER_ASKED_FOR.match(address)
    }


def read_pins(pins: Path = PINS) -> dict[str, str]:
    """Return the SHA-256 of each file by its address; the pins are lines as `sha256sum` writes them."""
    lines = pins.read_text(encoding="utf-8").splitlines()
    return {address: digest for digest, address in (line.split("  ", 1) for line in lines)}


def write_pins(files: dict[str, Path], pins: Path = PINS) -> None:
    """Pin exactly these files, given by their addresses."""
    lines = [f"{_digest(path)}  {address}\n" for address, path in sorted(files.items())]
    pins.write_text("".join(lines), encoding="utf-8")


def check_pins(files: dict[str, Path], pins: Path = PINS) -> str:
    """Return a sentence on the first file that is missing or not as pinned, else an empty text."""
    pinned = read_pins(pins)
    for address in sorted(pinned.keys() | files.keys()):
        if address not in files or _digest(files[address]) != pinned.get(address):
            return NOT_PINNED.format(address=address)
    return ""


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    write_pins(redistributed_files())
