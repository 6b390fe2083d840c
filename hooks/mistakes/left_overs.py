"""What is left over in a file: the marks of an unfinished merge, and what waits to be written."""

import re

from hooks.mistakes.text import Text
from hooks.writing.problems import Problem, say

MERGE = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
# In capitals, as "todo" is a word of other languages too.
TO_DO = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|\b[Ll]orem ipsum\b|^ *(?:\.\.\.|…) *$", re.MULTILINE)


def check_merge(file: str, text: str) -> list[Problem]:
    """Return the problem that a merge is unfinished in `text`, at its first mark."""
    mark = MERGE.search(text)
    if not mark:
        return []
    return [Problem(file, text.count("\n", 0, mark.start()) + 1, say("merge-unfinished", mark=mark[1]))]


def check_to_do(file: str, text: str) -> list[Problem]:
    """Return a problem for each place in a file, its front matter too, that waits to be written."""
    # The body keeps its place.
    whole = Text(file, text, 1)
    return [whole.at(found.start(), say("to-do", words=found[0].strip())) for found in whole.find(TO_DO)]
