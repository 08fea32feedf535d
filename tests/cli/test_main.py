"""The command itself: what it says of itself, and that it never ends with a traceback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from paperatlas import __version__
from paperatlas.__main__ import main as load
from paperatlas.cli import check, run_command_line
from paperatlas.cli.usage import FailedError, UsageError
from tests.cli.conftest import Run

GOOD = "@misc{a, title = {X}}\n"


def test_version(run: Run) -> None:
    assert run({}, "--version").out == f"paperatlas {__version__}\n"


COMMANDS = [
    "abstracts",
    "add",
    "changes",
    "check",
    "citations",
    "export",
    "fmt",
    "headers",
    "import",
    "links",
    "merge",
    "new",
    "offline",
    "propose",
    "schema",
    "update",
    "zensical",
]


def test_help_names_every_command(run: Run) -> None:
    ran = run({}, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert sorted(re.findall(r"^    (\w+)", ran.out, re.MULTILINE)) == COMMANDS
    assert "examples:\n  paperatlas " in ran.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_examples(command: str, run: Run) -> None:
    ran = run({}, command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert re.search(rf"^examples?:\n  paperatlas {command}\b", ran.out, re.MULTILINE)


WRONG = [
    ([], "COMMAND"),
    (["chekc"], "chekc"),
    (["check", "--format", "xml"], "xml"),
    (["check", "missing.bib"], "cannot read 'missing.bib': no such file or directory"),
    (["check", "a.bib", "missing.bib"], "'missing.bib'"),
    (["check", "a.bib/b.bib"], "not a directory"),
    (["check", "x" * 5000], "too long"),
    (["check", ""], "a path is empty"),
    (["add", "x" * 5000, "--file", "a.bib"], "cannot be looked up"),
    (["add", "2103.14030", "--file", "note.md"], "--file: 'note.md' is not a .bib file"),
    (["check", "note.md"], "is not a .bib file"),
    (["check"], "there is no mkdocs.yml in this folder"),
    (["check", "a.bib", "--select", "XYZ"], "no rule has the code 'XYZ'"),
    (["check", "a.bib", "--ignore", "SYN0O1"], "did you mean SYN0"),
    (["import", ""], "a path is empty"),
    (["export"], "FILE"),
    (["export", "a.bib"], "--format"),
    (["export", "a.bib", "--format", "docx"], "docx"),
    (["export", "missing.bib", "--format", "bibtex"], "'missing.bib'"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_usage(arguments: list[str], message: str, run: Run) -> None:
    ran = run({"a.bib": GOOD, "note.md": "# Note\n"}, *arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert message in ran.err
    assert "Traceback" not in ran.err


ENDS = [
    (KeyboardInterrupt(), 130, "interrupted"),
    (BrokenPipeError(), 141, ""),
    (OSError(28, "No space left on device"), 1, "paperatlas: no space left on device\n"),
    (PermissionError(13, "Permission denied", "a/b.bib"), 1, "paperatlas: cannot use 'a/b.bib': permission denied\n"),
    (OSError("Gone"), 1, "paperatlas: gone\n"),
    (UsageError("say 流"), 2, "paperatlas: say 流\n"),
    (FailedError("not written"), 1, "paperatlas: not written\n"),
    (RuntimeError("oops"), 1, "internal error, please report it: RuntimeError: oops (test_main.py, line "),
]


@pytest.mark.parametrize(("error", "code", "message"), ENDS)
def test_no_traceback(error: BaseException, code: int, message: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(check, "_examine", fail)
    monkeypatch.setattr("paperatlas.cli._silence", lambda _stream: None)
    ran = run({"a.bib": GOOD}, "check", "a.bib")
    assert ran.code == code
    assert message in ran.err
    assert "Traceback" not in ran.err


def run_as_module(*arguments: str, folder: Path) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONIOENCODING": "latin-1", "NO_COLOR": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "paperatlas", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )


def test_pipes_are_utf8_and_may_be_closed(tmp_path: Path) -> None:
    entries = "".join(f"@misc{{k{number}, title = {{深度}}, doi = {{x}}}}\n" for number in range(3000))
    (tmp_path / "a.bib").write_text(entries, encoding="utf-8")
    process = run_as_module("check", "a.bib", folder=tmp_path)
    assert process.stdout
    assert process.stderr
    assert "a.bib:1:" in process.stdout.readline().decode()
    assert "深度" in (process.stdout.readline() + process.stdout.readline()).decode("utf-8")
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141
    process.stderr.close()


@pytest.mark.parametrize(
    ("name", "arguments", "code"), [("stdout", ["check", "a.bib"], 0), ("stdin", ["import", "-"], 2)]
)
def test_a_stream_may_be_closed_from_the_beginning(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, arguments: list[str], code: int
) -> None:
    monkeypatch.setattr(sys, name, None)
    ran = run({"a.bib": GOOD}, *arguments)
    getattr(sys, name).close()
    assert ran.code == code
    assert "internal error" not in ran.err


def test_a_user_without_a_home_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> Path:
        message = "Could not determine home directory."
        raise RuntimeError(message)

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", none)
    ran = run({"a.bib": GOOD}, "links", "--offline", "a.bib")
    assert (ran.code, ran.err) == (
        1,
        "paperatlas: there is no home folder for the cache; set XDG_CACHE_HOME to a folder\n",
    )


def test_a_service_at_no_address_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPERATLAS_ARXIV_URL", "http://[::1")
    ran = run({"a.bib": GOOD}, "add", "2103.14030", "--file", "a.bib")
    assert (ran.code, "'http://[::1/api/query" in ran.err) == (1, True)
    assert "is not a valid URL" in ran.err


def test_main_reads_the_command_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["paperatlas", "--version"])
    with pytest.raises(SystemExit) as stop:
        run_command_line()
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("paperatlas ")


def test_an_interruption_while_it_loads(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Interrupting:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "paperatlas.cli":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "paperatlas.cli")
    monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])
    assert load() == 130
    assert capsys.readouterr().err == "paperatlas: interrupted\n"
