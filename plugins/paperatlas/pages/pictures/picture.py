"""What stands on the picture of a page."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from paperatlas.atlas import Address, Direction, Paper
from paperatlas.pages.figures import figures
from paperatlas.pages.pictures.fonts import Typeface, undrawable
from paperatlas.pages.render import Site, authors_in, when_in
from paperatlas.text.control_characters import without_controls
from paperatlas.text.line_breaks import CUT

PICTURES = Address("pictures/")
PICTURE_WIDTH, PICTURE_HEIGHT = 1200, 630
"""What networks show without cutting: 1.91 to 1, and twice as fine as they show it."""

_LONGEST = 400
"""More characters of a text than there is room for, and few enough to be set in no time."""
_MOST_AUTHORS = 3


@dataclass(frozen=True, slots=True)
class Picture:
    """The texts of a picture: the `name` is the largest, the `title` beneath it may be empty, as each other may."""

    address: Address
    site: str
    name: str
    title: str
    lines: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Return everything that is written on it."""
        return tuple(filter(None, (self.name, self.title, *self.lines, self.site)))

    @property
    def description(self) -> str:
        """Return what it shows, for those who do not see it."""
        return " · ".join(self.texts)


def picture_of(site: Site, page: Paper | Direction) -> Picture | None:
    """Return the picture of a page; None where the site has no pictures, or no typeface has its characters."""
    if not site.typefaces:
        return None
    picture = planned_picture(site, page)
    return picture if typeface_of(picture, site.typefaces) else None


def planned_picture(site: Site, page: Paper | Direction) -> Picture:
    """Return the picture of a page, which there may be no typeface for."""
    name, title, lines = _of_paper(site, page) if isinstance(page, Paper) else _of_direction(site, page)
    address = Address(f"{PICTURES}{page.address.rstrip('/')}.png")
    return Picture(address, _line(site.name), _line(name), _line(title), tuple(filter(None, map(_line, lines))))


def typeface_of(picture: Picture, typefaces: Sequence[Typeface]) -> Typeface | None:
    """Return the first typeface that has all characters of a picture."""
    written = "".join((*picture.texts, CUT))
    return None if undrawable(written) else next((each for each in typefaces if not each.missing(written)), None)


def lacking(picture: Picture, typefaces: Sequence[Typeface]) -> str:
    """Return the characters for which a picture cannot be drawn: those that the best typeface lacks."""
    written = "".join((*picture.texts, CUT))
    return undrawable(written) or min((each.missing(written) for each in typefaces), key=len, default=written)


def _of_paper(site: Site, paper: Paper) -> tuple[str, str, Sequence[str]]:
    """Return the method and the title of a paper, its authors, and where and when it appeared."""
    title = paper.title.readable
    if paper.method:
        title = title.removeprefix(f"{paper.method}:").strip() or title
    where = " ".join(filter(None, (paper.venue, when_in(site.messages, paper))))
    name = paper.method or title
    return name, title if title != name else "", (authors_in(site.messages, paper.authors, _MOST_AUTHORS), where)


def _of_direction(site: Site, direction: Direction) -> tuple[str, str, Sequence[str]]:
    """Return the title and the summary of a direction, its status, and how many papers it has, of what years."""
    t = site.messages
    found = figures(site.atlas.papers[key] for key in direction.papers)
    years = t.years(found.first_year, found.last_year) if found.first_year and found.last_year else ""
    status = t.status_labels[direction.status] if direction.status else ""
    facts = " · ".join(filter(None, (status, t.papers_count(found.papers), years)))
    return direction.title, direction.summary, (facts,)


def _line(text: str) -> str:
    """Return a text on one line, letters with their accents as one character, without what is not seen."""
    composed = unicodedata.normalize("NFC", " ".join(without_controls(text[: 4 * _LONGEST]).split()))
    shown = "".join(each for each in composed if unicodedata.category(each) not in ("Cf", "Cs"))
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + CUT
