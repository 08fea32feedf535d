"""Authors' abstracts in a built site: on the page of their paper, and nowhere else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config

from paperatlas.upkeep.abstracts.abstracts import AuthorsAbstract, add_abstracts
from tests.conftest import write_files

WORDS = "Zyzzyva <rivers> & glass"
LIBRARY = """\
@online{glow, title = {Flows of Glass}, author = {A B}, date = {2020}, eprint = {2001.00001}, eprinttype = {arxiv}}
@online{nice, title = {Nice Rivers}, author = {A B}, date = {2020}, doi = {10.1000/Nice}, abstract = {In our words.}}
@online{sand, title = {Sand}, author = {A B}, date = {2020}, eprint = {2001.00009}, eprinttype = {arxiv}}
"""
FILES = {
    "mkdocs.yml": "site_name: A site\nsite_url: https://example.org/\ntheme: mkdocs\nplugins:\n  - search\n  - paperatlas\n",
    "docs/index.md": "# Home\n",
    "bib/a.bib": LIBRARY,
}
KEPT = {
    "arxiv:2001.00001": AuthorsAbstract((WORDS, "Second."), "Flows of Glass", "arXiv", date(2026, 11, 23)),
    "doi:10.1000/nice": AuthorsAbstract((WORDS,), "Nice Rivers", "Crossref", date(2026, 11, 22)),
    "arxiv:2001.00009": AuthorsAbstract((WORDS,), "Another Title", "arXiv", date(2026, 11, 22)),
}


@pytest.fixture(params=[True, False], ids=["fetched", "not fetched"])
def built(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, bool]:
    """A built site, strict, with a cache of abstracts and without."""
    write_files(tmp_path, FILES)
    if request.param:
        add_abstracts(tmp_path / ".cache/paperatlas/abstracts.json", KEPT)
    config = load_config(str(tmp_path / "mkdocs.yml"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return tmp_path / "site", request.param


def test_where_they_are_shown(built: tuple[Path, bool]) -> None:
    site, fetched = built
    pages = {
        key: BeautifulSoup((site / f"papers/{key}/index.html").read_text(encoding="utf-8"), "html.parser")
        for key in ("glow", "nice", "sand")
    }
    blocks = {key: page.select(".pa-authors-abstract") for key, page in pages.items()}
    assert {key: len(found) for key, found in blocks.items()} == {"glow": fetched, "nice": fetched, "sand": 0}
    assert [len(page.select("h2#abstract")) for page in pages.values()] == [int(fetched), 1, 0]
    if fetched:
        glow, nice = blocks["glow"][0], blocks["nice"][0]
        assert [paragraph.get_text() for paragraph in glow.select(".pa-abstract p")] == [WORDS, "Second."]
        assert "The authors’ abstract, from arXiv, fetched 2026-11-23" in glow.get_text()
        assert "from Crossref, fetched 2026-11-22" in nice.select_one("details summary").get_text()  # type: ignore[union-attr]
        assert glow.select_one("details") is None
        assert glow.has_attr("data-search-exclude")


def test_they_are_nowhere_else(built: tuple[Path, bool]) -> None:
    site, fetched = built
    holding = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and b"zyzzyva" in path.read_bytes().lower()
    }
    # MkDocs' own search knows no exclusion; Material's does.
    assert holding - {"search/search_index.json"} == (
        {"papers/glow/index.html", "papers/nice/index.html"} if fetched else set()
    )
    head = (site / "papers/glow/index.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert "zyzzyva" not in head.lower()


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\x00"])
def test_a_damaged_cache_is_no_problem(tmp_path: Path, data: bytes) -> None:
    write_files(tmp_path, FILES)
    (tmp_path / ".cache/paperatlas").mkdir(parents=True)
    (tmp_path / ".cache/paperatlas/abstracts.json").write_bytes(data)
    config = load_config(str(tmp_path / "mkdocs.yml"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    assert (tmp_path / "site/papers/glow/index.html").is_file()
