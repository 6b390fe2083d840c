"""The tree, the wordings and the answers as the build wrote them: packed into the wheel, else in `site/`."""

import json
from pathlib import Path
from typing import Any

from ..message import Wordings
from ..tree import read_tree
from ..walk import Resolution, resolve

_PACKAGE = Path(__file__).parents[1]
PACKED = _PACKAGE / "site"
PROJECT = _PACKAGE.parent
SITE = PACKED if PACKED.is_dir() else PROJECT / "site"


class Answers:
    """What the build wrote into the folder `site`; raises FileNotFoundError where it is not built."""

    def __init__(self, site: Path):
        self.tree = read_tree(_read_asset(site, "tree"))
        self.wordings = Wordings(_read_asset(site, "wordings"))
        answers = (site / "answers.json").read_text(encoding="utf-8")
        self.answers = {answer["id"]: answer for answer in json.loads(answers)["answers"]}

    def resolve(self, facts: dict[str, str]) -> Resolution:
        return resolve(self.tree, self.answers, facts)


def _read_asset(site: Path, name: str) -> Any:
    # The file's name holds a part of its hash.
    path = next(site.glob(f"assets/{name}.*.json"), site / "assets" / f"{name}.json")
    return json.loads(path.read_text(encoding="utf-8"))
