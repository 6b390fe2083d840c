"""What every page with Python needs: coroutines without silent faults, the tree, the first picture."""

import asyncio
import json

from js import CustomEvent, console, document, fetch, laterProgram, window

from ..message import Wordings
from .memory import let_garbage_gather

let_garbage_gather()
app = document.getElementById("troubleshooter")
static = document.getElementById("questions")
_has_later = False
addresses = document.getElementById("start").dataset
# The way from the page to the site's root.
ROOT = addresses.root + "/"


def run(coroutine):
    """Run `coroutine` and say so on the page if it fails, so that no fault is silent."""
    # The browser's loop keeps the task, also where nothing refers to it.
    asyncio.create_task(_guarded(coroutine))  # noqa: RUF006


async def _guarded(coroutine):
    try:
        await coroutine
    except Exception as error:
        # Its kind only: what it says may hold words of the reader's message.
        console.warn("The troubleshooter stopped: " + type(error).__name__)
        app.hidden = True
        if static:
            static.hidden = False
        app.dataset.state = "stopped"
        window.dispatchEvent(CustomEvent.new("troubleshooter-failed"))


async def fetch_tree():
    """Return the data of the tree with its rules and answers; raise OSError where it cannot be had."""
    return await _fetch_json(addresses.tree)


async def fetch_wordings():
    """Return the Wordings by which messages are read; raise OSError where they cannot be had."""
    return Wordings(await _fetch_json(addresses.wordings))


async def _fetch_json(address):
    reply = await fetch(address)
    if not reply.ok:
        raise OSError("the data answered " + str(reply.status))
    return json.loads(await reply.text())


async def load_later():
    """Bring, once, the modules that functions import; raise JsException where they cannot be had."""
    global _has_later
    if not _has_later:
        exec(await laterProgram())
        _has_later = True


async def take_over():
    """Show what Python has made in place of the static page, once nothing is being pressed."""
    while app.hasAttribute("data-pressed"):
        await asyncio.sleep(0.05)
    app.hidden = False
    if static:
        static.hidden = True
    for line in ("loading", "failure"):
        document.getElementById(line).hidden = True
    app.dataset.state = "ready"
