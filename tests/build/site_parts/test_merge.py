"""Parts of a site, put together or refused with a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from paperatlas.build.site_parts.manifest import MANIFEST, Manifest, PartPage, save_manifest
from paperatlas.build.site_parts.merge import PartError, merge_parts
from paperatlas.build.site_parts.part import SitePart
from paperatlas.storage.files import WriteError
from tests.conftest import write_files

PAGES = tuple(PartPage(f"{name}.html", f"{name}.html", number) for number, name in enumerate("abcd"))
INDEX = '{"config":{},"docs":[]}'


def part(folder: Path, number: int, of: int = 2, made_from: str = "x", more: Mapping[str, str] | None = None) -> Path:
    """Write a part, each of whose files says which part it is from."""
    path = folder / f"{number} of {of}"
    manifest = Manifest(SitePart(number, of), made_from, PAGES)
    files = {**dict.fromkeys([*manifest.own, "style.css"], f"part {number}"), **(more or {})}
    write_files(path, files)
    save_manifest(path, manifest)
    return path


def texts(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_every_page_is_that_of_its_part_and_all_else_that_of_the_first(tmp_path: Path) -> None:
    parts = [part(tmp_path, 2, more={"en/left.css": "part 2"}), part(tmp_path, 1, more={"sitemap.xml": "part 1"})]
    first = merge_parts(parts, tmp_path / "site")
    assert first.part == SitePart(1, 2)
    assert texts(tmp_path / "site") == {
        "a.html": "part 1",
        "b.html": "part 2",
        "c.html": "part 1",
        "d.html": "part 2",
        "style.css": "part 1",
        "sitemap.xml": "part 1",
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1 of 2", "2 of 2", "site"]


def test_an_empty_folder_can_be_the_site(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    merge_parts([part(tmp_path, 1), part(tmp_path, 2)], tmp_path / "site")
    assert (tmp_path / "site" / "d.html").exists()


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ([(1, 2, "x")], "of 2 parts these are missing: 2; name all parts"),
        ([(2, 4, "x")], "of 4 parts these are missing: 1, 3, 4; name all parts"),
        (
            [(1, 2, "x"), (2, 2, "y")],
            "were not made from the same files, with the same options and by the same programs",
        ),
        ([(1, 2, "x"), (2, 3, "x")], "' is part 1 of 2, '"),
    ],
)
def test_parts_that_do_not_make_a_site_are_refused(
    numbers: list[tuple[int, int, str]], message: str, tmp_path: Path
) -> None:
    folders = [part(tmp_path, *number) for number in numbers]
    with pytest.raises(PartError) as error:
        merge_parts(folders, tmp_path / "site")
    assert message in str(error.value)
    assert not (tmp_path / "site").exists()


def test_a_part_twice_is_refused(tmp_path: Path) -> None:
    folders = [part(tmp_path, 1), part(tmp_path / "again", 1), part(tmp_path, 2)]
    with pytest.raises(PartError, match="is part 1 of 2, which is already given; name each part once"):
        merge_parts(folders, tmp_path / "site")


def test_a_part_that_is_not_whole_is_refused(tmp_path: Path) -> None:
    first, second = part(tmp_path, 1), part(tmp_path, 2)
    (second / "d.html").unlink()
    with pytest.raises(PartError, match=r"2 of 2' lacks the page 'd\.html'; build part 2 of 2 again"):
        merge_parts([first, second], tmp_path / "site")
    (second / MANIFEST).unlink()
    with pytest.raises(
        PartError, match=r"2 of 2' is not a complete part of a site: it has no valid paperatlas-part\.json"
    ):
        merge_parts([first, second], tmp_path / "site")


@pytest.mark.parametrize("second", [{}, {"search/search_index.json": "{}"}])
def test_a_search_index_that_cannot_be_joined_is_told_and_nothing_is_written(
    second: dict[str, str], tmp_path: Path
) -> None:
    parts = [part(tmp_path, 1, more={"search/search_index.json": INDEX}), part(tmp_path, 2, more=second)]
    with pytest.raises(PartError, match="the search index of a part is missing, or was made in advance"):
        merge_parts(parts, tmp_path / "site")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1 of 2", "2 of 2"]


def test_a_folder_that_is_in_use_is_left_alone(tmp_path: Path) -> None:
    parts = [part(tmp_path, 1), part(tmp_path, 2)]
    write_files(tmp_path / "site", {"mine": "mine"})
    with pytest.raises(WriteError, match="site' already exists and is not empty; remove it, or name another folder"):
        merge_parts(parts, tmp_path / "site")
    assert texts(tmp_path / "site") == {"mine": "mine"}
