"""A web of many hosts on this machine: each address 127.0.0.x is one, and all are answered from one table.

It notes every request, so that a test can tell how polite a client was.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_WINDOW = 0.001
"""Seconds in which a second request for the same host would be noticed."""


@dataclass(frozen=True)
class Answer:
    """What the server says at a path. `head` is its status for HEAD where that differs; `{host}` in a header is filled in."""

    status: int = 200
    location: str = ""
    body: bytes = b"Here."
    head: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    breaks: bool = False
    """Whether the connection is cut instead."""


@dataclass(frozen=True)
class Request:
    """What was asked, and when by the test's clock."""

    host: str
    method: str
    path: str
    at: float
    sent: bytes = b""
    key: str = ""


@dataclass
class LinkServer:
    """The table of answers, by path, and the requests that came."""

    port: int
    answers: dict[str, Answer | list[Answer]]
    requests: list[Request] = field(default_factory=list)
    clock: Callable[[], float] = lambda: 0.0
    most_at_once: Counter[str] = field(default_factory=Counter)
    agents: set[str] = field(default_factory=set)

    def url(self, path: str, host: int = 1) -> str:
        """The address of a path at one of the hosts."""
        return f"http://127.0.0.{host}:{self.port}{path}"

    def asked(self) -> list[str]:
        """Method and path of each request."""
        return [f"{request.method} {request.path}" for request in self.requests]


class FakeTime:
    """A clock that goes on only while somebody sleeps."""

    def __init__(self) -> None:
        self._now = 0.0
        self._lock = threading.Lock()

    def now(self) -> float:
        return self._now

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self._now += seconds


@contextmanager
def serve(answers: Mapping[str, Answer | list[Answer]]) -> Iterator[LinkServer]:
    """Serve answers, by path, on a free port of every host; of a list, one after another, the last one for good.

    A path without an answer is not found.
    """
    lock = threading.Lock()
    at_once: Counter[str] = Counter()
    turns: Counter[str] = Counter()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            host = self.headers["Host"].partition(":")[0]
            sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            with lock:
                server.requests.append(
                    Request(host, self.command, self.path, server.clock(), sent, self.headers.get("x-api-key", ""))
                )
                server.agents.add(self.headers["User-Agent"])
                at_once[host] += 1
                server.most_at_once[host] = max(server.most_at_once[host], at_once[host])
                turns[self.path] += 1
                found = server.answers.get(self.path, Answer(404))
                one = found[min(turns[self.path], len(found)) - 1] if isinstance(found, list) else found
            time.sleep(_WINDOW)
            # Before the answer is sent: a client that has it may ask again at once.
            with lock:
                at_once[host] -= 1
            self.send(one)

        def send(self, answer: Answer) -> None:
            if answer.breaks:
                self.close_connection = True
                return
            asks_head = self.command == "HEAD"
            self.send_response(answer.head if asks_head and answer.head else answer.status)
            if answer.location:
                self.send_header("Location", answer.location.format(port=server.port))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if not asks_head:
                self.wfile.write(answer.body)

        do_GET = do_HEAD = do_POST = answer  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 64

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that goes away is no error."""

    http = Quiet(("0.0.0.0", 0), Handler)
    server = LinkServer(http.server_address[1], dict(answers))
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
