"""Draw a picture, with Pillow."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from paperatlas.pages.pictures.fonts import Typeface
from paperatlas.pages.pictures.picture import PICTURE_HEIGHT, PICTURE_WIDTH, Picture
from paperatlas.storage.files import write_whole
from paperatlas.text.line_breaks import cut_lines, fill_lines, unbroken_pieces

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

BACKGROUND, TEXT_COLOUR, NAME_COLOUR, QUIET_COLOUR = "#ffffff", "#1c1c22", "#3f51b5", "#55555f"
"""The colours: each text has 4.5 to 1 and more on the background (WCAG 2.2, 1.4.3)."""

_MARGIN = 80
_STRIPE = 16
_TOP, _BOTTOM = 176, 474
"""Between them stand name and title: beneath the mark, above two small lines."""
_SIZES = ((92, 44), (76, 42), (62, 38), (52, 34))
"""Of name and title, the first that have room: the last is still read where a picture is shown 400 pixels wide."""
_ALONE = (76, 62, 52, 44)
"""Of a name that is the title."""
_SMALL = 32
_LEADING = 1.25
_COLOURS = 64
"""The shades of four colours; the file has half of the size that it has in true colour."""
_FORMAT = "1"
"""To be raised when something is drawn in another way: pictures in caches are of one format."""


def can_draw() -> bool:
    """Return whether Pillow and fontTools are installed."""
    return find_spec("PIL") is not None and find_spec("fontTools") is not None


def drawn(picture: Picture, typeface: Typeface, kept: Path | None) -> bytes:
    """Return a picture as PNG: the file `kept` of it, if it was drawn before."""
    if kept is None:
        return draw(picture, typeface)
    try:
        return kept.read_bytes()
    except OSError:
        data = draw(picture, typeface)
        with suppress(OSError):  # a folder that is not ours to change
            write_whole(kept, [data])
        return data


def kept_name(picture: Picture, typeface: Typeface) -> str:
    """Return what the file of a picture is called in a cache, after a digest of everything that it is drawn from."""
    from PIL import __version__ as version  # noqa: PLC0415 - it is optional

    texts = (picture.site, picture.name, picture.title, *picture.lines)
    parts = (_FORMAT, version, typeface.digest, str(typeface.number), *texts)
    return f"{sha256(chr(0).join(parts).encode()).hexdigest()[:32]}.png"


def draw(picture: Picture, typeface: Typeface) -> bytes:
    """Return a picture as PNG: the same bytes for the same texts, fonts and version of Pillow."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - it is optional, and takes a tenth of a second

    image = Image.new("RGB", (PICTURE_WIDTH, PICTURE_HEIGHT), BACKGROUND)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, _STRIPE - 1, PICTURE_HEIGHT), fill=NAME_COLOUR)
    _draw_mark(pen, _MARGIN, 64)
    _draw_line(pen, picture.site, (_MARGIN + 76, 74), _font(typeface, _SMALL), QUIET_COLOUR)
    if picture.title:
        _draw_both(pen, picture, typeface)
    else:
        _draw_name(pen, picture.name, typeface)
    for number, line in enumerate(reversed(picture.lines[:2])):
        at = (_MARGIN, PICTURE_HEIGHT - 76 - round(number * _SMALL * 1.5))
        _draw_line(pen, line, at, _font(typeface, _SMALL), QUIET_COLOUR)
    buffer = BytesIO()
    few = image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(buffer, "PNG")
    return buffer.getvalue()


def _draw_both(pen: ImageDraw, picture: Picture, typeface: Typeface) -> None:
    for name_size, title_size in _SIZES:
        name, title = _font(typeface, name_size, bold=True), _font(typeface, title_size)
        names, titles = _set(picture.name, name), _set(picture.title, title)
        gap = title_size // 2
        if _height(names, name) + gap + _height(titles, title) <= _BOTTOM - _TOP:
            break
    else:
        names = cut_lines(names, 2, _room(), name.getlength)
        most = int((_BOTTOM - _TOP - gap - _height(names, name)) / (title.size * _LEADING))
        titles = cut_lines(titles, most, _room(), title.getlength)
    below = _draw_lines(pen, names, _TOP, name, NAME_COLOUR)
    _draw_lines(pen, titles, below + gap, title, TEXT_COLOUR)


def _draw_name(pen: ImageDraw, text: str, typeface: Typeface) -> None:
    for size in _ALONE:
        font = _font(typeface, size, bold=True)
        lines = _set(text, font)
        if _height(lines, font) <= _BOTTOM - _TOP:
            break
    most = int((_BOTTOM - _TOP) / (font.size * _LEADING))
    _draw_lines(pen, cut_lines(lines, most, _room(), font.getlength), _TOP, font, NAME_COLOUR)


def _draw_lines(pen: ImageDraw, lines: Sequence[str], top: int, font: FreeTypeFont, colour: str) -> int:
    """Write lines below each other; return where the next one would begin."""
    for number, line in enumerate(lines):
        pen.text((_MARGIN, top + round(number * font.size * _LEADING)), line, font=font, fill=colour)
    return top + round(_height(lines, font))


def _draw_line(pen: ImageDraw, text: str, at: tuple[int, int], font: FreeTypeFont, colour: str) -> None:
    width = PICTURE_WIDTH - _MARGIN - at[0]
    (line,) = cut_lines(fill_lines(unbroken_pieces(text), width, font.getlength) or [""], 1, width, font.getlength)
    pen.text(at, line, font=font, fill=colour)


def _draw_mark(pen: ImageDraw, left: int, top: int) -> None:
    """Draw the mark of PaperAtlas, which has 32 units."""
    unit = 56 / 32

    def at(*numbers: float) -> list[float]:
        return [(left, top)[number % 2] + value * unit for number, value in enumerate(numbers)]

    pen.rounded_rectangle(at(0, 0, 32, 32), radius=6 * unit, fill=NAME_COLOUR)
    for line in ((10, 9, 10, 23), (10, 16, 16, 16), (22, 10, 22, 9)):
        pen.line(at(*line), fill=BACKGROUND, width=4)
    pen.arc(at(10, 4, 22, 16), 0, 90, fill=BACKGROUND, width=4)
    for x, y in ((10, 8), (10, 24), (22, 9)):
        pen.ellipse(at(x - 3.4, y - 3.4, x + 3.4, y + 3.4), fill=BACKGROUND)


def _room() -> int:
    return PICTURE_WIDTH - 2 * _MARGIN


def _set(text: str, font: FreeTypeFont) -> list[str]:
    return fill_lines(unbroken_pieces(text), _room(), font.getlength)


def _height(lines: Sequence[str], font: FreeTypeFont) -> float:
    return len(lines) * font.size * _LEADING


def _font(typeface: Typeface, size: int, *, bold: bool = False) -> FreeTypeFont:
    return _read_font(typeface.bold if bold else typeface.plain, size, typeface.number)


@lru_cache(maxsize=32)  # a typeface in every size
def _read_font(font: Path, size: int, number: int) -> FreeTypeFont:
    """Return a font that sets one character after the other, as it does on every system."""
    from PIL import ImageFont  # noqa: PLC0415 - it is optional

    return ImageFont.truetype(str(font), size, index=number, layout_engine=ImageFont.Layout.BASIC)
