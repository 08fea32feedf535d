"""What search knows of each page."""

from __future__ import annotations

import pytest

from paperatlas.build.search.records import SearchRecord, direction_names, generated_records, note_record
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
    + entry("vae", title="Auto-encoders", compares="nice")
    + entry("gan", title="Adversaries"),
    "docs/directions/flows.md": "---\ntitle: Flows\nsummary: Exact & fast\n"
    "groups:\n- slug: models\n  title: Models\n  summary: The first\n- slug: none\n  title: Empty\n---\n# Flows\n",
}


def site_in(read_files: ReadFiles, language: str, folder: str = "", *, directory_urls: bool = True) -> Site:
    atlas = read_files(FILES, publish_fields=("annotation",)).atlas
    return make_site(atlas, messages_for(language), folder=folder, directory_urls=directory_urls, index_threshold=2)


def records_of(site: Site, language: str) -> dict[str, SearchRecord]:
    return {record.address: record for record in generated_records(site, language)}


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


def test_the_rules_are_for_those_who_write_the_library(read_files: ReadFiles) -> None:
    assert "problems/" not in records_of(site_in(read_files, "en"), "en")


# an address, what kind of page it is, what it is found by first
KINDS = [
    ("papers/nice/", "paper", ("NICE", "Estimation <of> Components")),
    ("papers/vae/", "paper", ("Auto-encoders",)),
    ("people/Ada_Lovelace/", "person", ("Ada Lovelace",)),
    ("years/2020/", "year", ("2020",)),
    ("map/", "page", ()),
]


@pytest.mark.parametrize(("address", "kind", "names"), KINDS)
def test_what_a_page_is_and_is_found_by_first(
    read_files: ReadFiles, address: str, kind: str, names: tuple[str, ...]
) -> None:
    record = records_of(site_in(read_files, "en"), "en")[address]
    assert (record.kind, record.names) == (kind, names)


def test_addresses_are_those_of_files_where_the_host_makes_no_folders(read_files: ReadFiles) -> None:
    records = records_of(site_in(read_files, "en", "en/", directory_urls=False), "en")
    assert {"en/papers/nice.html", "en/papers/index.html", "en/map.html"} <= records.keys()


def test_a_direction_is_found_by_its_summary_its_groups_and_the_names_of_its_methods(read_files: ReadFiles) -> None:
    note = note_record(site_in(read_files, "zh"), "zh", "directions/flows.md", "流/", "Flows", "<h1>Flows</h1>")
    assert note.body == ('<h1>Flows</h1><p>Exact &amp; fast</p><h2 id="group-models">Models</h2><p>The first</p>')
    assert (note.address, note.title, note.kind) == ("流/", "Flows", "direction")
    assert note.names == ("Flows", "flows", "NICE")


def test_a_method_in_several_directions_is_at_home_in_the_first(read_files: ReadFiles) -> None:
    note = "---\ntitle: {}\n---\n"
    files = {
        "bib/a.bib": entry("nice", shorttitle="NICE", keywords="flows, images"),
        "docs/directions/flows.md": note.format("Flows"),
        "docs/directions/images.md": note.format("Images"),
    }
    site = make_site(read_files(files).atlas, messages_for("en"))
    names = [direction_names(site, direction) for direction in site.atlas.directions.values()]
    assert names == [("Flows", "flows", "NICE"), ("Images", "images")]


def test_another_page_is_as_it_is(read_files: ReadFiles) -> None:
    note = note_record(site_in(read_files, "en"), "en", "index.md", "", "Home", "<p>Home</p>")
    assert note == SearchRecord("", "en", "Home", "", "<p>Home</p>")


@pytest.mark.parametrize(
    ("site_language", "langid", "language", "code"),
    [
        ("en", "", "", "1"),
        ("en", "english", "", "1"),
        ("en", "german", "de", "1de"),
        ("zh", "english", "en", "1en"),
        ("zh", "chinese", "", "1"),
        ("en", "no such language", "", "1"),
    ],
)
def test_the_title_of_a_paper_is_in_its_language(
    site_language: str, langid: str, language: str, code: str, read_files: ReadFiles
) -> None:
    atlas = read_files({"bib/a.bib": entry("a", title="A", langid=langid)}).atlas
    site = make_site(atlas, messages_for(site_language))
    record = records_of(site, site_language)["papers/a/"]
    assert (record.title_language, record.kind_code) == (language, code)


@pytest.mark.parametrize(("written", "language"), [("", ""), ("language: en\n", ""), ("language: de\n", "de")])
def test_the_title_of_an_untranslated_note_is_in_its_language(
    written: str, language: str, read_files: ReadFiles
) -> None:
    note = f"---\ntitle: A\n{written}---\n# A\n"
    site = make_site(read_files({"docs/a.md": note, "docs/directions/b.md": note}).atlas, messages_for("en"))
    for source in ("a.md", "directions/b.md"):
        assert note_record(site, "en", source, "a/", "A", "<p>A</p>").title_language == language
