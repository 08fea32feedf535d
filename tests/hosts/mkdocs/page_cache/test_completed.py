"""The generated parts of a hand-written page are made again when something that they show has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.hosts.mkdocs.page_cache import completed
from paperatlas.pages.hand_written import CompletedPage, complete_page
from tests.hosts.conftest import BuildSite

LIBRARY = """
@misc{a, title = {A}, year = 2020, keywords = {flows}, abstract = {On flows.}}
@misc{b, title = {B}, year = 2021, keywords = {trees}, abstract = {On trees.}}
"""
FILES = {
    "bib/a.bib": LIBRARY,
    "docs/directions/flows.md": "# Flows\n",
    "docs/directions/trees.md": "# Trees\n",
    "docs/about.md": "# About\n",
}


@pytest.mark.parametrize(
    ("path", "old", "new", "made"),
    [
        pytest.param("bib/a.bib", "{A}", "{A}", [], id="nothing"),
        pytest.param("bib/a.bib", "On flows", "Of flows", ["directions/flows.md"], id="an abstract"),
        pytest.param("bib/a.bib", "{B}", "{Bees}", ["directions/trees.md"], id="a title"),
        pytest.param("docs/about.md", "# About\n", "# About\n\nMore.\n", ["about.md"], id="the page's own text"),
    ],
)
def test_what_is_made_again(
    path: str, old: str, new: str, made: list[str], build_site: BuildSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    calls: list[str] = []

    def watched(site: object, source: str, html: str) -> CompletedPage:
        calls.append(source)
        return complete_page(site, source, html)  # type: ignore[arg-type]

    monkeypatch.setattr(completed, "complete_page", watched)
    settings = {"theme": {"name": "mkdocs"}}
    build_site(FILES, **settings)
    assert set(calls) >= {"about.md", "directions/flows.md", "directions/trees.md"}
    calls.clear()
    changed = FILES | {path: FILES[path].replace(old, new)}
    again = build_site(changed, **settings)
    assert calls == made
    (tmp_path / ".cache").rename(tmp_path / "other")
    # The home page of this theme says when it was made.
    pages = {address: again.page(address) for address in again.addresses() - {""}}
    clean = build_site(changed, **settings)
    assert pages == {address: clean.page(address) for address in clean.addresses() - {""}}
