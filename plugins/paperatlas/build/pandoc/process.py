"""A running Pandoc that answers questions about pages; it is started with the first one and ends with this process."""

from __future__ import annotations

import atexit
import os
import subprocess
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock, Timer
from typing import IO, cast

import msgspec

from paperatlas.pages.citations.pandoc import AnsweredReference, PageAnswer, PageQuestion, PandocError

_SCRIPT = Path(__file__).parent / "cite.lua"
_SECONDS = 60.0
"""How long it may take for a page: all of a library of 5,000 papers takes a few seconds."""


class _Answered(msgspec.Struct):
    """A line of the answer: what `PageAnswer` has, or an error."""

    groups: list[str] = []
    references: list[AnsweredReference] = []
    error: str = ""


class PandocProcess:
    """A Pandoc that is started when it is first asked, and anew after it has failed."""

    def __init__(self, program: Path) -> None:
        self._program = program
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None
        atexit.register(self.stop)

    def ask(self, question: PageQuestion) -> PageAnswer:
        """Return its answer. Raises `PandocError`."""
        with self._lock:
            process = self._process or self._start()
            timer = Timer(_SECONDS, process.kill)
            timer.start()
            try:
                line = _exchange(process, msgspec.json.encode(question) + b"\n")
            finally:
                timer.cancel()
            if not line:
                raise PandocError(self._reason(process))
        return _read(line, len(question.groups))

    def stop(self) -> None:
        """End the program, if it runs."""
        if self._process is not None:
            self._process.kill()  # it holds nothing of ours
            self._process.communicate()
            self._process = None
        if self._errors is not None:
            self._errors.close()
            self._errors = None

    def _start(self) -> subprocess.Popen[bytes]:
        self._errors = TemporaryFile()  # noqa: SIM115 - closed with the program
        try:
            self._process = subprocess.Popen(  # noqa: S603 - the program that was found
                # Without the script that Pandoc runs before, of the person who builds the site.
                [self._program, "lua", "-E", str(_SCRIPT)],
                env={**os.environ, "LC_ALL": "C.UTF-8"},  # for names of files
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
            )
        except OSError as error:
            self.stop()
            raise PandocError(f"pandoc cannot be run: {(error.strerror or str(error)).lower()}") from error
        return self._process

    def _reason(self, process: subprocess.Popen[bytes]) -> str:
        """Return why a program has ended; the next page starts another one."""
        code = process.wait()
        errors = cast("IO[bytes]", self._errors)
        errors.seek(0)
        lines = errors.read().decode(errors="replace").splitlines()
        self.stop()
        last = next((line.strip() for line in reversed(lines) if line.strip()), "it gave no reason")
        return f"pandoc ended with code {code}: {last}"


def _exchange(process: subprocess.Popen[bytes], line: bytes) -> bytes:
    """Send a line and return the one that comes back; nothing if the program has ended."""
    sent, received = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
    try:
        sent.write(line)
        sent.flush()
    except OSError:
        return b""
    return received.readline()


def _read(line: bytes, groups: int) -> PageAnswer:
    try:
        answered = msgspec.json.decode(line, type=_Answered)
    except msgspec.MsgspecError as error:
        raise PandocError(f"pandoc's answer cannot be read: {error}") from error
    if answered.error or len(answered.groups) != groups:
        raise PandocError(answered.error.strip() or "pandoc's answer is not whole")
    return PageAnswer(answered.groups, answered.references)


# A server asks one program from build to build; that which is installed meanwhile is the second.
@lru_cache(maxsize=2)
def running_pandoc(program: Path) -> PandocProcess:
    """Return the process of a program."""
    return PandocProcess(program)
