"""Serving a site with Zensical, its stage kept fresh: what is saved is staged, and Zensical shows it.

Zensical serves one language at a time, and watches the folder of the site that it serves. So the server of the first
language serves the sites of the others as well, which their own servers write into it, and reloads their pages too.
"""

from __future__ import annotations

import gc
import os
import socket
import subprocess
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from paperatlas.build.configuration import BadSiteError, Configuration, read_configuration
from paperatlas.hosts.zensical import program
from paperatlas.hosts.zensical.build import stage_folder
from paperatlas.hosts.zensical.preview import idle_languages, show_saved
from paperatlas.hosts.zensical.staging import OutdatedError, StagedSite, read_staged, stage_site
from paperatlas.hosts.zensical.watched import EVERY, WatchedFiles
from paperatlas.pages import BrokenTemplateError
from paperatlas.storage.files import WriteError, reason_of
from paperatlas.texts.commands import common
from paperatlas.texts.commands import zensical as texts

_QUIET = 1.0
"""Seconds after which Zensical has shown what was saved, and the rest of the site is staged."""
_PATIENT = 20
"""Seconds that Zensical has to begin."""
_LAST_WORDS = 1.0
"""Seconds to wait for what a server says before it ends, so that it is told before what to do."""
Tell = Callable[[str], None]


def serve_with_zensical(
    configuration: Configuration, address: str, report: Callable[[StagedSite], None], tell: Tell
) -> None:
    """Serve a site at an address, `127.0.0.1:8000`, until it is interrupted.

    `report` is told of each stage, `tell` of what happens. Raises what `build_with_zensical` does if it cannot begin.
    """
    program.check_version()
    with stage_folder(configuration) as root:
        files = WatchedFiles(configuration)
        staged = stage_site(configuration, root, is_served=True)
        report(staged)
        servers = _Servers(staged, address, tell)
        try:
            servers.start()
            tell(texts.serving(address))
            served = _Served(staged, files, servers, report, tell)
            while True:
                time.sleep(EVERY)
                served.look()
        finally:
            servers.stop()


class _Served:
    """A site that is served: what is saved is staged at once, and all else when nothing more is saved."""

    def __init__(
        self,
        staged: StagedSite,
        files: WatchedFiles,
        servers: _Servers,
        report: Callable[[StagedSite], None],
        tell: Tell,
    ) -> None:
        self._staged, self._files, self._servers = staged, files, servers
        self._report, self._tell = report, tell
        self._saved_at = 0.0
        self._is_waiting = False
        files.watch(staged.configuration, staged.project)
        spare_from_collection()

    def look(self) -> None:
        """Stage what was saved since the last look, or what waits."""
        try:
            if saved := self._files.saved():
                self._stage(saved)
            elif self._is_waiting and time.monotonic() - self._saved_at > _QUIET:
                self._write()
            elif not self._is_waiting:
                self._servers.look_after()
        except OutdatedError:
            self._is_waiting = True
        except (BadSiteError, WriteError, BrokenTemplateError, program.ZensicalError) as error:
            self._fail(str(error))
        except OSError as error:
            # A file that is gone since the folder was listed is a change, which the next look sees.
            self._fail(common.cannot_read(str(error.filename), reason_of(error)))

    def _fail(self, reason: str) -> None:
        """Tell why what was saved cannot be staged, on the pages of the last good site as well."""
        self._tell(reason)
        with suppress(OSError, WriteError):  # the disk may be what has failed
            self._staged.write_failure(reason.splitlines())

    def _stage(self, saved: Collection[Path]) -> None:
        """Read the site again, and stage the pages that were saved."""
        self._is_waiting = False
        before = self._staged
        idle = idle_languages(before)
        configuration = read_configuration(before.configuration.file)
        self._staged = read_staged(configuration, before.stage.root, before, is_served=True, when_asked=True)
        self._files.watch(configuration, self._staged.project)
        if self._staged.write_saved(saved, before):
            show_saved(self._staged, idle)
            self._is_waiting, self._saved_at = True, time.monotonic()
        else:
            self._write()

    def _write(self) -> None:
        self._is_waiting = False
        self._staged.write(self._files.have_changed)
        self._report(self._staged)
        self._servers.follow(self._staged)
        spare_from_collection()


def spare_from_collection() -> None:
    """Collect garbage, and have it collected from now on among what is made later alone.

    To go through all that a large site holds takes Python half a second at 1,000 papers, and it does so whenever much
    is made: while somebody waits for what they saved. Now nobody does.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


class _Servers:
    """Zensical, once for each language."""

    def __init__(self, staged: StagedSite, address: str, tell: Tell) -> None:
        self._staged, self._address, self._tell = staged, address, tell
        self._running: list[tuple[subprocess.Popen[str], Thread]] = []
        self._down = False

    def start(self) -> None:
        """Start all; that of the first language empties the site when it begins, so the others wait for it."""
        root = self._staged.stage.root
        for number, folder in enumerate(self._staged.folders):
            address = f"127.0.0.1:{_free_port()}" if number else self._address
            self._start(root / folder.configuration, address)
        self._down = False

    def follow(self, staged: StagedSite) -> None:
        """Start all again if a configuration or a theme has changed, or if they were down."""
        self._staged = staged
        if staged.restart or self._down:
            self.stop()
            self.start()

    def look_after(self) -> None:
        """Say if one has ended; it is started again after the next change."""
        for process, reader in self._running:
            if not self._down and (code := process.poll()) is not None:
                self._down = True
                reader.join(_LAST_WORDS)
                self._tell(texts.server_ended(code))

    def stop(self) -> None:
        """Stop all."""
        for process, _ in self._running:
            process.terminate()
        for process, reader in self._running:
            with suppress(subprocess.TimeoutExpired):
                process.wait(5)
            process.kill()
            reader.join()
        self._running.clear()

    def _start(self, configuration: Path, address: str) -> None:
        """Start one, and wait until it serves. Raises `ZensicalError` if it ends before."""
        process = subprocess.Popen(  # noqa: S603 - the program of this environment
            program.command("serve", "-f", str(configuration), "-a", address),
            cwd=self._staged.configuration.root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        begun: Queue[str] = Queue()
        reader = Thread(target=self._forward, args=(process, begun), daemon=True)
        self._running.append((process, reader))
        reader.start()
        with suppress(Empty):
            begun.get(timeout=_PATIENT)
        if process.poll() is not None:
            raise program.ZensicalError(texts.server_failed(process.returncode))

    def _forward(self, process: subprocess.Popen[str], begun: Queue[str]) -> None:
        """Tell what a server says, and that it has begun or ended."""
        if process.stdout is not None:
            with process.stdout as lines:
                for said in program.worth_telling(_heard(lines, begun)):
                    self._tell(said)
        process.wait()
        begun.put("")


def _heard(lines: Iterable[str], begun: Queue[str]) -> Iterator[str]:
    """Yield what a server says, and pass on that it has begun."""
    for line in lines:
        if line.startswith("Serving "):
            begun.put(line)
        yield line.rstrip()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
