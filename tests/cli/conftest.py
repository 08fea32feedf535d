"""Running the command in a folder of files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from paperatlas.cli import main
from tests.conftest import write_files


@dataclass(frozen=True)
class Ran:
    """What a run of the command left."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Write files (path: text) below an empty folder, and run `paperatlas` there or in a folder below."""

    def run_in(files: Mapping[str, str], *arguments: str, folder: str = ".") -> Ran:
        write_files(tmp_path, files)
        monkeypatch.chdir(tmp_path / folder)
        try:
            code = main(arguments)
        except SystemExit as stop:  # how argparse ends
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run_in
