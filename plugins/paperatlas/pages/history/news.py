"""What a feed tells of changes besides new papers: other statuses, and relations between papers that were there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from paperatlas.atlas import Relation
from paperatlas.atlas.addresses import CHANGES
from paperatlas.exports.site import News
from paperatlas.pages.history.months import Month, months_of
from paperatlas.pages.render import Site

_MOST_RELATIONS = 20
"""So many relations of a day are said one by one; the page of changes has them all."""


def news_of(site: Site) -> tuple[News, ...]:
    """Return the news of a site that has a page of changes, the latest month first; none without that page."""
    if CHANGES not in site.pages:
        return ()
    return tuple(news for month in months_of(site) for news in (*_statuses(site, month), *_relations(site, month)))


def _statuses(site: Site, month: Month) -> Iterator[News]:
    words = site.messages.changes
    # A status of long ago may be none of today's.
    labels = {str(status): label for status, label in site.messages.status_labels.items()}
    for change in month.statuses:
        before, now = (labels.get(status, status) for status in (change.before, change.status))
        title = words.news(change.direction.title, words.from_to(before, now))
        yield News(change.day, "status", title, change.direction.address)


def _relations(site: Site, month: Month) -> Iterator[News]:
    """Yield one piece of news for the relations of each day: they come by the dozen."""
    for day, pairs in groupby(month.relations, key=lambda pair: pair[0]):
        relations = [relation for _, relation in pairs]
        sentences = [_sentence(site, relation) for relation in relations[:_MOST_RELATIONS]]
        more = ["…"] if len(relations) > _MOST_RELATIONS else []
        title = site.messages.changes.relations(len(relations))
        yield News(day, "relations", title, CHANGES, f"m{month.month}", "\n".join([*sentences, *more]))


def _sentence(site: Site, relation: Relation) -> str:
    papers = site.atlas.papers
    label = relation.type.label(site.content_language)
    return f"{papers[relation.source].name} {label} {papers[relation.target].name}"
