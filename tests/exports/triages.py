"""Runs a triage of files in slices of any size; whatever interpreter imports this."""

import json

from troubleshooter.message import Wordings
from troubleshooter.tree import read_tree
from troubleshooter.triage import Triage


def triage_files(data, files, size=0, least=1):
    """Return the Triage of the texts `files` after each was fed in slices of `size`, or whole."""
    triage = Triage(read_tree(data), data["answers"], Wordings(data["wordings"]), least)
    for number, text in enumerate(files):
        triage.open("file " + str(number))
        for start in range(0, len(text), size or len(text) or 1):
            triage.feed(text[start : start + (size or len(text))])
        triage.close()
    return triage


def summary_text(triage):
    """Return the summary as a text that is the same for the same summary: names in order."""
    return json.dumps(_in_order(triage.summary()))


def _in_order(value):
    if isinstance(value, dict):
        return [[name, _in_order(value[name])] for name in sorted(value)]
    if isinstance(value, list):
        return [_in_order(entry) for entry in value]
    return value
