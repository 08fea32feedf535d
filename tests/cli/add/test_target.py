"""Where `paperatlas add` puts an entry: its keywords, and its file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from paperatlas.cli.add.target import file_for, find_target_library, placements
from paperatlas.cli.usage import UsageError
from tests.cli.add.example_site import FILES, OLD, PREPRINT, SITE
from tests.cli.conftest import Add, Run
from tests.conftest import write_files


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a site about looms, which is the one at hand."""
    write_files(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


PLACES = [
    (["looms"], ("looms",)),
    (["looms/cards, looms/belts"], ("looms/cards", "looms/belts")),
    (["looms", " looms ,looms/cards", ","], ("looms", "looms/cards")),
    (["none"], ()),
    (["none,"], ()),
]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(("written", "keywords"), PLACES)
def test_directions_and_groups_become_keywords(written: list[str], keywords: tuple[str, ...]) -> None:
    assert placements(find_target_library(None), written) == keywords


NO_PLACES = [
    ([], "--direction is empty"),
    ([" , "], "--direction is empty"),
    (["none", "looms"], "cannot be combined with another direction"),
    (["织机"], "there is no direction '织机'. The directions: looms"),
    (["Looms"], "there is no direction 'Looms'. Did you mean 'looms'?"),
    (["looms/cards/x"], "'looms' has no group 'cards/x'"),
]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(("written", "message"), NO_PLACES)
def test_what_is_no_direction_is_said(written: list[str], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        placements(find_target_library(None), written)
    assert message in str(refused.value)


def test_a_library_alone_has_no_directions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path, {"流/refs.bib": OLD})
    target_library = find_target_library("流/refs.bib")
    assert (target_library.root, target_library.bib, target_library.keys, target_library.directions) == (
        tmp_path / "流",
        ("refs.bib",),
        ["swin"],
        {},
    )
    with pytest.raises(UsageError, match="The directions: none; write a note first"):
        placements(target_library, ["looms"])


@pytest.mark.parametrize("file", ["", "note.md", "mkdocs.yml"])
def test_a_library_alone_is_no_page(file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=f"--file: '{file}' is not a .bib file"):
        find_target_library(file)


@pytest.mark.parametrize(("file", "why"), [("bib", "it is a folder"), ("new/a.bib", "its folder does not exist")])
def test_a_new_library_that_cannot_be_written(
    file: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bib").mkdir()
    with pytest.raises(UsageError, match=f"--file: '{file}' cannot be written: {why}"):
        find_target_library(file)


def test_a_change_of_its_files_is_seen_when_they_are_read_again(site: Path) -> None:
    target_library = find_target_library(None)
    write_files(site, {"bib/new.bib": "@misc{new, title = {New}}\n"})
    assert target_library.keys == ["swin"]
    assert sorted(target_library.read_again().keys) == ["new", "swin"]


NAMED = [
    ("bib/old.bib", ".", "bib/old.bib"),
    ("old.bib", "bib", "bib/old.bib"),
    ("bib/old.bib", "docs", "bib/old.bib"),
    ("bib/流.bib", "docs", "bib/流.bib"),
]


@pytest.mark.parametrize(("named", "folder", "file"), NAMED)
def test_a_file_is_named_from_here_or_from_the_site(
    named: str, folder: str, file: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site / folder)
    target_library = find_target_library(None)
    path = file_for(target_library, (), named)
    assert path.resolve() == site / file
    assert target_library.shown(path) == file


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("named", ["new.bib", "bib/new.txt", "bib/new/x.bib", "../bib.bib", "bib", "bib/../new.bib"])
def test_a_file_that_is_not_of_the_library_is_refused(named: str) -> None:
    with pytest.raises(UsageError, match=r"is not a \.bib file of the library, which is bib$"):
        file_for(find_target_library(None), (), named)


def test_an_entry_goes_where_most_of_its_direction_are(site: Path) -> None:
    entries = "".join(f"@misc{{k{number}, title = {{K{number}}}, keywords = {{looms}}}}\n" for number in range(2))
    write_files(site, {"bib/织机.bib": entries})
    assert file_for(find_target_library(None), ("weaving", "looms/cards"), None) == site / "bib/织机.bib"


@pytest.mark.parametrize(
    ("arguments", "files_before", "file"),
    [
        (["--direction", "looms"], FILES, "bib/old.bib"),
        (["--direction", "looms"], {**FILES, "bib/a.bib": "@misc{a, title={A}, keywords={other}}"}, "bib/old.bib"),
        (["--direction", "belts"], {**FILES, "docs/directions/belts.md": "---\ntitle: Belts\n---\n"}, "bib/belts.bib"),
        (["--direction", "belts, looms"], {**FILES, "docs/directions/belts.md": "---\ntitle: Belts\n---\n"}, "bib/belts.bib"),
        (["--direction", "none"], FILES, "bib/old.bib"),
        (["--direction", "none", "--file", "bib/new.bib"], FILES, "bib/new.bib"),
        (["--direction", "looms", "--file", "bib/a.bib"], {**FILES, "bib/a.bib": "% mine\n"}, "bib/a.bib"),
        (["--file", "refs.bib"], {"refs.bib": OLD}, "refs.bib"),
        (["--file", "refs.bib"], {}, "refs.bib"),
        ([], {"mkdocs.yml": SITE, "docs/index.md": "# A\n", "bib/only.bib": OLD}, "bib/only.bib"),
        ([], {"mkdocs.yml": SITE, "docs/index.md": "# A\n"}, "bib/library.bib"),
        (["--direction", "none"], {**FILES, "bib/a.bib": "@misc{a, title={A}}\n"}, "bib/a.bib"),
    ],
)  # fmt: skip
def test_an_entry_finds_its_file(add: Add, arguments: list[str], files_before: Mapping[str, str], file: str) -> None:
    ran = add(PREPRINT, "2103.14030", *arguments, site=files_before)
    assert (ran.code, ran.err) == (0, "")
    text = Path(file).read_text(encoding="utf-8")
    assert "eprint       = {2103.14030}" in text
    assert text.startswith(files_before.get(file, ""))


def test_without_a_direction_among_several_files_one_is_asked_for(add: Add) -> None:
    ran = add(PREPRINT, "2103.14030", "--direction", "none", site={**FILES, "bib/a.bib": ""})
    assert ran.code == 2
    assert "name the file to add it to with --file; the library's files: bib/a.bib, bib/old.bib" in ran.err


def test_a_site_without_a_library_is_told_so(run: Run) -> None:
    site = {"mkdocs.yml": "site_name: X\nplugins:\n  - paperatlas:\n      bib: []\n", "docs/index.md": "# X\n"}
    new = "@misc{b, title = {New}, author = {A, B}, year = 2020}\n"
    ran = run({**site, "new.bib": new}, "add", "new.bib", "--direction", "none")
    assert (ran.code, "the site has no library" in ran.err) == (2, True)
