"""Scripts in what writers write: only templates may bring one into a page."""

import re

from hooks.writing.code_blocks import without_code
from hooks.writing.dialect import CODE
from hooks.writing.problems import Problem, say

SCRIPT = re.compile(r"<script\b", re.IGNORECASE)


def check_scripts(file: str, text: str, first_line: int) -> list[Problem]:
    """Return a problem for each script in `text` that is not shown as code."""
    outside_code = CODE.sub(lambda code: " " * len(code[0]), without_code(text))
    return [
        Problem(file, first_line + outside_code.count("\n", 0, script.start()), say("script-in-a-text"))
        for script in SCRIPT.finditer(outside_code)
    ]
