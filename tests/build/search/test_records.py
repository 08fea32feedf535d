"""What search knows of each page."""

from __future__ import annotations

import pytest

from paperatlas.build.search.records import SearchRecord, generated_records, note_body
from paperatlas.check.rules import RULES
from paperatlas.pages import Site, messages_for
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site

FILES = {
    "bib/a.bib": entry(
        "nice",
        title="Estimation <of> Components",
        shorttitle="NICE",
        author="Dinh, Laurent and Krueger, David and Bengio, Yoshua and Lovelace, Ada",
        keywords="flows/models, density",
        abstract="Invertible $x < y$.",
        abstract_zh="可逆的神经网络。",
        annotation="The first.",
    )
    + entry("vae", title="Auto-encoders")
    + entry("gan", title="Adversaries"),
    "docs/directions/flows.md": "---\ntitle: Flows\nsummary: Exact & fast\n"
    "groups:\n- slug: models\n  title: Models\n  summary: The first\n- slug: none\n  title: Empty\n---\n# Flows\n",
}


def site_in(read_files: ReadFiles, language: str, folder: str = "", *, directory_urls: bool = True) -> Site:
    atlas = read_files(FILES).atlas
    return make_site(atlas, messages_for(language), folder=folder, directory_urls=directory_urls, index_threshold=2)


def records_of(site: Site, language: str) -> dict[str, SearchRecord]:
    return {record.address: record for record in generated_records(site, language, RULES)}


def test_a_paper_is_found_by_everything_that_is_its_own(read_files: ReadFiles) -> None:
    record = records_of(site_in(read_files, "en"), "en")["papers/nice/"]
    assert record.title == "NICE: Estimation <of> Components"
    assert record.byline.startswith("Laurent Dinh, David Krueger, Yoshua Bengio et al. · ")
    for text in ("Ada Lovelace", "Invertible", "&lt;", "The first.", "Flows, Models, density"):
        assert text in record.body
    assert "<of>" not in record.body


def test_a_paper_is_found_in_the_language_of_its_page(read_files: ReadFiles) -> None:
    records = records_of(site_in(read_files, "zh", "zh/"), "zh")
    assert {record.language for record in records.values()} == {"zh"}
    assert all(address.startswith("zh/") for address in records)
    assert "可逆的神经网络。" in records["zh/papers/nice/"].body
    assert "Invertible" not in records["zh/papers/nice/"].body


LISTS = [
    ("papers/", "Papers"),
    ("map/", "Map"),
    ("people/", "People"),
    ("people/Ada_Lovelace/", "Ada Lovelace"),
    ("years/", "Years"),
    ("years/2020/", "2020"),
]


@pytest.mark.parametrize(("address", "title"), LISTS)
def test_a_list_of_papers_is_found_by_its_title_alone(read_files: ReadFiles, address: str, title: str) -> None:
    record = records_of(site_in(read_files, "en"), "en")[address]
    assert (record.title, record.body) == (title, "")


def test_each_rule_is_a_section_of_the_page_of_rules(read_files: ReadFiles) -> None:
    body = records_of(site_in(read_files, "en"), "en")["problems/"].body
    assert all(f'<h2 id="{rule.code}">{rule.code} {rule.name}</h2>' in body for rule in RULES)


def test_addresses_are_those_of_files_where_the_host_makes_no_folders(read_files: ReadFiles) -> None:
    records = records_of(site_in(read_files, "en", "en/", directory_urls=False), "en")
    assert {"en/papers/nice.html", "en/papers/index.html", "en/map.html"} <= records.keys()


def test_a_direction_is_found_by_its_summary_and_groups_but_not_by_its_papers(read_files: ReadFiles) -> None:
    body = note_body(site_in(read_files, "en"), "directions/flows.md", "<h1>Flows</h1>")
    assert body == ('<h1>Flows</h1><p>Exact &amp; fast</p><h2 id="group-models">Models</h2><p>The first</p>')


def test_another_page_is_as_it_is(read_files: ReadFiles) -> None:
    assert note_body(site_in(read_files, "en"), "index.md", "<p>Home</p>") == "<p>Home</p>"
