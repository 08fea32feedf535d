"""Metadata, which needs what only a host knows."""

from __future__ import annotations

import json

import pytest

from tests.atlas.test_assemble import entry
from tests.hosts.conftest import BuildSite
from tests.hosts.mkdocs.test_languages import FILES, LANGUAGES, THEME

LIBRARY = entry("a", extends="b") + entry("b")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
@pytest.mark.parametrize("site_url", ["https://example.org/atlas/", None])
def test_one_canonical_address_and_one_description(build_site: BuildSite, theme: str, site_url: str | None) -> None:
    settings = {"name": theme} | ({"font": False} if theme == "material" else {})
    page = build_site({"bib/a.bib": LIBRARY}, theme=settings, site_url=site_url).page("papers/a/")
    assert page.head
    canonical = [link["href"] for link in page.head.select('link[rel="canonical"]')]
    assert canonical == (["https://example.org/atlas/papers/a/"] if site_url else [])
    assert len(page.head.select('meta[name="description"]')) == 1
    data = json.loads(page.head.select_one('script[type="application/ld+json"]').get_text())  # type: ignore[union-attr]
    assert data["cito:extends"][0]["@id"] == ("https://example.org/atlas/papers/b/" if site_url else "../b/")


def test_metadata_of_each_language(build_site: BuildSite) -> None:
    site = build_site(
        FILES,
        plugins=[{"i18n": {"languages": LANGUAGES}}, {"paperatlas": {}}],
        theme=THEME,
        site_url="https://example.org/atlas/",
    )
    for folder, description in (("", "中文摘要。"), ("en/", "In English.")):
        head = site.page(f"{folder}papers/nice/").head
        assert head
        url = f"https://example.org/atlas/{folder}papers/nice/"
        assert [link["href"] for link in head.select('link[rel="canonical"]')] == [url]
        assert [tag["content"] for tag in head.select('meta[property="og:url"]')] == [url]
        assert [tag["content"] for tag in head.select('meta[property="og:description"]')] == [description]
