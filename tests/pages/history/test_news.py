"""What the feed tells of changes besides new papers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paperatlas.atlas.addresses import CHANGES
from paperatlas.exports.site import News
from paperatlas.pages import Site
from paperatlas.pages.history import news
from paperatlas.pages.history.news import news_of


def with_history(site: Site, relations: int) -> Site:
    """A site whose papers came in January; in March came relations, and a direction got another status."""
    stated = site.atlas.relations[:relations]
    days = {
        **dict.fromkeys((f"added:{key}" for key in site.atlas.papers), "2026-01-05"),
        **{f"relation:{each.source} {each.type.name} {each.target}": "2026-03-01" for each in stated},
        f"verdicts:{site.atlas.directions['flows'].file}": "2026-03-03 hot maturing",
    }
    return replace(site, changed=days, pages=site.pages | {CHANGES})


def test_statuses_and_relations_are_news(site: Site) -> None:
    (relation, *_) = site.atlas.relations
    source, target = (site.atlas.papers[key].name for key in (relation.source, relation.target))
    words, flows = site.messages, site.atlas.directions["flows"]
    hot, maturing = words.status_labels["hot"], words.status_labels["maturing"]
    assert news_of(with_history(site, 1)) == (
        News("2026-03-03", "status", words.changes.news(flows.title, f"{hot} → {maturing}"), flows.address),
        News(
            "2026-03-01",
            "relations",
            words.changes.relations(1),
            CHANGES,
            "m2026-03",
            f"{source} {relation.type.label(site.content_language)} {target}",
        ),
    )


def test_of_many_relations_some_are_said(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "_MOST_RELATIONS", 1)
    _, relations = news_of(with_history(site, 2))
    assert relations.title == site.messages.changes.relations(2)
    assert relations.summary.splitlines()[1:] == ["…"]


def test_without_a_page_of_changes_there_is_no_news(site: Site) -> None:
    assert news_of(replace(with_history(site, 1), pages=frozenset())) == ()
