"""Puts into the wheel what the command line reads of the built site; Hatchling runs it."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# As they are called in the site, where names hold a part of the content's hash.
READ = ("answers.json", "assets/tree.*.json", "assets/wordings.*.json")


class PackedSite(BuildHookInterface[Any]):
    """Adds the files to the package; stops where the site is not built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        site = Path(self.root, "site")
        for pattern in READ:
            found = list(site.glob(pattern))
            if len(found) != 1:
                raise SystemExit(f"site/{pattern} is not there once; run `make build` first.")
            place = found[0].relative_to(site).as_posix()
            build_data["force_include"][str(found[0])] = f"troubleshooter/site/{place}"
