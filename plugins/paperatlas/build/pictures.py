"""The pictures of a site: whether it has them, their fonts, their files."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from paperatlas.atlas import Direction, Paper
from paperatlas.atlas.addresses import PAPERS
from paperatlas.build.configuration import CONFIG_NAMES
from paperatlas.build.options import Options
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.exports.files import ExportFile
from paperatlas.pages import Site
from paperatlas.pages.pictures.characters import UnreadableFontError
from paperatlas.pages.pictures.draw import can_draw, drawn, kept_name
from paperatlas.pages.pictures.fonts import Typeface, typefaces
from paperatlas.pages.pictures.picture import lacking, planned_picture, typeface_of
from paperatlas.pages.pictures.rules import NO_PICTURE, NO_PICTURES

_SHOWN = 20
"""How many characters a problem names that no font has."""


def site_typefaces(options: Options, root: Path, url: str) -> tuple[tuple[Typeface, ...], list[Problem]]:
    """Return what the pictures of a site are drawn with; nothing for one that has none, which may be a problem.

    A site that is read from a disk needs none: nobody links to it.
    """
    if not options.social_pictures or options.offline or not options.pages:
        return (), []
    place = Span(CONFIG_NAMES[0])
    if not url:
        return (), [NO_PICTURES.at(place, "address")]
    if not can_draw():
        return (), [NO_PICTURES.at(place)]
    try:
        return typefaces(root / name for name in options.picture_fonts), []
    except UnreadableFontError as error:
        return (), [NO_PICTURES.at(place, "font", reason=str(error))]


def site_pictures(site: Site, kept: Path | None) -> tuple[list[ExportFile], list[Problem]]:
    """Return the files of the pictures of a site, drawn when they are asked for, and those that cannot be drawn.

    They are `kept` in a folder of their own, from which what this site has not goes.
    """
    files: list[ExportFile] = []
    problems: list[Problem] = []
    names: set[str] = set()
    for page in _pages(site):
        picture = planned_picture(site, page)
        typeface = typeface_of(picture, site.typefaces)
        if typeface is None:
            place = page.entry.span if isinstance(page, Paper) else Span(page.file)
            characters = lacking(picture, site.typefaces)[:_SHOWN]
            problems.append(NO_PICTURE.at(place, page=picture.name, characters=characters))
            continue
        name = kept_name(picture, typeface)
        names.add(name)
        make = partial(drawn, picture, typeface, kept / name if kept else None)
        files.append(ExportFile(picture.address, make, localised=True))
    if kept and site.typefaces:
        _remove_others(kept, names)
    return files, problems


def _remove_others(folder: Path, names: Collection[str]) -> None:
    """Remove the files of a folder that have none of the names."""
    with suppress(OSError):  # no folder yet, or one that is not ours to change
        for path in folder.iterdir():
            if path.name not in names:
                path.unlink()


def _pages(site: Site) -> Iterator[Paper | Direction]:
    """Yield what has a picture, if the site has any."""
    if site.typefaces:
        yield from site.atlas.directions.values()
    if site.typefaces and PAPERS in site.pages:
        yield from site.atlas.papers.values()
