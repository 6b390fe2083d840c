#!/usr/bin/env python3
"""Starts the Firefox that FIREFOX names, and stands between it and Playwright for a command it may lack."""

import json
import os
import re
import subprocess
import sys
import threading
from functools import partial

from websockets.sync.client import ClientConnection, connect
from websockets.sync.server import ServerConnection, serve

# Playwright sends this for every context, though it changes nothing; not every Firefox knows it.
NOTHING_ASKED = ("emulation.setMediaFeaturesOverride", {})


def main() -> int:
    """Run Firefox, and name to Playwright an address of this process in place of Firefox's own."""
    firefox = subprocess.Popen([os.environ["FIREFOX"], *sys.argv[1:]], stderr=subprocess.PIPE, text=True)
    for line in firefox.stderr or ():
        own = re.sub(r"(?<=WebDriver BiDi listening on )ws://\S+", lambda found: stand_in(found[0]), line)
        print(own, end="", file=sys.stderr, flush=True)
    return firefox.wait()


def stand_in(address: str) -> str:
    """Return an address that relays to `address`."""
    server = serve(partial(relay, address), "127.0.0.1", 0, max_size=None)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"ws://127.0.0.1:{server.socket.getsockname()[1]}"


def relay(address: str, playwright: ServerConnection) -> None:
    """Pass all messages on, but answer here the command that asks for nothing."""
    with connect(address + playwright.request.path, max_size=None) as firefox:
        threading.Thread(target=pass_on, args=(firefox, playwright), daemon=True).start()
        for message in playwright:
            command = json.loads(message)
            if (command["method"], command["params"].get("features")) == NOTHING_ASKED:
                playwright.send(json.dumps({"type": "success", "id": command["id"], "result": {}}))
            else:
                firefox.send(message)


def pass_on(firefox: ClientConnection, playwright: ServerConnection) -> None:
    with playwright:
        for message in firefox:
            playwright.send(message)


if __name__ == "__main__":
    sys.exit(main())
