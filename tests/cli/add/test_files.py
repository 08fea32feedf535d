"""What `paperatlas add` leaves of a file that it cannot add to, or may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.cli.add import command
from paperatlas.storage import files
from paperatlas.storage.files import replace
from tests.cli.add.example_site import FILES, OLD, PREPRINT, library
from tests.cli.conftest import Add, Run


def test_a_damaged_file_is_left_as_it_is(add: Add) -> None:
    damaged = f"{OLD}@misc{{b, title = {{B\n"
    ran = add(PREPRINT, "2103.14030", "--direction", "looms", site={**FILES, "bib/old.bib": damaged})
    assert (ran.code, library()) == (1, damaged)
    assert "bib/old.bib contains errors, line 12" in ran.err


def test_a_file_that_may_not_be_written_is_left_as_it_is(add: Add, run: Run) -> None:
    run(FILES, "check")
    Path("bib/old.bib").chmod(0o444)
    ran = add(PREPRINT, "2103.14030", "--direction", "looms", site={})
    assert (ran.code, library()) == (1, OLD)
    assert "write-protected" in ran.err


def test_a_full_disk_leaves_no_half_file(add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_beside", full)
    ran = add(PREPRINT, "2103.14030", "--direction", "looms")
    assert (ran.code, library(), [path.name for path in Path("bib").iterdir()]) == (1, OLD, ["old.bib"])
    assert "cannot write 'old.bib': no space left on device; it was not changed" in ran.err


def test_a_file_that_was_changed_meanwhile_is_left_as_it_is_now(add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    def later(path: Path, data: bytes, before: bytes | None) -> None:
        path.write_text("% changed\n", encoding="utf-8")
        replace(path, data, before)

    monkeypatch.setattr(command, "replace", later)
    ran = add(PREPRINT, "2103.14030", "--direction", "looms")
    assert (ran.code, library()) == (1, "% changed\n")
    assert "has changed meanwhile" in ran.err


def test_an_interruption_leaves_the_file_as_it_was(add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    ran = add(PREPRINT, "2103.14030", "--direction", "looms")
    assert (ran.code, library(), [path.name for path in Path("bib").iterdir()]) == (130, OLD, ["old.bib"])
