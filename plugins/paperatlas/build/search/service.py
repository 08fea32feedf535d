"""Pagefind as a service: it is asked through its input, answers through its output, and neither reads nor writes files.

A message is JSON in base64 with a comma behind it, the same in both directions. The package `pagefind` has a client,
which is asynchronous and sleeps a tenth of a second after each answer; an index of a thousand pages has as many.
"""

from __future__ import annotations

import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Any, Self, cast

import msgspec


class PagefindError(Exception):
    """Pagefind has made no index; the message says why."""


class _File(msgspec.Struct):
    path: str
    content: bytes  # which msgspec decodes from base64


class _Payload(msgspec.Struct):
    type: str
    message: str = ""
    files: list[_File] = []


class _Answer(msgspec.Struct):
    payload: _Payload


_MOST = 1 << 20
"""So many bytes of an answer are taken at once at most."""
_DECODER = msgspec.json.Decoder(_Answer)


class Service:
    """A running program. What it is asked for raises `PagefindError` if it fails or ends."""

    def __init__(self, program: Path) -> None:
        self._program = program
        self._indexes = 0
        self._rest = b""
        self._errors = TemporaryFile()  # noqa: SIM115 - closed with the program
        try:
            self._process = subprocess.Popen(  # noqa: S603 - the program that was found
                [program, "--service"],
                cwd=program.parent,  # neither variables nor a configuration file add to what it is asked for
                env=environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
            )
        except OSError as error:
            self._errors.close()
            raise cannot_run(program, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._errors:
            self._process.kill()  # it would end with its input, and holds nothing of ours
            self._process.communicate()

    def make_index(self, pages: Iterable[tuple[str, str]], left_out: str) -> dict[str, bytes]:
        """Return the files of an index of pages, of each its address and its HTML, but for what selectors leave out."""
        index = {"index_id": self._indexes}
        self._indexes += 1
        requests: list[dict[str, Any]] = [
            {"type": "NewIndex", "config": {"exclude_selectors": [left_out]}},
            *({"type": "AddFile", **index, "url": address, "file_contents": html} for address, html in pages),
            {"type": "GetFiles", **index},
            {"type": "DeleteIndex", **index},
        ]
        # It reads all requests however long its answers wait, so that both are never blocked.
        self._send(requests)
        answers = [self._answer() for _ in requests]
        return {file.path.replace("\\", "/"): file.content for file in answers[-2].files}

    def _send(self, requests: Iterable[dict[str, Any]]) -> None:
        stream = cast("IO[bytes]", self._process.stdin)
        try:
            for number, request in enumerate(requests):
                message = msgspec.json.encode({"message_id": number, "payload": request})
                stream.write(b64encode(message) + b",")
            stream.flush()
        except OSError as error:
            raise self._ended() from error

    def _answer(self) -> _Payload:
        """Return the next answer; each ends with a comma, and the largest has megabytes."""
        stream = cast("IO[bytes]", self._process.stdout)
        parts = [self._rest]
        while b"," not in parts[-1]:
            part = os.read(stream.fileno(), _MOST)
            if not part:
                raise self._ended()
            parts.append(part)
        end, _, self._rest = parts.pop().partition(b",")
        try:
            payload = _DECODER.decode(b64decode(b"".join([*parts, end]))).payload
        except ValueError as error:  # msgspec's errors among them
            raise PagefindError(f"'{self._program.name}' gave an answer that cannot be read: {error}") from error
        if payload.type == "Error":
            raise PagefindError(f"'{self._program.name}' failed: {payload.message}")
        return payload

    def _ended(self) -> PagefindError:
        code = self._process.wait()
        self._errors.seek(0)
        return ended(self._program, code, self._errors.read())


def environment() -> dict[str, str]:
    """Return the variables of this process but for those that configure Pagefind."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}


def cannot_run(program: Path, error: OSError) -> PagefindError:
    """Return that the system cannot run the program."""
    return PagefindError(f"'{program.name}' cannot be run: {(error.strerror or str(error)).lower()}")


def ended(program: Path, code: int, errors: bytes) -> PagefindError:
    """Return that the program has ended before it had done what it should, with the last line of its errors."""
    lines = errors.decode(errors="replace").split("\n")
    last = next((line.strip() for line in reversed(lines) if line.strip()), "it said nothing")
    return PagefindError(f"'{program.name}' ended with code {code}: {last}")
