"""Results on the pages of directions and papers, and in comparisons."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag

from paperatlas.pages import Site, build_pages, direction_sections, messages_for
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site
from tests.results.tables import row, table

FILES = {
    "docs/directions/flows.md": "---\ntitle: Flows\ngroups:\n- slug: g\n  title: Group\n---\n",
    "docs/directions/nets.md": "---\ntitle: Nets\n---\n",
    "bib/a.bib": entry("a", keywords="flows/g", shorttitle="A", change="One")
    + entry("b", keywords="flows/g", shorttitle="B", results="Best of <all>")
    + entry("c", keywords="nets"),
}
ROWS = [
    row(
        key="a", value="3.1", setting="steps=10; model=A & Co", place='table "2"', source="https://example.org/?a=1&b=2"
    ),
    row(key="b", value="2.9", setting="steps=10; params=5M", kind="rerun"),
    row(key="a", metric="top-1 accuracy (%)", task="image-classification", dataset="ImageNet <1k>", value="81.90"),
]


def site_of(read_files: ReadFiles, rows: list[str], language: str = "en") -> Site:
    project = read_files(FILES | {"bib/results/a.csv": table(*rows)})
    assert project.problems == ()
    return make_site(project.atlas, messages_for(language))


def page_of(site: Site, address: str) -> BeautifulSoup:
    (html,) = [page.body.html for page in build_pages(site) if page.address == address]
    return BeautifulSoup(html, "html.parser")


def rows_of(part: Tag) -> list[str]:
    return [" | ".join(cell.get_text(" ", strip=True) for cell in each.select("th, td")) for each in part.select("tr")]


@pytest.mark.parametrize(
    ("language", "expected_head", "expected"),
    [
        (
            "en",
            ["Flows", "Results"],
            [
                "Method | Model | Value | parameters | Source",
                "sampling steps 10",
                "B |  | 2.9 best | 5M | rerun by others",
                "A | A & Co | 3.1 |  | paper",
                "Method | Value | Source",
                "sampling steps 1000",
                "A | 81.90% | paper",
            ],
        ),
        (
            "zh",
            ["Flows", "实验结果"],
            [
                "方法 | 模型 | 数值 | 参数量 | 出处",
                "采样步数 10",
                "B |  | 2.9 最佳 | 5M | 他人复测",
                "A | A & Co | 3.1 |  | 论文",
                "方法 | 数值 | 出处",
                "采样步数 1000",
                "A | 81.90% | 论文",
            ],
        ),
    ],
)
def test_a_direction_has_a_page_of_its_results(
    read_files: ReadFiles, language: str, expected_head: list[str], expected: list[str]
) -> None:
    soup = page_of(site_of(read_files, ROWS, language), "directions/flows/results/")
    assert rows_of(soup) == expected
    assert [heading.get_text(strip=True) for heading in soup.select(".pa-eyebrow, h1")] == expected_head
    link = soup.select("td a")[1]
    assert (link["href"], link["title"]) == ("https://example.org/?a=1&b=2", 'table "2"')
    ids = [heading["id"] for heading in soup.select("h2")]
    assert [link["href"] for link in soup.select(".pa-contents a")] == [f"#{each}" for each in ids]


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("top-1 accuracy (%)", "图像生成 · CIFAR-10 · top-1 准确率"),
        ("FID", "图像生成 · CIFAR-10 · FID"),
        ("own metric (%)", "图像生成 · CIFAR-10 · own metric"),
    ],
)
def test_metrics_have_names_in_the_language_of_a_page(read_files: ReadFiles, metric: str, expected: str) -> None:
    soup = page_of(site_of(read_files, [row(key="a", metric=metric)], "zh"), "directions/flows/results/")
    assert [heading.get_text() for heading in soup.select("h2")] == [expected]


def test_the_best_value_over_time_is_drawn_and_told(read_files: ReadFiles) -> None:
    published = {"a": "2018", "b": "2020", "c": "2019"}
    files = FILES | {"bib/a.bib": "".join(entry(key, keywords="flows", date=year) for key, year in published.items())}
    rows = [row(key=key, value=value) for key, value in {"a": "5.0", "b": "3.0", "c": "6.0"}.items()]
    site = make_site(read_files(files | {"bib/results/a.csv": table(*rows)}).atlas, messages_for("en"))
    soup = page_of(site, "directions/flows/results/")
    told = [words.get_text(" ", strip=True) for words in soup.select(".pa-progress figcaption, .pa-progress li")]
    assert told == [
        "Image generation · CIFAR-10 · FID sampling steps 1000",
        "2018 Title of a 5.0",
        "2020 Title of b 3.0",
    ]
    chart = soup.select_one(".pa-progress svg")
    assert chart is not None
    assert chart["aria-label"] == (
        "The best value over time, in steps: from 5.0 (Title of a) to 3.0 (Title of b), 2 papers in all."
    )
    assert [text.get_text() for text in chart.select("text")] == ["2018", "2019", "2020", "5.0", "3.0", "1", "2"]
    (heading, *_) = soup.select("h2")
    assert (heading["id"], soup.select(".pa-progress figcaption a")[0]["href"]) == (
        "best-values",
        f"#{soup.select('h2')[1]['id']}",
    )


@pytest.mark.parametrize("exports", [True, False])
def test_the_page_of_results_leads_to_all_of_them_where_they_are_exported(read_files: ReadFiles, exports: bool) -> None:
    site = site_of(read_files, ROWS)
    soup = page_of(site if exports else replace(site, has_exports=False), "directions/flows/results/")
    assert [link["href"] for link in soup.select(".pa-downloads a")] == (["../../../results.csv"] if exports else [])


def test_a_direction_leads_to_its_results(read_files: ReadFiles) -> None:
    site = site_of(read_files, ROWS)
    sections = direction_sections(site, site.atlas.directions["flows"])
    link = BeautifulSoup(sections.html, "html.parser").select_one("#results + p a")
    assert link is not None
    assert (link["href"], link.get_text()) == ("results/", "3 published values in 2 tables")
    assert [heading.id for heading in sections.headings][:2] == ["results", "papers"]


def test_where_there_are_no_results_nothing_speaks_of_them(read_files: ReadFiles) -> None:
    site = site_of(read_files, ROWS)
    assert "results" not in direction_sections(site, site.atlas.directions["nets"]).html
    assert "directions/nets/results/" not in {page.address for page in build_pages(site)}
    assert page_of(site, "papers/c/").select("#results") == []


def test_a_paper_shows_what_was_published_of_it(read_files: ReadFiles) -> None:
    soup = page_of(site_of(read_files, ROWS), "papers/a/")
    assert rows_of(soup.select(".pa-results")[0]) == [
        "Image generation · CIFAR-10 · FID",
        "3.1 A & Co | sampling steps 10 paper",
        "Image classification · ImageNet <1k> · top-1 accuracy",
        "81.90% | sampling steps 1000 paper",
    ]


@pytest.mark.parametrize(("count", "folded"), [(12, False), (13, True)])
def test_many_results_of_a_paper_are_folded(read_files: ReadFiles, count: int, folded: bool) -> None:
    rows = [row(key="a", value=str(number), setting=f"steps={number}") for number in range(count)]
    soup = page_of(site_of(read_files, rows), "papers/a/")
    assert bool(soup.select("details > .pa-results")) == folded
    assert len(soup.select(".pa-results tr")) == count + 1


@pytest.mark.parametrize(("count", "opened"), [(30, True), (31, False)])
def test_a_long_table_is_folded(read_files: ReadFiles, count: int, opened: bool) -> None:
    rows = [row(key="a", value=str(number), setting=f"steps={number}") for number in range(count)]
    soup = page_of(site_of(read_files, rows), "directions/flows/results/")
    assert [details.has_attr("open") for details in soup.select("details")] == [opened]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ROWS,
            [
                "Image generation · CIFAR-10 · FID: 3.1; Image classification · ImageNet <1k> · top-1 accuracy: 81.90%",
                "Best of <all>",
            ],
        ),
        # the best of the paper's own, however good others found it
        (
            [row(key="a", value=value, kind=kind) for value, kind in (("3", "paper"), ("2", "repository"), ("1", "rerun"))],
            ["Image generation · CIFAR-10 · FID: 2", "Best of <all>"],
        ),
        ([row(key="a", value="1", kind="rerun")], ["Image generation · CIFAR-10 · FID: 1", "Best of <all>"]),
        # of a metric that nobody knows, the first
        ([row(key="a", value=v, metric="x", setting=f"s={v}") for v in "213"], ["Image generation · CIFAR-10 · x: 2", "Best of <all>"]),
        # two measures at most, those with most results
        (
            [row(key="a", dataset="D0"), *(row(key="a", dataset=f"D{n}", setting=f"s={m}") for n in (1, 2) for m in (1, 2))],
            ["Image generation · D1 · FID: 3.17; Image generation · D2 · FID: 3.17", "Best of <all>"],
        ),
        ([], ["", "Best of <all>"]),
    ],
)  # fmt: skip
def test_a_comparison_has_the_values_that_stand_for_all(
    read_files: ReadFiles, rows: list[str], expected: list[str]
) -> None:
    site = site_of(read_files, rows)
    html = direction_sections(site, site.atlas.directions["flows"]).html
    soup = BeautifulSoup(html, "html.parser")
    assert [cell.get_text().strip() for cell in soup.select("td.pa-compare__results")] == expected
