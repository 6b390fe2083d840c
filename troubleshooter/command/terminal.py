"""How the command line behaves in a terminal and in a pipe."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

# 128 and the number of the signal, as shells have it.
INTERRUPTED = 130
READER_GONE = 141


def program_name() -> str:
    """Return how the command line was called, for the examples in its help."""
    return "python -m troubleshooter" if Path(sys.argv[0]).name == "__main__.py" else "arrivals"


def in_bold(text: str) -> str:
    """Return `text` in bold where standard output is a terminal that takes it (https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or os.name == "nt"
    watched = sys.stdout and sys.stdout.isatty()
    return f"\x1b[1m{text}\x1b[0m" if watched and not plain else text


def run_command(main: Callable[[], int]) -> int:
    """Return the exit status of `main`, and no traceback where it is interrupted or its reader has gone."""
    for stream in filter(None, (sys.stdin, sys.stdout, sys.stderr)):
        # A letter that the text or the terminal cannot have is no reason to stop.
        stream.reconfigure(errors="replace")
    try:
        try:
            return main()
        finally:
            if sys.stdout:
                sys.stdout.flush()
    except BrokenPipeError:
        # Python writes what is left once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    except KeyboardInterrupt:
        return INTERRUPTED
