"""What the commands share: the paths they are given, and the streams they write to."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from paperatlas.cli.usage import UsageError, is_no_library, libraries, speak_utf8, style_of, write


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with two libraries, a page and a folder."""
    for name in ("a.bib", "流.bib", "library", "note.md"):
        (tmp_path / name).touch()
    (tmp_path / "bib").mkdir()
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("paths", [[], ["a.bib"], ["流.bib", "a.bib", "a.bib"], ["bib", "."], ["library"]])
def test_libraries_stay_as_they_are_given(paths: list[str]) -> None:
    assert libraries(paths) == tuple(paths)


REFUSED = [
    (["a.bib", ""], "a path is empty; write . for the current folder"),
    (["none.bib"], "cannot read 'none.bib': no such file or directory"),
    (["a.bib/b.bib"], "cannot read 'a.bib/b.bib': not a directory"),
    (["a\0.bib"], "null"),
    (["note.md"], "'note.md' is not a .bib file"),
]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("paths", "message"), REFUSED)
def test_what_can_be_no_library_is_refused(paths: list[str], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        libraries(paths)
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("path", "harmful"),
    [("docs/a.md", True), ("A.MD", True), ("mkdocs.yml", True), ("x.json", True), ("a.bib", False), (".md", False), ("md", False)],
)  # fmt: skip
def test_pages_and_configurations_are_told_by_their_endings(path: str, harmful: bool) -> None:
    assert is_no_library(path) is harmful


@pytest.mark.parametrize(
    ("encoding", "text", "written"),
    [("ascii", "流", "流".encode()), ("latin-1", "é", "é".encode()), ("utf-8", "\udcff", rb"\udcff")],
)
def test_a_pipe_gets_utf8_and_no_character_stops_it(
    monkeypatch: pytest.MonkeyPatch, encoding: str, text: str, written: bytes
) -> None:
    pipe = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(pipe, encoding=encoding))
    speak_utf8()
    write([text])
    sys.stdout.flush()
    assert pipe.getvalue() == written


class Ascii(io.TextIOWrapper):
    """A terminal that shows ASCII alone."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_keeps_its_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", Ascii(shown, encoding="ascii"))
    speak_utf8()
    print("流", end="", file=sys.stderr, flush=True)  # noqa: T201
    assert shown.getvalue() == rb"\u6d41"


@pytest.mark.parametrize("name", ["stdin", "stdout", "stderr"])
def test_a_stream_that_was_closed_takes_and_gives_nothing(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sys, name, None)
    speak_utf8()
    with getattr(sys, name) as stream:
        assert (stream.name, stream.readable(), stream.writable()) == (os.devnull, name == "stdin", name != "stdin")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("variables", "colour"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours(variables: dict[str, str], colour: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert style_of(Terminal()).colour is colour
    assert style_of(io.StringIO()).colour is False


@pytest.mark.parametrize(("columns", "width"), [("100", 100), ("7", 40), ("1000", 160)])
def test_a_report_is_as_wide_as_its_terminal_within_reason(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert style_of(Terminal()).width == width
