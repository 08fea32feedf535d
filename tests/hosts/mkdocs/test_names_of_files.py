"""Names of files and folders are text, also where a theme shows them as titles."""

from __future__ import annotations

import pytest

from tests.hosts.conftest import BuildSite

NAME = """<xss onxss=1>&lt;'\""""
MATERIAL = {"name": "material", "font": False}


@pytest.mark.parametrize("theme", [{"name": "mkdocs"}, MATERIAL])
def test_titles_of_folders_and_of_pages_without_heading(build_site: BuildSite, theme: dict[str, object]) -> None:
    site = build_site({f"docs/{NAME}/{NAME}.md": "No heading.\n", "docs/d/e f.md": "None.\n"}, theme=theme)
    pages = [site.page(address) for address in site.addresses()]
    assert not [page for page in pages if page.select("xss, [onxss]")]
    assert all("<xss onxss=1>" in page.get_text() for page in pages)
    (named,) = (address for address in site.addresses() if address.startswith("<"))
    title = site.page(named).title
    assert title
    assert "<xss onxss=1>" in title.get_text()


def test_titles_of_the_configuration_are_its_owners(build_site: BuildSite) -> None:
    nav = [{"<b>Home</b>": "index.md"}, {"<i>Part</i>": [{"<u>D</u>": "d.md"}]}, "e.md"]
    files = {"docs/index.md": "# H\n", "docs/d.md": "# D\n", "docs/e.md": "# E\n"}
    page = build_site(files, nav=nav, theme=MATERIAL).page("e/")
    assert {tag: bool(page.select(f".md-nav {tag}")) for tag in "biu"} == dict.fromkeys("biu", True)


@pytest.mark.parametrize("theme", [{"name": "mkdocs"}, MATERIAL])
def test_what_a_site_says_of_itself_ends_no_attribute(build_site: BuildSite, theme: dict[str, object]) -> None:
    said = """The "map" of <R&D>'s work"""
    site = build_site({}, theme=theme, site_description=said, site_author=said)
    head = site.page("").head
    assert head
    assert {str(tag["content"]) for tag in head.select("meta[name=description], meta[name=author]")} == {said}
    assert """> The "map" of \\<R&D\\>'s work\n""" in (site.root / "llms.txt").read_text(encoding="utf-8")
