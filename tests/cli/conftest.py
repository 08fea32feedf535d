"""Running the command in a folder of files."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from paperatlas.cli import import_, run_command_line
from paperatlas.cli.add import command as add_command
from paperatlas.services.web import Web
from tests.cli.add.example_site import FILES
from tests.conftest import write_files
from tests.services.local_server import Answer, serve
from tests.services.server import ServiceServer, service_server


@dataclass(frozen=True)
class Ran:
    """What a run of the command left."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]
Add = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Write files (path: text) below an empty folder, and run `paperatlas` there or in a folder below."""

    def run_in(files: Mapping[str, str], *arguments: str, folder: str = ".") -> Ran:
        write_files(tmp_path, files)
        monkeypatch.chdir(tmp_path / folder)
        try:
            code = run_command_line(arguments)
        except SystemExit as stop:  # how argparse ends
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run_in


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[ServiceServer]:
    """The services, on this machine; the commands ask them without waiting."""
    with serve({}) as server:
        found = service_server(server)
        for name, value in found.environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.delenv("PAPERATLAS_MAILTO", raising=False)
        web = functools.partial(Web, clock=found.time.now, sleep=found.time.sleep)
        for command in (add_command, import_):
            monkeypatch.setattr(command, "Web", web)
        yield found


@pytest.fixture
def add(run: Run, services: ServiceServer) -> Add:
    """Run `paperatlas add` on a site, the services answering as told."""

    def run_it(given: Mapping[str, Answer], *arguments: str, site: Mapping[str, str] = FILES) -> Ran:
        services.answer(given)
        return run(site, "add", *arguments)

    return run_it
