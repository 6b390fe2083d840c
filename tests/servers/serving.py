"""Serves a WSGI application on a free port of this machine, for as long as the tests that started it run."""

import sys
import threading
from collections.abc import Callable
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

# What the servers ask for, and the only sign of who calls.
TOKEN = "a-token-of-the-tests"


class Quiet(WSGIRequestHandler):
    """Answers without a line for each request."""

    def log_message(self, *_: object) -> None:
        pass


def serve(application: Callable) -> None:
    """Print the port, then answer one request after the other until standard input ends."""
    with make_server("127.0.0.1", 0, application, handler_class=Quiet) as server:
        print(server.server_port, flush=True)
        threading.Thread(target=_stop_with_the_tests, args=(server,), daemon=True).start()
        server.serve_forever()


def _stop_with_the_tests(server: WSGIServer) -> None:
    # The pipe closes even where the tests were killed.
    sys.stdin.read()
    server.shutdown()
