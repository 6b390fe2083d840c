"""The command `triage`: exports in, their causes out as a table or an object. CPython only."""

import argparse
import codecs
import json
import sys
from pathlib import Path
from typing import Any

from .command.progress import Progress
from .command.terminal import program_name
from .export.encoding import sniff
from .message import Wordings
from .plain import plain
from .redact import redact
from .tree import Tree
from .triage import SLICE, FileReport, Triage
from .triage.summary import counts, for_programs

_SNIFFED = 65_536
_LONGEST_LINE = 200
_BAD_INPUT = 2


def run_triage(arguments: list[str], tree: Tree, answers: dict[str, Any], wordings: Wordings) -> int:
    """Print the causes of what failed in the files that `arguments` name; return the exit status."""
    options = _parse(arguments)
    triage = Triage(tree, answers, wordings)
    for name in options.files:
        complaint = _read_file(triage, Path(name))
        if complaint:
            print(f"{plain(Path(name).name)}: {complaint}", file=sys.stderr)
            return _BAD_INPUT
    summary = triage.summary()
    numbers: dict[str, int] = {}
    for cause in summary["causes"]:
        cause["sample"] = redact(cause["sample"], options.mask_addresses, numbers)
    print(json.dumps(for_programs(summary)) if options.json else _as_table(summary))
    return 0


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog=f"{program_name()} triage",
        description="Sorts exports of provisioning events into the causes of what failed.",
        epilog=f"example: {program_name()} triage events.csv --json > causes.json",
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="CSV, JSON, or text (messages, details, a log)"
    )
    parser.add_argument("--mask-addresses", action="store_true", help="mask email addresses in samples too")
    parser.add_argument("--json", action="store_true", help="print one object for programs")
    return parser.parse_args(arguments)


def _read_file(triage: Triage, path: Path) -> str | None:
    """Feed a file to the triage in slices; return what is wrong with it."""
    try:
        with path.open("rb") as file, Progress(path.name, file) as progress:
            first = file.read(_SNIFFED)
            sniffed = sniff(first)
            if sniffed.complaint:
                return sniffed.complaint
            decoder = codecs.getincrementaldecoder(sniffed.encoding)("replace")
            triage.open(path.name)
            triage.feed(decoder.decode(first))
            while piece := file.read(SLICE):
                triage.feed(decoder.decode(piece))
                progress.advance(len(piece), triage.rows)
            triage.feed(decoder.decode(b"", final=True))
    except IsADirectoryError:
        return "This is a folder; name the files in it."
    except OSError as fault:
        return f"This file cannot be read: {fault.strerror}."
    report: FileReport = triage.close()
    return report.complaint


def _as_table(summary: dict[str, Any]) -> str:
    lines = [summary["format"], ", ".join(f"{label}: {number}" for label, number in counts(summary))]
    for file in summary["files"]:
        if file["notice"]:
            lines.append(f"{plain(file['name'])}: {file['notice']}")
    if summary["causes"]:
        lines += ["", f"{'events':>7} {'people':>7} {'healed':>7}  cause"]
    for cause in summary["causes"]:
        figures = f"{cause['events']:>7} {cause['people']:>7} {cause['healed']:>7}"
        lines.append(f"{figures}  {plain(cause['title'], _LONGEST_LINE)}")
        if cause["answer"] or cause["question"]:
            lines.append(f"{'':>25}{cause['url']}")
        else:
            lines.append(f"{'':>25}{plain(cause['sample'], _LONGEST_LINE)}")
    if summary["set_aside"]:
        lines += ["", "Rows set aside:"]
    for entry in summary["set_aside"][:20]:
        lines.append(f"  {plain(entry['file'])}, row {entry['row']}: {entry['reason']}")
    return "\n".join(lines)
