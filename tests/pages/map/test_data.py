from __future__ import annotations

from benchmarks.large_sites import large_site

from paperatlas.pages import messages_for
from tests.conftest import ReadFiles, make_site
from tests.pages.map.sites import data_of, site_of


def test_the_data_has_every_paper_and_every_relation(read_files: ReadFiles) -> None:
    site = site_of(read_files, 450, directions=7)
    data = data_of(site)
    papers = list(site.atlas.papers.values())
    columns = data["papers"]
    assert {len(column) for column in columns.values()} == {450}
    assert columns["name"] == [paper.name for paper in papers]
    assert [title or name for title, name in zip(columns["title"], columns["name"], strict=True)] == [
        paper.title.text for paper in papers
    ]
    assert columns["year"] == [paper.year or 0 for paper in papers]
    assert [data["paperHref"].replace("{slug}", slug) for slug in columns["slug"]] == [
        f"../papers/{paper.slug}/" for paper in papers
    ]
    regions = [data["regions"][data["groups"][group][1]][0] for group in columns["group"]]
    directions = site.atlas.directions
    assert regions == [
        directions[paper.placements[0].direction].title if paper.placements else "More papers" for paper in papers
    ]
    stated = [
        (papers[source].key, papers[target].key, data["types"][kind][0])
        for source, target, kind in zip(*[iter(data["relations"])] * 3, strict=True)
    ]
    assert stated == [(each.source, each.target, each.type.name) for each in site.atlas.relations]
    assert all(0 <= x <= data["size"][0] for x in columns["x"])
    assert all(0 <= y <= data["size"][1] for y in columns["y"])


def test_titles_in_another_language_say_so(read_files: ReadFiles) -> None:
    files = large_site(401)
    plain = data_of(make_site(read_files(files).atlas, messages_for("zh")))
    assert "languages" not in plain
    assert "lang" not in plain["papers"]
    library = next(path for path in files if path.endswith(".bib"))
    english = files[library].replace("title = ", "langid = {english},\n  title = ", 1)
    data = data_of(make_site(read_files(files | {library: english}).atlas, messages_for("zh")))
    told = [data["languages"][tag] for tag in data["papers"]["lang"]]
    assert (told.count("en"), told.count("")) == (1, 400)


def test_the_data_is_in_the_language_of_its_page(read_files: ReadFiles) -> None:
    site = site_of(read_files, 401, "zh")
    assert data_of(site)["types"][0] == ["extends", "扩展", "被扩展"]
    assert data_of(site)["regions"][-1][0] == "其他论文"


def test_pages_that_are_files_are_linked_as_files(read_files: ReadFiles) -> None:
    site = make_site(read_files(large_site(401)).atlas, messages_for("en"), directory_urls=False)
    assert data_of(site)["paperHref"] == "papers/{slug}.html"
