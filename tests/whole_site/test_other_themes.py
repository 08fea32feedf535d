"""MkDocs' own themes: what their styles and scripts make of our tables and lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import write_files
from tests.hosts.host_sites import build_site_of
from tests.whole_site.conftest import served

FILES = {
    "mkdocs.yml": """\
site_name: Bread
theme: {name: THEME, highlightjs: false}
plugins: [search, {paperatlas: {bib: bib/bread.bib, results: "bib/results/*.csv"}}]
""",
    "docs/index.md": "# Bread\n",
    "docs/directions/bread.md": "# Bread\n",
    "bib/bread.bib": """\
@article{sour, author = {Yeast, Ann}, title = {Sour Dough}, date = {2020}, keywords = {bread}}
@article{rye, author = {Mill, Bob}, title = {Rye}, date = {2021}, keywords = {bread}, extends = {sour}, evidence = {Rises}}
""",
    "bib/results/bread.csv": """\
key,task,dataset,metric,value,setting,kind,source,place
sour,baking,Loaves,height (cm),12,model=a_rather_long_name_of_a_model_that_was_baked,paper,https://example.org/sour,Table 1
rye,baking,Loaves,height (cm),14,model=another_rather_long_name_of_a_model_of_rye,paper,https://example.org/rye,Table 2
""",
}


@pytest.fixture(scope="module", params=["mkdocs", "readthedocs"])
def window(
    request: pytest.FixtureRequest, chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    root: Path = tmp_path_factory.mktemp(request.param)
    write_files(root, FILES | {"mkdocs.yml": FILES["mkdocs.yml"].replace("THEME", request.param)})
    build_site_of(root, "mkdocs", "build", "--quiet")
    with served(root / "site") as host, chromium.new_context(base_url=host) as context:
        yield context.new_page()


def test_values_of_results_are_in_sight(window: Page) -> None:
    window.set_viewport_size({"width": 390, "height": 844})
    window.goto("/directions/bread/results/")
    ends = window.locator(".pa-number").evaluate_all("cells => cells.map(cell => cell.getBoundingClientRect().right)")
    assert len(ends) == 2
    assert max(ends) <= 390


def test_the_title_of_a_paper_is_its_largest_heading(window: Page) -> None:
    window.set_viewport_size({"width": 1280, "height": 844})
    window.goto("/papers/rye/")
    size = "headings => headings.map(heading => parseFloat(getComputedStyle(heading).fontSize))"
    (title,), others = (window.locator(f".pa-paper-page {name}").evaluate_all(size) for name in ("h1", "h2"))
    assert others
    assert title >= max(others)


def test_what_is_not_read_is_pale(window: Page) -> None:
    window.goto("/reading/")
    drawn = "bars => bars.map(bar => getComputedStyle(bar).appearance)"
    assert window.locator(".pa-reading__directions progress").evaluate_all(drawn) == ["none"]
