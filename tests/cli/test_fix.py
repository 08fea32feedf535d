"""`paperatlas check --fix` and `--diff`: what is certain is written, and nothing else of a file changes."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest

from paperatlas.cli import fix
from paperatlas.storage.files import WriteError, replace
from tests.cli.conftest import Run

BROKEN = "@misc{a, title = {X}\n note = {Y &amp; Z &amp; W}}\n"
MENDED = "@misc{a, title = {X},\n note = {Y \\& Z \\& W}}\n"
SITE = "site_name: A site\nplugins:\n  - paperatlas\n"


def test_fix_writes_what_is_certain_and_reports_the_rest(run: Run, tmp_path: Path) -> None:
    ran = run({"a.bib": BROKEN + "@misc{b, title = {Z}, doi = {nonsense}}\n"}, "check", "a.bib", "--fix")
    assert (tmp_path / "a.bib").read_text() == MENDED + "@misc{b, title = {Z}, doi = {nonsense}}\n"
    assert ran.err == "a.bib: 3 edits\n"
    assert "IDN001" in ran.out
    assert ran.out.endswith("Found 1 warning in 2 entries.\n")
    assert ran.code == 0


def test_diff_writes_nothing(run: Run, tmp_path: Path) -> None:
    ran = run({"a.bib": BROKEN}, "check", "a.bib", "--diff")
    assert (tmp_path / "a.bib").read_text() == BROKEN
    assert ran.out.splitlines()[3:] == [
        *("-@misc{a, title = {X}", "- note = {Y &amp; Z &amp; W}}"),
        *("+@misc{a, title = {X},", "+ note = {Y \\& Z &amp; W}}"),
    ]
    assert (ran.code, ran.err) == (1, "a.bib: 2 edits\n")
    assert run({"a.bib": MENDED}, "check", "a.bib", "--diff").code == 0


def test_only_what_is_selected_is_mended(run: Run, tmp_path: Path) -> None:
    run({"a.bib": BROKEN}, "check", "a.bib", "--fix", "--select", "SYN")
    assert (tmp_path / "a.bib").read_text() == BROKEN.replace("{X}\n", "{X},\n")


def test_a_site_is_mended(run: Run, tmp_path: Path) -> None:
    article = "@article{a, auhtor = {A}, title = {X}, journaltitle = {J}, year = 2020}\n"
    files = {
        "mkdocs.yml": SITE,
        "docs/index.md": "# Home\n",
        "bib/a.bib": article,
        "bib/b.bib": BROKEN.replace("a,", "b,"),
    }
    assert run(files, "check", "--fix").err == "bib/a.bib: 1 edit\nbib/b.bib: 3 edits\n"
    assert (tmp_path / "bib/a.bib").read_text() == article.replace("auhtor", "author")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_every_other_byte_stays(ends: str, mark: bytes, run: Run, tmp_path: Path) -> None:
    around = "% Über 图\u2028像 \x0c\n\n\n@string{x={Y}}\n", "  \t\n@misc{z,title={é}}"
    (tmp_path / "a.bib").write_bytes(mark + BROKEN.join(around).replace("\n", ends).encode())
    run({}, "check", "a.bib", "--fix")
    assert (tmp_path / "a.bib").read_bytes() == mark + MENDED.join(around).replace("\n", ends).encode()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_the_encoding_of_a_mark_is_kept(encoding: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_bytes(BROKEN.replace("X", "é").encode(encoding))
    run({}, "check", "a.bib", "--fix")
    assert (tmp_path / "a.bib").read_bytes() == MENDED.replace("X", "é").encode(encoding)


@pytest.mark.parametrize(
    ("encoding", "why"),
    [
        ("latin-1", "the file is not UTF-8"),
        ("utf-16-le", "the file holds NUL bytes; save it again as UTF-8"),
        ("utf-16-be", "the file holds NUL bytes; save it again as UTF-8"),
    ],
)
def test_other_encodings_are_left(encoding: str, why: str, run: Run, tmp_path: Path) -> None:
    data = BROKEN.replace("X", "é" if encoding == "latin-1" else "X").encode(encoding)
    (tmp_path / "a.bib").write_bytes(data)
    ran = run({}, "check", "a.bib", "--fix")
    assert (tmp_path / "a.bib").read_bytes() == data
    assert (ran.code, ran.err) == (1, f"a.bib was not edited: {why}\n")


def test_a_file_that_changes_meanwhile_is_left(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.bib"

    def late(file: Path, after: bytes, before: bytes | None) -> None:
        path.write_text("% by somebody else\n")
        replace(file, after, before)

    monkeypatch.setattr(fix, "replace", late)
    ran = run({"a.bib": BROKEN, "b.bib": BROKEN.replace("{a,", "{b,")}, "check", "a.bib", "--fix")
    assert path.read_text() == "% by somebody else\n"
    assert ran.code == 1
    assert "a.bib was not edited: 'a.bib' has changed meanwhile" in ran.err


def test_a_file_that_cannot_be_written_is_no_reason_to_stop(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def refuse(path: Path, after: bytes, before: bytes | None) -> None:
        if path.name == "a.bib":
            message = "cannot write 'a.bib'"
            raise WriteError(message)
        replace(path, after, before)

    monkeypatch.setattr(fix, "replace", refuse)
    ran = run({"a.bib": BROKEN, "b.bib": BROKEN.replace("{a,", "{b,")}, "check", "a.bib", "b.bib", "--fix")
    assert ran.err == "b.bib: 3 edits\na.bib was not edited: cannot write 'a.bib'\n"
    assert (tmp_path / "b.bib").read_text() == MENDED.replace("{a,", "{b,")


def test_nothing_to_mend(run: Run) -> None:
    ran = run({"a.bib": MENDED}, "check", "a.bib", "--fix", "--format", "json")
    assert (ran.code, ran.err, json.loads(ran.out)) == (0, "No problem can be fixed automatically.\n", [])


def test_text_says_what_can_be_mended(run: Run) -> None:
    ran = run({"a.bib": BROKEN}, "check", "a.bib")
    assert ran.out.endswith("`paperatlas check --fix` fixes 2 of them; `--diff` shows how.\n")
