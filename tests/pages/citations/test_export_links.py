"""Where the page of a paper has its exports, and that what its script loads is what its files would hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import Site
from paperatlas.pages.paper import paper_page

SUFFIXES = (".bib", ".ris", ".csl.json")


@pytest.mark.parametrize(
    ("key", "changes", "expected"),
    [
        ("nice", {}, [f"../nice{suffix}" for suffix in SUFFIXES]),
        ("nice", {"paper_files": False}, [f"../../directions/flows{suffix}" for suffix in SUFFIXES]),
        ("loose", {"paper_files": False}, [f"../../library{suffix}" for suffix in SUFFIXES]),
        ("loose", {"paper_files": False, "folder": "en/"}, [f"../../../library{suffix}" for suffix in SUFFIXES]),
        # Without this script, too, the entry can be copied.
        ("nice", {"paper_files": False, "has_exports": False}, ["#cite"] * 3),
    ],
)
def test_without_a_file_of_its_own_a_paper_is_in_that_of_its_direction(
    site: Site, key: str, changes: dict[str, object], expected: list[str]
) -> None:
    html = paper_page(replace(site, **changes), site.atlas.papers[key]).body.html  # type: ignore[arg-type]
    soup = BeautifulSoup(html, "html.parser")
    links = soup.select(".pa-cite-as__exports a")
    assert [link["href"] for link in links] == expected
    by_script = "paper_files" in changes
    assert [link.get("data-pa-export") for link in links] == (list(SUFFIXES) if by_script else [None] * 3)
    scripts = [str(script["src"]).rpartition("/")[2] for script in soup.select("script[src]")]
    assert ("exports.js" in scripts and "load.js" in scripts) is by_script


@pytest.mark.parametrize(("count", "folder"), [(1, ""), (8, "en/")])
def test_a_page_names_the_script_that_its_paper_is_in(site: Site, count: int, folder: str) -> None:
    within = replace(site, paper_files=False, export_scripts=count, folder=folder)
    found = set()
    for paper in site.atlas.papers.values():
        soup = BeautifulSoup(paper_page(within, paper).body.html, "html.parser")
        (place,) = soup.select("[data-pa-exports]")
        assert place["data-pa-slug"] == paper.slug
        found.add(str(place["data-pa-exports"]))
    up = "../../../" if folder else "../../"
    assert found <= {f"{up}assets/exports-{number}.js" for number in range(count)}
    assert len(found) == (1 if count == 1 else 3)
