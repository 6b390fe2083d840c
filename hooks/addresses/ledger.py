"""The ledger, docs/ledger.txt: every address that was ever published, and the day; none may be lost.

2026-11-24 answers/email-in-use/
2026-11-24 answers/email-taken/ -> answers/email-in-use/       moved or replaced: readers are sent on
2026-11-24 e/*-emails/                                         every short link with this word
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher, get_close_matches

from hooks.writing.problems import Message, Problem, say
from hooks.writing.values import is_past_day

LINE = re.compile(r"(\S+) (\S+)(?: -> (\S+))?")
# Where a page that sends readers on can stand.
PAGE = re.compile(r"(?:[\w-]+/)+")


@dataclass(frozen=True)
class Entry:
    """One line: an address (relative to the site's root), the day it was published, and where it moved to."""

    address: str
    day: str
    moved_to: str
    line: int


Ledger = dict[str, Entry]


def read_ledger(file: str, text: str) -> tuple[Ledger, list[Problem]]:
    """Return the entries of the ledger by address, or what is wrong with its lines."""
    ledger: Ledger = {}
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = LINE.fullmatch(line.strip())
        if not found:
            problems.append(Problem(file, number, say("ledger-no-entry")))
            continue
        day, address, moved_to = found.groups(default="")
        wrong = is_past_day(day)
        if wrong:
            problems.append(Problem(file, number, say("ledger-day", wrong=wrong)))
        if address in ledger:
            message = say("ledger-address-twice", address=address, line=ledger[address].line)
            problems.append(Problem(file, number, message))
        ledger.setdefault(address, Entry(address, day, moved_to, number))
    return ledger, problems


def check_ledger(file: str, ledger: Ledger, promised: Iterable[str]) -> list[Problem]:
    """Return a problem for each address that would be lost, and for each one that leads astray.

    `promised` are the addresses that stay, relative to the site's root, and the words of short links.
    """
    there = set(promised)
    where = _new_places(ledger, there)
    problems = []
    for entry in ledger.values():
        message = _mistake(entry, ledger, there, where)
        if message:
            problems.append(Problem(file, entry.line, message))
    return problems


def new_entries(ledger: Ledger, promised: Iterable[str]) -> list[str]:
    """Return what the ledger lacks of the addresses that stay, in order."""
    return sorted(set(promised) - ledger.keys())


def add_entries(text: str, addresses: list[str], day: date) -> str:
    """Return the text of the ledger with lines for new addresses; what was there stays, all in order."""
    lines = text.splitlines()
    head = [line for line in lines if line.startswith("#")]
    entries = [line for line in lines if line.strip() and not line.startswith("#")]
    entries += [f"{day.isoformat()} {address}" for address in addresses]
    return "\n".join([*head, "", *sorted(entries, key=lambda line: line.split()[1])]) + "\n"


def _mistake(entry: Entry, ledger: Ledger, there: set[str], where: dict[str, str]) -> Message | None:
    address, target = entry.address, entry.moved_to
    if not target and address not in there:
        if "*" in address:
            return say("ledger-short-link-gone", word=address[4:-1])
        return say("ledger-page-gone", address=address, day=entry.day, where=where[address])
    if target and address in there:
        return say("ledger-moved-and-there", address=address, target=target)
    if target and not PAGE.fullmatch(address):
        return say("ledger-moved-no-page", address=address)
    if target.startswith("e/"):
        return say("ledger-moved-to-short-link", target=target)
    if target in ledger and ledger[target].moved_to:
        return say("ledger-moved-twice", target=target, further=ledger[target].moved_to)
    if target and target not in there:
        near = get_close_matches(target, there, n=1)
        hint = say("near-one", word=near[0]) if near else say("ledger-name-a-page")
        return say("ledger-moved-to-nothing", target=target, near=hint)
    return None


def _new_places(ledger: Ledger, there: set[str]) -> dict[str, str]:
    """Return for each address that is gone the page to which its readers most likely are to go.

    That is a new page in the same folder, each for one that is gone, those most alike first; else any alike.
    """
    pages = {page for page in there if PAGE.fullmatch(page) and not page.startswith("e/")}
    gone = [entry.address for entry in ledger.values() if not entry.moved_to and entry.address not in there]
    pairs = [(old, new) for old in gone for new in pages - ledger.keys() if _folder(old) == _folder(new)]
    found: dict[str, str] = {}
    for old, new in sorted(pairs, key=lambda pair: (-SequenceMatcher(None, *pair).ratio(), pair)):
        if old not in found and new not in found.values():
            found[old] = new
    return {
        old: found.get(old) or [*get_close_matches(old, pages, n=1), "answers/its-id/"][0] for old in gone
    }


def _folder(address: str) -> str:
    return address.rstrip("/").rpartition("/")[0]
