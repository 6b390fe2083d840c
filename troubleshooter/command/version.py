"""The version, which stands in pyproject.toml."""

import tomllib
from importlib.metadata import version
from pathlib import Path

from .built import PACKED, PROJECT


def read_version(project: Path = PROJECT) -> str:
    """Return the version of the project, or of the wheel where this is installed from one."""
    if PACKED.is_dir():
        return version("arrivals")
    return tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
