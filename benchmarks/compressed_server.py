"""A server of files for benchmarks in a browser, which counts what it sends."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class CompressedServer(ThreadingHTTPServer):
    """A server that counts the bytes it sends, those of headers apart."""

    sent = 0

    @property
    def address(self) -> str:
        """Return the address of the home page."""
        return f"http://127.0.0.1:{self.server_port}/"


class _Compressed(SimpleHTTPRequestHandler):
    """Sends files as a web server does, compressed."""

    server: CompressedServer

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing of every request."""

    def do_GET(self) -> None:
        """Answer with the file, compressed."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes())
        self.server.sent += len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path.name))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(ConnectionError):  # a browser that is done hangs up
            self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[CompressedServer]:
    """Serve a folder on an address of its own."""
    server = CompressedServer(("127.0.0.1", 0), partial(_Compressed, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
