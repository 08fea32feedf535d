"""Serving a site with Zensical, its stage kept fresh: what is saved is staged, and Zensical shows it.

Zensical serves one language at a time, and watches the folder of the site that it serves. So the server of the first
language serves the sites of the others as well, which their own servers write into it, and reloads their pages too.
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from paperatlas.build.configuration import BadSiteError, Configuration, read_configuration
from paperatlas.build.project import included_files
from paperatlas.build.templates import shipped_templates
from paperatlas.hosts.zensical import program
from paperatlas.hosts.zensical.build import stage_folder
from paperatlas.hosts.zensical.staging import StagedSite, stage_site
from paperatlas.pages import BrokenTemplateError
from paperatlas.storage.files import WriteError
from paperatlas.storage.input_files import files_of
from paperatlas.texts.commands import zensical as texts

_EVERY = 0.15
"""Seconds between two looks at the files: less than a person notices, and a hundredth of a processor's time."""
_PATIENT = 20
"""Seconds that Zensical has to begin."""
Tell = Callable[[str], None]


def serve_with_zensical(
    configuration: Configuration, address: str, report: Callable[[StagedSite], None], tell: Tell
) -> None:
    """Serve a site at an address, `127.0.0.1:8000`, until it is interrupted.

    `report` is told of each stage, `tell` of what happens. Raises what `build_with_zensical` does if it cannot begin.
    """
    program.check_version()
    with stage_folder(configuration) as root:
        staged = stage_site(configuration, root)
        report(staged)
        servers = _Servers(staged, address, tell)
        try:
            servers.start()
            tell(texts.serving(address))
            _watch(staged, servers, report, tell)
        finally:
            servers.stop()


def _watch(staged: StagedSite, servers: _Servers, report: Callable[[StagedSite], None], tell: Tell) -> None:
    """Stage the site again whenever something that it is made from is saved."""
    seen = _states(watched_files(staged))
    while True:
        time.sleep(_EVERY)
        now = _states(watched_files(staged))
        if now == seen:
            servers.look_after()
            continue
        seen = now
        try:
            staged = _stage_again(staged)
            report(staged)
            servers.follow(staged)
        except (BadSiteError, WriteError, BrokenTemplateError, program.ZensicalError) as error:
            tell(str(error))


def _stage_again(staged: StagedSite) -> StagedSite:
    """Bring a stage up to date; raises what `stage_site` does, and leaves what it showed."""
    configuration = read_configuration(staged.configuration.file)
    return stage_site(configuration, staged.stage.root, staged)


def watched_files(staged: StagedSite) -> list[Path]:
    """Return the files and folders that a staged site is made from."""
    configuration, options = staged.configuration, staged.configuration.options
    theme = staged.values.get("theme")
    own_theme = str(theme.get("custom_dir") or "") if isinstance(theme, dict) else ""
    named = (*options.bib, options.templates, options.citation_style, own_theme)
    paths = [configuration.file, configuration.docs().path, *(configuration.root / name for name in named if name)]
    return [*paths, shipped_templates(), *included_files(staged.project)]


def _states(paths: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """Return the size and the time of each file at or below some paths."""
    return {name: (stat.st_size, stat.st_mtime_ns) for path in paths for name, stat in files_of(path)}


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
        if not self._down and any(process.poll() is not None for process, _ in self._running):
            self._down = True
            self._tell(texts.SERVER_ENDED)

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
                for line in lines:
                    if line.startswith("Serving "):
                        begun.put(line)
                    for said in program.worth_telling([line.rstrip()]):
                        self._tell(said)
        process.wait()
        begun.put("")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
