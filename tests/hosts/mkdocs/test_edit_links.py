"""Links to edit pages, which need what only a host knows."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from mkdocs.config.defaults import MkDocsConfig

from paperatlas.hosts.mkdocs.edit_links import without_repository
from tests.atlas.test_assemble import entry
from tests.hosts.conftest import BuildSite

REPOSITORY = "https://github.com/example/atlas"
EDITABLE = {"name": "material", "font": False, "features": ["content.action.edit"]}
LIBRARY = entry("a", extends="b") + entry("b")


def edit_links(page: BeautifulSoup) -> list[str]:
    return [str(link["href"]) for link in page.select("a[href]") if "/edit/" in str(link["href"])]


@pytest.mark.parametrize(
    ("settings", "library"),
    [
        ({"edit_uri": "edit/main/docs/"}, f"{REPOSITORY}/edit/main/bib/a.bib"),
        ({"edit_uri": "edit/main/docs"}, f"{REPOSITORY}/edit/main/bib/a.bib"),
        ({}, f"{REPOSITORY}/edit/master/bib/a.bib"),
        ({"edit_uri_template": "edit/dev/docs/{path}"}, f"{REPOSITORY}/edit/dev/bib/a.bib"),
    ],
)
def test_edit_links_lead_to_the_line_of_the_library(
    build_site: BuildSite, settings: dict[str, str], library: str
) -> None:
    site = build_site({"bib/a.bib": LIBRARY}, repo_url=REPOSITORY, **settings)
    assert edit_links(site.page("papers/a/")) == [f"{library}#L1"]
    line = LIBRARY.splitlines().index("@misc{b,") + 1
    assert edit_links(site.page("papers/b/")) == [f"{library}#L{line}"]


def test_a_page_made_of_many_entries_has_no_edit_link(build_site: BuildSite) -> None:
    files = {"bib/a.bib": LIBRARY, "docs/index.md": "# Home\n"}
    site = build_site(files, {"index_threshold": 1}, repo_url=REPOSITORY)
    every = site.addresses() - {"404.html"}
    assert {"papers/", "people/", "people/Ada_Lovelace/", "venues/", "years/", "years/2020/", "map/"} <= every
    assert {address for address in every if edit_links(site.page(address))} == {"", "papers/a/", "papers/b/"}


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"repo_url": ""},
        {"repo_url": "", "edit_uri": "edit/main/docs/"},
        {"repo_url": "", "edit_uri_template": "edit/main/docs/{path}"},
        {"edit_uri": "edit/main/docs/"},
    ],
)
@pytest.mark.parametrize("theme", [{"name": "mkdocs"}, EDITABLE])
def test_no_repository_no_edit_links(build_site: BuildSite, settings: dict[str, str], theme: dict[str, object]) -> None:
    site = build_site({"bib/a.bib": LIBRARY, "docs/index.md": "# X"}, theme=theme, **settings)
    assert site.warnings == []
    for address in ("papers/a/", "people/", ""):
        page = site.page(address)
        assert edit_links(page) == []
        assert page.select('[rel="edit"], a[href=""]') == []


@pytest.mark.parametrize(
    ("repository", "edit_uri"),
    [(REPOSITORY, "edit/main/docs/"), ("https://gitlab.com/example/atlas", "-/edit/main/docs/")],
)
def test_edit_links_of_a_site_with_a_repository(build_site: BuildSite, repository: str, edit_uri: str) -> None:
    files = {"bib/a.bib": LIBRARY, "docs/notes/x.md": "# X"}
    site = build_site(files, theme=EDITABLE, repo_url=repository, edit_uri=edit_uri)
    assert site.warnings == []
    edit = f"{repository}/{edit_uri.removesuffix('docs/')}"
    assert edit_links(site.page("papers/a/")) == [f"{edit}bib/a.bib#L1"]
    assert edit_links(site.page("notes/x/")) == [f"{edit}docs/notes/x.md"]


def test_names_of_files_stay_in_their_link(build_site: BuildSite) -> None:
    name = """a"'><xss onxss=1> b"""
    files = {f"bib/{name}.bib": LIBRARY, f"docs/{name}/{name}.md": "# X"}
    site = build_site(files, theme=EDITABLE, repo_url=REPOSITORY, edit_uri="edit/main/docs/")
    encoded = "a%22'%3E%3Cxss%20onxss=1%3E%20b"
    (hand_written,) = (address for address in site.addresses() if address.startswith("a"))
    assert edit_links(site.page(hand_written)) == [f"{REPOSITORY}/edit/main/docs/{encoded}/{encoded}.md"]
    assert edit_links(site.page("papers/a/")) == [f"{REPOSITORY}/edit/main/bib/{encoded}.bib#L1"]


def test_an_edit_address_elsewhere_needs_no_repository(build_site: BuildSite) -> None:
    site = build_site({"bib/a.bib": LIBRARY}, edit_uri="https://git.example/edit/main/docs/", theme=EDITABLE)
    assert edit_links(site.page("papers/a/")) == ["https://git.example/edit/main/docs/../bib/a.bib#L1"]


def configured(docs: str = "docs", **settings: str) -> MkDocsConfig:
    config = MkDocsConfig()
    config.load_dict({"site_name": "X", "docs_dir": docs, **settings})
    return config


@pytest.mark.parametrize(
    ("settings", "left"),
    [
        ({}, (None, None)),
        ({"edit_uri": "edit/main/docs/", "edit_uri_template": "edit/{path}"}, (None, None)),
        ({"edit_uri": "https://git.example/edit/"}, ("https://git.example/edit/", None)),
        ({"edit_uri_template": "https://git.example/{path}"}, (None, "https://git.example/{path}")),
        ({"repo_url": REPOSITORY, "edit_uri": "edit/main/docs/"}, ("edit/main/docs/", None)),
    ],
)
def test_without_a_repository_only_whole_addresses_are_left(
    settings: dict[str, str], left: tuple[str | None, str | None]
) -> None:
    config = configured(**settings)
    without_repository(config)
    assert (config.edit_uri, config.edit_uri_template) == left
