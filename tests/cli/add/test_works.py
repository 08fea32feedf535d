"""The works that `paperatlas add` is given: identifiers and entries."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from paperatlas.cli.add.works import works_of
from paperatlas.cli.usage import UsageError
from paperatlas.services.locate import Located
from paperatlas.storage.files import ReadError
from tests.cli.add.example_site import PREPRINT, library
from tests.cli.conftest import Add
from tests.services import answers

ENTRY = "@misc{é, author={Ü, A}, title={Ö}, year=2020}\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that paths are relative to."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


GIVEN: list[tuple[str, list[tuple[str, Located | None]]]] = [
    (ENTRY, [("list.bib: é", None)]),
    (ENTRY + ENTRY.replace("é", "b"), [("list.bib: é", None), ("list.bib: b", None)]),
    (f"% 2103.14030\n{ENTRY}", [("list.bib: é", None)]),
    ("2103.14030 # mine\n\n# 2103.14031\n", [("2103.14030", Located("arxiv", "2103.14030"))]),
    ("https://doi.org/10.1000/a#b", [("https://doi.org/10.1000/a#b", Located("doi", "10.1000/a#b"))]),
    ("P19-1001\r\n", [("P19-1001", Located("acl", "P19-1001"))]),
]


@pytest.mark.parametrize(("text", "works"), GIVEN)
def test_a_file_holds_entries_or_identifiers(text: str, works: list[tuple[str, Located | None]], here: Path) -> None:
    (here / "list.bib").write_text(text, encoding="utf-8", newline="")
    found = works_of(["list.bib"])
    assert [(work.name, work.located) for work in found] == works
    assert [work.record is None for work in found] == [located is not None for _, located in works]


def test_works_stay_in_the_order_they_are_given(here: Path) -> None:
    (here / "my list").write_text("P19-1001\n", encoding="utf-8")
    (here / "2103.14030").write_text(ENTRY, encoding="utf-8")
    works = works_of(["10.1000/182", "my list", "2103.14030"])
    assert [work.name for work in works] == ["10.1000/182", "P19-1001", "2103.14030"]
    assert works[2].located == Located("arxiv", "2103.14030"), "an identifier is none of the files here"


REFUSED = [
    ([], "there is nothing to add"),
    (["10.1000/182", "nonsense"], "'nonsense' cannot be looked up"),
    ([""], "'' cannot be looked up"),
    (["none.bib"], "cannot read 'none.bib'"),
    (["empty.bib"], "there is nothing to add"),
    (["prose.bib"], "prose.bib contains no readable entry"),
    (["folder"], "'folder' is a folder; name the .bib files in it"),
    (["damaged.bib"], "damaged.bib contains no readable entry"),
    (["prose.txt"], "'Dear all,' cannot be looked up"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_what_cannot_be_understood_is_refused(arguments: list[str], message: str, here: Path) -> None:
    for name, data in (
        ("empty.bib", b"\n# 2103.14030\n"),
        ("damaged.bib", b"@misc{"),
        ("prose.bib", b"Dear all,\n"),
        ("prose.txt", b"Dear all,\n"),
    ):
        (here / name).write_bytes(data)
    (here / "folder").mkdir()
    with pytest.raises((UsageError, ReadError)) as refused:
        works_of(arguments)
    assert message in str(refused.value)


def test_what_an_entry_loses_is_said(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = ENTRY.replace("year", "abstract={Secret.}, year") + "@misc{b, title = {B}\n note = {C}}\n"
    (here / "my.bib").write_text(text, encoding="utf-8")
    assert "abstract" not in {name for work in works_of(["my.bib"]) if work.record for name in work.record.fields}
    said = capsys.readouterr().err
    assert "my.bib: 1 abstract left out" in said
    assert "my.bib:3:" in said
    assert "SYN003 error" in said


@pytest.mark.parametrize(
    "data",
    [
        b"# my list\n2103.14030  # the first\n\nhttps://aclanthology.org/P19-1001\n",
        "\ufeff2103.14030\r\nP19-1001\r\n".encode(),
    ],
)
def test_identifiers_come_from_standard_input(add: Add, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    ran = add({**PREPRINT, "acl/P19-1001.bib": answers.text(answers.ACL)}, "-", "--direction", "looms")
    assert (ran.code, ran.out.count("added '")) == (0, 2)


@pytest.mark.parametrize(
    ("data", "message"), [(b"", "there is nothing to add"), (b"@misc{", "contains no readable entry")]
)
def test_an_empty_input_is_a_misuse(add: Add, monkeypatch: pytest.MonkeyPatch, data: bytes, message: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    ran = add({}, "-", "--direction", "looms")
    assert (ran.code, message in ran.err) == (2, True)


def test_bibtex_comes_from_standard_input(add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO("@misc{é, author={Ü, A}, title={Ö}, year=2020}".encode()))
    )
    assert add({}, "-", "--direction", "looms").code == 0
    assert "author       = {Ü, A}" in library()
