"""What a home page shows: the directions at a glance, or of a site that has none, its library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from paperatlas.atlas import Address, Direction, Paper
from paperatlas.atlas.addresses import HOME
from paperatlas.atlas.indexes import Row
from paperatlas.atlas.trend import trend
from paperatlas.bibliography.model.dates import year_label
from paperatlas.notes import Status
from paperatlas.pages.figures import figures
from paperatlas.pages.page import Fragment, Page
from paperatlas.pages.render import ENTRY_CHANGED, NOTE_CHANGED, Site

_NEWEST = 10
"""How many papers the library at a glance lists: a screen of them."""
_NEWEST_BELOW_DIRECTIONS = 5
"""How many there are below the directions, which come first."""
_LAST_CHANGED = 6
"""How many changes it lists: as much room as the newest papers take."""
_NEWS = 0.5
"""The share of a library that can change in a day and be news."""
_ORDER: tuple[Status, ...] = ("rising", "hot", "early", "maturing")
"""The directions as a newcomer asks for them: what grows, then what may, then what is settled."""
_MOST_ROWS = 12
"""How many people and venues it names."""


@dataclass(frozen=True, slots=True)
class LastChange:
    """The day on which the note of a direction or the entry of a paper was last changed."""

    day: str
    thing: Direction | Paper

    @property
    def name(self) -> str:
        """Return what it is called."""
        return self.thing.name if isinstance(self.thing, Paper) else self.thing.title


def home_page(site: Site) -> Page:
    """Return the home page of a site that has no hand-written one."""
    t = site.messages
    overview = directions_overview(site, HOME)
    html = site.render("home_page.html.jinja", HOME, name=site.name or t.library.home, overview=overview.html)
    return Page(HOME, t.library.home, site.name, Fragment(html), wide=True, searched=False, navigation=True)


def directions_overview(site: Site, origin: Address) -> Fragment:
    """Return all directions: how far each has come and why, number of papers, share with code, years covered.

    Where their status is dated they are ordered by it, those that rise first. If there are none, return the library
    at a glance.
    """
    directions = list(site.atlas.directions.values())
    if not directions:
        return library_overview(site, origin)
    by_status: dict[Status, list[Direction]] = {}
    if any(direction.now for direction in directions):
        directions.sort(key=_rank)
        for direction in directions:
            if direction.status:
                by_status.setdefault(direction.status, []).append(direction)
    papers = site.atlas.papers
    whole_bars = trend(papers.values(), code=site.has_code)
    cards = []
    for direction in directions:
        members = [papers[key] for key in direction.papers]
        cards.append((direction, figures(members), trend(members, code=site.has_code, beside=whole_bars)))
    html = site.render(
        "home.html.jinja",
        origin,
        by_status=by_status,
        cards=cards,
        whole=figures(papers.values()),
        whole_bars=whole_bars,
        newest=_newest(papers.values(), _NEWEST_BELOW_DIRECTIONS),
        latest=_latest(site, papers.values()),
        changed=last_changed(site),
    )
    return Fragment(html)


def last_changed(site: Site) -> list[LastChange]:
    """Return the notes of directions and the entries that were last changed, the latest first; none without git.

    Where a day has changed most of the library, as the first one or a new layout, its entries are no news.
    """
    days = site.changed
    directions = site.atlas.directions.values()
    notes = [LastChange(days.get(f"{NOTE_CHANGED}{direction.file}", ""), direction) for direction in directions]
    entries = [LastChange(days.get(f"{ENTRY_CHANGED}{key}", ""), paper) for key, paper in site.atlas.papers.items()]
    counts = Counter(change.day for change in entries)
    news = [change for change in entries if counts[change.day] <= _NEWS * len(entries)]
    found = [change for change in (*notes, *news) if change.day]
    found.sort(key=lambda change: (isinstance(change.thing, Paper), change.name.casefold()))
    found.sort(key=lambda change: change.day, reverse=True)
    return found[:_LAST_CHANGED]


def _rank(direction: Direction) -> int:
    """Return where a direction stands among those with another status."""
    return _ORDER.index(direction.status) if direction.status else len(_ORDER)


def library_overview(site: Site, origin: Address) -> Fragment:
    """Return the library at a glance: papers by year, the newest of them, the people and venues with the most."""
    papers = site.atlas.papers.values()
    html = site.render(
        "library.html.jinja",
        origin,
        whole=figures(papers),
        whole_bars=trend(papers, code=site.has_code),
        newest=_newest(papers, _NEWEST),
        people=_most_papers(site.indexes.people.rows),
        venues=_most_papers(site.indexes.venues.rows),
    )
    return Fragment(html)


def _newest(papers: Iterable[Paper], most: int) -> list[Paper]:
    """Return the papers that were last to become public, by day as far as that is known."""

    def age(paper: Paper) -> tuple[int, int, int, str]:
        year, month, day = _public(paper)
        return -year, -month, -day, paper.name.casefold()

    return sorted(papers, key=age)[:most]


def _public(paper: Paper) -> tuple[int, int, int]:
    """Return the month of a paper's preprint, else when it was published; 0 for what is not known."""
    if paper.first_public:
        year, month = paper.first_public.split("-")
        return int(year), int(month), 0
    date = paper.entry.date
    return (date.year or 0, date.month or 0, date.day or 0) if date else (0, 0, 0)


def _latest(site: Site, papers: Iterable[Paper]) -> str:
    """Return when the last of `papers` became public, to the month if that is known; empty if nothing is."""
    year, month, _ = max(map(_public, papers), default=(0, 0, 0))
    if 0 < month <= 12:
        return site.messages.assessments.month(year, month)
    return year_label(year, site.messages.year_words) if year else ""


def _most_papers(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with the most papers, in the order of their index where they have as many."""
    return sorted(rows, key=lambda row: -len(row.papers))[:_MOST_ROWS]
