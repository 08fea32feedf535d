"""Pictures of a site: when there are none, which cannot be drawn, and what stays of earlier builds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from paperatlas.build import pictures
from paperatlas.build.built_site import BuiltSite, SiteSettings
from paperatlas.build.navigation import pages_in_navigation
from paperatlas.build.options import Options
from paperatlas.build.pictures import site_pictures, site_typefaces
from paperatlas.build.site import build_site
from tests.conftest import ReadFiles
from tests.pages.pictures.made_up_font import made_up_font

URL = "https://example.org/"


def options(**more: Any) -> Options:
    return replace(Options(social_pictures=True, picture_fonts=("font.ttf",)), **more)


@pytest.mark.parametrize(
    ("wanted", "url", "found"),
    [
        ({}, URL, []),
        ({"social_pictures": False}, "", []),
        ({"offline": True}, "", []),
        ({"pages": ()}, "", []),
        ({}, "", ["Nobody knows the address of the site: no pictures for previews are drawn."]),
        ({"picture_fonts": ("no.ttf",)}, URL, ["A font of the option `picture_fonts` cannot be used: 'no.ttf': No such file or directory. No pictures for previews are drawn."]),
        ({"picture_fonts": ("a.txt",)}, URL, ["A font of the option `picture_fonts` cannot be used: 'a.txt': Not a TrueType or OpenType font (not enough data). No pictures for previews are drawn."]),
    ],
)  # fmt: skip
def test_when_a_site_has_pictures(wanted: dict[str, Any], url: str, found: list[str], tmp_path: Path) -> None:
    (tmp_path / "font.ttf").write_bytes(made_up_font("abc"))
    (tmp_path / "a.txt").write_text("abc")
    faces, problems = site_typefaces(options(**wanted), tmp_path, url)
    assert [problem.message for problem in problems] == found
    assert bool(faces) is (wanted == {} and url != "")


def test_without_pillow_there_are_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pictures, "can_draw", lambda: False)
    faces, (problem,) = site_typefaces(options(), tmp_path, URL)
    assert (faces, problem.code) == ((), "PIC001")
    assert problem.hint == 'Install it: pip install "fonttools>=4.55,<5" "pillow>=11,<14".'


def built(read_files: ReadFiles, tmp_path: Path, titles: list[str], settings: SiteSettings | None = None) -> BuiltSite:
    (tmp_path / "font.ttf").write_bytes(made_up_font("abcdefghijklmnopqrstuvwxyzABC0123 .…·"))
    entries = "".join(f"@misc{{k{number}, title = {{{title}}}}}\n" for number, title in enumerate(titles))
    project = read_files({"bib/a.bib": entries})
    project = replace(project, options=options(), cache=tmp_path / "cache")
    return build_site(project, "en", settings or SiteSettings(name="abc", url=URL))


def test_a_picture_without_a_font_is_left_out_and_reported(
    read_files: ReadFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("paperatlas.pages.pictures.fonts._installed", tuple)
    site = built(read_files, tmp_path, ["one", "dß", "הא"])
    drawn = {file.address: file for file in site.files if file.address.endswith(".png")}
    assert [*drawn] == ["pictures/papers/k0.png"]
    assert [
        (problem.code, problem.line, problem.message) for problem in site.problems if problem.code[:3] == "PIC"
    ] == [
        ("PIC002", 2, "No picture of 'dß' is drawn: no font has the characters 'ß'."),
        ("PIC002", 3, "No picture of 'הא' is drawn: no font has the characters 'הא'."),
    ]
    assert all(file.localised and file.data.startswith(b"\x89PNG") for file in drawn.values())
    kept = tmp_path / "cache/pictures/en"
    assert len([*kept.iterdir()]) == 1
    # What is not of this site goes.
    (kept / "of-another-day.png").touch()
    site_pictures(site.site, kept)
    assert [path.read_bytes() for path in kept.iterdir()] == [file.data for file in drawn.values()]


def test_other_fonts_make_other_pages(read_files: ReadFiles, tmp_path: Path) -> None:
    first = built(read_files, tmp_path, ["one"])
    without = build_site(read_files({}), "en", SiteSettings(name="abc", url=URL))
    assert first.made_with != without.made_with


def test_a_file_of_the_site_takes_the_place_of_a_picture(read_files: ReadFiles, tmp_path: Path) -> None:
    address = "pictures/papers/k0.png"
    settings = SiteSettings(name="abc", url=URL, files={address: f"docs/{address}"})
    assert address not in {file.address for file in built(read_files, tmp_path, ["one"], settings).files}


@pytest.mark.parametrize(
    ("nav", "files", "codes"),
    [
        (["index.md", {"Map": "map.md"}], {}, ["CFG006"]),
        (["index.md", {"All": [{"Papers": "papers/index.md"}]}], {}, []),
        (None, {}, []),
        ([{"Map": "map.md"}], {"docs/map.md": "# Mine\n"}, []),
        ([{"Map": "map.md"}], {"bib/b.bib": "@misc{b, title = {B}, extends = {a}}\n"}, []),
    ],
)
def test_a_navigation_names_a_map_that_is_not_there(
    nav: object, files: dict[str, str], codes: list[str], read_files: ReadFiles
) -> None:
    project = read_files({"bib/a.bib": "@misc{a, title = {A}}\n"} | files)
    site = build_site(project, "en", SiteSettings(name="abc", navigation=tuple(pages_in_navigation(nav))))
    assert [problem.code for problem in site.problems if problem.code == "CFG006"] == codes
