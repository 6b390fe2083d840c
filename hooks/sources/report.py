"""The report: which addresses have gone, moved or changed, and the files that name them."""

from collections.abc import Mapping, Sequence
from urllib.parse import unquote, urldefrag

from hooks.render import render
from hooks.sources.addresses import Use
from hooks.sources.asking import Reply

GONE_STATUS = (404, 410)
GONE = "Gone"
NO_PLACE = "There, without the heading that the fragment names"
MOVED = "Moved"
CHANGED = "Changed since it was checked"
NO_ANSWER = "Not answered, look yourself"
GROUPS = (GONE, NO_PLACE, MOVED, CHANGED, NO_ANSWER)

Finding = tuple[str, str, list[str]]


def report(uses: Mapping[str, list[Use]], replies: Mapping[str, Reply]) -> str:
    """Return the report as Markdown; `replies` are by address without fragment."""
    if not any(reply.reached for reply in replies.values()):
        reason = next((reply.reason for reply in replies.values()), "there is no address")
        return f"No other site could be reached from here ({reason}), so no source was checked."
    groups: dict[str, list[Finding]] = {group: [] for group in GROUPS}
    for url, used in uses.items():
        page, fragment = urldefrag(url)
        for group, what, files in _findings(replies[page], fragment, used):
            groups[group].append((url, what, files))
    return render(
        "sources.md",
        groups={group: found for group, found in groups.items() if found},
        addresses=len(uses),
        pages=len(replies),
        sound=len(uses) - len({url for found in groups.values() for url, _, _ in found}),
    )


def _findings(reply: Reply, fragment: str, uses: Sequence[Use]) -> list[Finding]:
    """Return the groups to which an address belongs, what is to be said there, and the files."""
    files = [use.file for use in uses]
    if reply.status in GONE_STATUS:
        return [(GONE, f"{reply.status} {reply.reason}", files)]
    if reply.status not in range(200, 300):
        return [(NO_ANSWER, " ".join(filter(None, [str(reply.status or ""), reply.reason])), files)]
    found = []
    if not _has_place(reply, fragment):
        found.append((NO_PLACE, f"no `{fragment}`", files))
    if reply.moved_to:
        # A place keeps its name where its page goes, unless the redirect names another.
        new = reply.moved_to if "#" in reply.moved_to or not fragment else f"{reply.moved_to}#{fragment}"
        found.append((MOVED, f"now {new}", files))
    since = [use.file for use in uses if use.reviewed and use.reviewed < reply.changed]
    if since:
        found.append((CHANGED, f"on {reply.changed}", since))
    return found


def _has_place(reply: Reply, fragment: str) -> bool:
    """Whether a page has the place that a fragment names; of what is no page of HTML, nobody knows."""
    # A fragment may name words instead: https://developer.mozilla.org/docs/Web/URI/Reference/Fragment/Text_fragments
    name = fragment.partition(":~:")[0]
    return reply.places is None or not name or not {name, unquote(name)}.isdisjoint(reply.places)
