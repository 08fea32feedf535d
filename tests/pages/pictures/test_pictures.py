"""Pictures for previews: of what size, with what colours, in which font, and where there is none."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageColor

from paperatlas.atlas import Address
from paperatlas.pages import Site, hand_written_head, head_html
from paperatlas.pages.pictures import draw as draw_module
from paperatlas.pages.pictures.characters import UnreadableFontError, characters_of
from paperatlas.pages.pictures.draw import (
    BACKGROUND,
    NAME_COLOUR,
    QUIET_COLOUR,
    TEXT_COLOUR,
    can_draw,
    draw,
    drawn,
    kept_name,
)
from paperatlas.pages.pictures.fonts import Typeface, read_typeface, typefaces, undrawable
from paperatlas.pages.pictures.picture import Picture, lacking, picture_of, planned_picture, typeface_of
from tests.pages.pictures.made_up_font import made_up_font

ASCII = "".join(map(chr, range(32, 127))) + "…·–—"
LONG = "Deep Unsupervised Learning using Nonequilibrium Thermodynamics "


@pytest.fixture
def typeface(tmp_path: Path) -> Typeface:
    return face(tmp_path, ASCII)


def face(folder: Path, characters: str) -> Typeface:
    path = folder / f"{len(characters)}.ttf"
    path.write_bytes(made_up_font(characters))
    return read_typeface(path, path)


def picture(name: str = "DDPM", title: str = "", *lines: str, site: str = "Atlas") -> Picture:
    return Picture(Address("pictures/papers/ddpm.png"), site, name, title, lines)


def luminance(colour: tuple[int, ...]) -> float:
    red, green, blue = ((c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4) for c in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", [NAME_COLOUR, TEXT_COLOUR, QUIET_COLOUR])
def test_each_text_stands_out(colour: str) -> None:
    dark, light = sorted(luminance(ImageColor.getrgb(each)) for each in (colour, BACKGROUND))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize(
    "shown",
    [
        picture(),
        picture("DDPM", LONG, "Jonathan Ho", "NeurIPS 2020"),
        picture(LONG * 3),
        picture(LONG * 6, LONG * 6, LONG * 6, LONG * 6, site=LONG * 6),
        picture("x" * 400, "y" * 400, "z" * 400),
        picture("", "", site=""),
    ],
)
def test_a_picture_is_of_its_size_and_keeps_its_margins(shown: Picture, typeface: Typeface) -> None:
    data = draw(shown, typeface)
    with Image.open(BytesIO(data)) as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))
        pixels = image.convert("L")
    assert len(data) < 60_000
    white = max(pixels.getextrema())
    # Nothing is cut off: all around there is nothing but the stripe on the left.
    for box in ((16, 0, 1200, 40), (16, 590, 1200, 630), (1130, 0, 1200, 630), (16, 0, 70, 630)):
        assert pixels.crop(box).getextrema() == (white, white)


def test_the_same_texts_are_the_same_bytes(typeface: Typeface, tmp_path: Path) -> None:
    shown = picture("DDPM", LONG)
    kept = tmp_path / "kept" / kept_name(shown, typeface)
    assert drawn(shown, typeface, kept) == drawn(shown, typeface, None) == kept.read_bytes()
    kept.write_bytes(b"drawn before")
    assert drawn(shown, typeface, kept) == b"drawn before"


def test_what_is_drawn_from_other_texts_or_fonts_is_kept_under_another_name(typeface: Typeface, tmp_path: Path) -> None:
    others = [picture("DDIM"), picture("DDPM", "A"), picture("", "DDPM"), picture("DDPM", "", "A"), picture(site="B")]
    names = [kept_name(each, typeface) for each in [picture(), *others]]
    names.append(kept_name(picture(), face(tmp_path, ASCII + "é")))
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("form", [4, 12])
def test_characters_of_a_font(form: int) -> None:
    found = characters_of(made_up_font("abcz 扩散", form))
    assert [ord(each) in found for each in "abcz 扩散"] == [True] * 7
    assert [ord(each) in found for each in "dy扪敤\uffff\0"] == [False] * 6


@pytest.mark.parametrize("data", [b"", b"<svg/>", made_up_font("abc")[:60], b"ttcf" + bytes(20), bytes(200)])
def test_a_damaged_font_is_none(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFontError):
        characters_of(data)
    (tmp_path / "a.ttf").write_bytes(data)
    with pytest.raises(UnreadableFontError, match=r"'a\.ttf': "):
        typefaces([tmp_path / "a.ttf"])


def test_a_picture_has_the_first_font_with_all_of_its_characters(typeface: Typeface, tmp_path: Path) -> None:
    chinese = face(tmp_path, ASCII + "扩散模型")
    both = (typeface, chinese)
    assert typeface_of(picture("Diffusion"), both) is typeface
    assert typeface_of(picture("扩散模型"), both) is chinese
    assert typeface_of(picture("扩散", site="模形"), both) is None
    assert lacking(picture("扩散", site="模形"), both) == "形"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("Aäß 中文 ½", ""), ("a\u0335b", "\u0335"), ("שלום", "שלום"), ("حب", "حب"), ("हिन्दी", "ि्ी")],
)
def test_what_is_not_written_one_character_after_the_other(text: str, wrong: str) -> None:
    assert undrawable(text) == wrong


@pytest.mark.parametrize("site", ["en"], indirect=True)
def test_what_stands_on_the_pictures_of_papers_and_directions(site: Site) -> None:
    named = replace(site, name="Atlas of\nFlows")
    papers, directions = site.atlas.papers, site.atlas.directions
    assert planned_picture(named, papers["nice"]) == Picture(
        Address("pictures/papers/nice.png"),
        "Atlas of Flows",
        "NICE",
        "Non-linear Independent Components Estimation",
        ("Laurent Dinh, David Krueger, Yoshua Bengio", "arXiv 2014"),
    )
    without_method = planned_picture(named, papers["bound"])
    assert (without_method.name, without_method.title) == ("What k Layers Can Express", "")
    flows = planned_picture(named, directions["flows"])
    assert (flows.name, flows.title) == ("Flows", "Invertible maps between distributions")
    assert flows.lines == ("Maturing · 3 papers · 2014–2020",)


@pytest.mark.parametrize("site", ["en"], indirect=True)
def test_the_head_names_the_picture_by_its_whole_address(site: Site, typeface: Typeface) -> None:
    url = "https://example.org/atlas/"
    drawing = replace(site, typefaces=(typeface,), name="Atlas")
    paper = head_html(drawing, site.atlas.papers["nice"], url)
    direction = hand_written_head(drawing, "directions/flows.md", url)
    for head, address in ((paper, "papers/nice"), (direction, "directions/flows")):
        assert f'<meta property="og:image" content="{url}pictures/{address}.png">' in head
        assert '<meta property="og:image:width" content="1200">' in head
        assert '<meta property="og:image:height" content="630">' in head
        assert '<meta name="twitter:card" content="summary_large_image">' in head
        assert head.count('property="og:title"') == 1
    alternative = '<meta property="og:image:alt" content="Flows · Invertible maps between distributions · Maturing'
    assert alternative in direction
    for other in (hand_written_head(site, "directions/flows.md", url), hand_written_head(drawing, "x.md", "")):
        assert "og:" not in other
    # A theme or a person has put a preview there.
    assert "og:" not in hand_written_head(drawing, "directions/flows.md", url, 'property="og:title"')
    assert "og:image" not in head_html(drawing, site.atlas.papers["nice"], "")
    assert "og:image" not in head_html(replace(drawing, name="\u05d0"), site.atlas.papers["nice"], url)


def test_a_site_without_pictures_has_none(site: Site) -> None:
    assert picture_of(site, site.atlas.papers["nice"]) is None


@pytest.mark.parametrize(("missing", "can"), [("", True), ("PIL", False), ("fontTools", False)])
def test_pictures_need_both_packages(missing: str, can: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draw_module, "find_spec", lambda name: None if name == missing else name)
    assert can_draw() is can
