"""`feed.xml`: the latest papers and what else is new, as an Atom feed (RFC 4287).

"Latest" is by the day on which a paper was added, as far as git has it and the paper was not there from the beginning;
else by date of publication, and by key where that is the same. Reading that day from a clock or a file system would
make two builds of one library differ. An entry's `updated`, which Atom demands, is the same day. Readers tell new
entries by their `id`, so a paper that is older than the last one read still shows as new when it is added, if it
is among the `MOST_ENTRIES` latest. News of statuses and relations stand among the papers by their day.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from html import escape

from paperatlas.atlas import Address, Atlas, Paper
from paperatlas.atlas.addresses import HOME
from paperatlas.bibliography import PartialDate
from paperatlas.exports.site import FEED, News, SiteInfo, iri
from paperatlas.texts.languages import messages_for

MOST_ENTRIES = 250
"""Feed readers fetch the whole feed again and again: of a large library it holds the latest papers only."""

_NO_DATE = "1970-01-01T00:00:00Z"
"""`updated` of what has no date: older than everything that has one, but for what is older than the clock."""

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even as a reference (its production 2, Char)."""


def feed(atlas: Atlas, site: SiteInfo) -> str:
    """Return the feed of a site, in its language."""
    papers = sorted(atlas.papers.values(), key=lambda paper: paper.key)
    # Papers without a date are the oldest.
    papers.sort(key=lambda paper: (paper.entry.date or PartialDate(None)).sort_key, reverse=True)
    latest: list[Paper | News] = [*papers, *site.news]
    if site.added or site.news:
        latest.sort(key=lambda item: _updated(item, site), reverse=True)
    latest = latest[:MOST_ENTRIES]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_tag(site.language)}">',
        f"  <id>{_text(_id(site, FEED))}</id>",
        f"  <title>{_text(site.name)}</title>",
        f"  <subtitle>{_text(messages_for(site.language).exports.feed.format(site=site.name))}</subtitle>",
        f"  <updated>{max((_updated(item, site) for item in latest), default=_NO_DATE)}</updated>",
        # Of its own, for the entries that have none (RFC 4287, 4.1.1).
        f"  <author><name>{_text(site.name)}</name></author>",
        _link("alternate", site.link(HOME), "text/html"),
    ]
    if site.url:
        lines.append(_link("self", site.link(FEED), "application/atom+xml"))
    for item in latest:
        lines += _news(item, site) if isinstance(item, News) else _entry(atlas, item, site)
    return "\n".join([*lines, "</feed>", ""])


def _news(news: News, site: SiteInfo) -> Iterator[str]:
    """Yield the lines of the entry of what is no paper."""
    yield "  <entry>"
    yield f"    <id>{_text(_id(site, news.address, f'{news.kind}-{news.day}'))}</id>"
    yield f"    <title>{_text(news.title)}</title>"
    yield f"    <updated>{_updated(news, site)}</updated>"
    place = f"#{news.place}" if news.place else ""
    yield "  " + _link("alternate", site.link(news.address) + place, "text/html")
    if news.summary:
        yield f"    <summary>{_text(news.summary)}</summary>"
    yield "  </entry>"


def _entry(atlas: Atlas, paper: Paper, site: SiteInfo) -> Iterator[str]:
    """Yield the lines of the entry of a paper."""
    date = paper.entry.date
    yield "  <entry>"
    yield f"    <id>{_text(_id(site, paper.address))}</id>"
    yield f"    <title>{_text(paper.title.readable)}</title>"
    yield f"    <updated>{_updated(paper, site)}</updated>"
    if _instant(date) != _NO_DATE:
        yield f"    <published>{_instant(date)}</published>"
    for name in paper.authors.names:
        if display := name.display.strip():
            yield f"    <author><name>{_text(display)}</name></author>"
    yield "  " + _link("alternate", site.link(paper.address), "text/html")
    if page := paper.link("paper"):
        yield "  " + _link("via", page.url)
    if code := paper.link("code"):
        yield "  " + _link("related", code.url, title=messages_for(site.language).exports.code)
    for slug in paper.directions:
        yield f'    <category term="{_text(slug)}" label="{_text(atlas.directions[slug].title)}"/>'
    if found := paper.localised("abstract", site.language):
        text, language = found
        mark = "" if language == site.language else f' xml:lang="{_tag(language)}"'
        yield f"    <summary{mark}>{_text(text.text)}</summary>"
    yield "  </entry>"


def _updated(item: Paper | News, site: SiteInfo) -> str:
    """Return when a paper was added, or else published, or something else was new, as an instant."""
    day = item.day if isinstance(item, News) else site.added.get(item.key)
    return f"{day}T00:00:00Z" if day or isinstance(item, News) else _instant(item.entry.date)


def _instant(date: PartialDate | None) -> str:
    """Return a date as RFC 3339 writes an instant: the first one of the year, month or day that is known."""
    if date is None or date.year is None or not 0 < date.year <= 9999:
        return _NO_DATE
    return f"{date.year:04d}-{date.month or 1:02d}-{date.day or 1:02d}T00:00:00Z"


def _id(site: SiteInfo, address: Address, part: str = "") -> str:
    """Return the id of what is at `address`: where it is, else a name made from the site's and that address.

    Of several things at one address, `part` tells them apart.

    Addresses on the site never change. Atom wants an absolute IRI (RFC 4287, 4.2.6), which a site that does not know
    where it will be has none of; the name is a UUID of version 5 (RFC 9562, 5.5), the same at every build.
    """
    fragment = f"#{part}" if part else ""
    if site.url:
        return site.link(address) + fragment
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{site.name}/{site.folder}{address}{fragment}").urn


def _link(rel: str, href: str, kind: str = "", title: str = "") -> str:
    attributes = {"rel": rel, "type": kind, "title": title, "href": iri(href)}
    return "  <link" + "".join(f' {name}="{_text(value)}"' for name, value in attributes.items() if value) + "/>"


def _tag(language: str) -> str:
    """Return a language as BCP 47 writes it, whatever the site's configuration does: `pt-BR` for `pt_BR`."""
    return _text(language.replace("_", "-"))


def _text(text: str) -> str:
    """Return a text as XML."""
    return escape(_NOT_IN_XML.sub("", text))
