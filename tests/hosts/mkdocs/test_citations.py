"""Citations in sites that MkDocs builds: options, styles, references."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.atlas.test_assemble import entry
from tests.hosts.conftest import BuildSite

NOTE = "---\ntitle: Flows\n---\n# Flows\n\nAs @a say [see @b; @a], not @property.\n"
FILES = {"bib/a.bib": entry("a", keywords="flows") + entry("b"), "docs/directions/flows.md": NOTE}


def test_references_stand_before_the_list_of_papers(build_site: BuildSite) -> None:
    site = build_site(FILES, use_directory_urls=True)
    assert site.warnings == []
    page = site.page("directions/flows/")
    headings = [tag.get_text().rstrip("¶") for tag in page.select("h2")]
    assert headings.index("References") < headings.index("Papers")
    assert "not @property." in page.get_text()
    ids = [tag["id"] for tag in page.select("[id]")]
    assert sorted(ids) == sorted(set(ids))
    targets = {f"#{id_}" for id_ in ids}
    assert {link["href"] for link in page.select(".pa-ref__back a")} <= targets
    assert [link["href"] for link in page.select("a.pa-ref__title")] == ["../../papers/a/", "../../papers/b/"]


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({}, "As Lovelace (2020a) say (see Lovelace, 2020b; Lovelace, 2020a)"),
        ({"citation_style": "numeric"}, "As Lovelace [1] say [see 2; 1]"),
        ({"language": "zh"}, "As Lovelace（2020a）say（see Lovelace，2020b；Lovelace，2020a）"),
    ],
)
def test_styles(build_site: BuildSite, options: dict[str, str], text: str) -> None:
    site = build_site(FILES, options)
    assert site.warnings == []
    assert text in " ".join(site.page("directions/flows/").get_text().split())


@pytest.mark.parametrize(("references", "count"), [("end", 1), ("marker", 0), ("none", 0)])
def test_where_references_stand(build_site: BuildSite, references: str, count: int) -> None:
    page = build_site(FILES, {"references": references}).page("directions/flows/")
    assert len(page.select(".pa-references")) == count
    assert len(page.select("template[data-pa-card-of]")) == 2


BAD_OPTIONS = [
    ({"citation_style": "apa"}, "'apa' is not a citation style", "CIT002"),
    ({"bib_file": "refs.bib"}, "Write `bib: FILE`", "CIT004"),
    ({"csl_file": "a.csl"}, "citation_style: FILE.csl", "CIT004"),
    ({"bib_by_default": False}, "references: marker", "CIT004"),
]


@pytest.mark.parametrize(("options", "message", "code"), BAD_OPTIONS)
def test_an_option_that_cannot_be_met_is_a_problem(
    build_site: BuildSite, options: dict[str, object], message: str, code: str
) -> None:
    site = build_site(FILES, options)
    (warning,) = [warning for warning in site.warnings if code in warning]
    assert message in warning
    assert "mkdocs.yml" in warning or "apa" in warning
    assert "Lovelace (2020a)" in site.page("directions/flows/").get_text()


INCLUDING = {
    "bib/a.bib": entry("a") + entry("b"),
    "docs/note.md": '# Note\n\nFirst [@b].\n\n--8<-- "part.md"\n\n```\n--8<-- "part.md"\n```\n\n;--8<-- "part.md"\n',
    "docs/more.md": '# More\n\n!!! note\n    --8<-- "part.md"\n',
    "part.md": "A part cites [@a] and [@nobody].\n",
}


def test_citations_in_what_a_page_includes(
    build_site: BuildSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    site = build_site(INCLUDING, markdown_extensions=["pymdownx.snippets", "admonition", "fenced_code"])
    (warning,) = site.warnings
    assert warning.startswith("paperatlas: part.md:1:25: No entry has the key 'nobody'")
    page = site.page("note/")
    assert "A part cites (Lovelace, 2020a)" in page.get_text()
    assert "A part cites [@a]" in page.select("pre code")[0].get_text()
    assert '--8<-- "part.md"' in page.get_text()
    assert len(page.select("li.pa-ref")) == 2
    assert site.page("more/").select_one(".admonition a.pa-cite")
    mentions = site.page("papers/a/").get_text()
    assert "Note" in mentions
    assert "A part cites and." in mentions


def test_a_key_in_what_another_plugin_puts_in_is_reported(build_site: BuildSite, tmp_path: Path) -> None:
    hook = tmp_path / "hook.py"
    hook.write_text("def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\n[@gone] [@a]'\n")
    site = build_site({"bib/a.bib": entry("a")}, hooks=[str(hook)])
    (warning,) = site.warnings
    assert warning.startswith("paperatlas: docs/index.md: No entry has the key 'gone'")
    assert "(Lovelace, 2020)" in site.page("").get_text()


def test_a_citation_in_a_heading_is_part_of_contents_ids_and_backlinks(build_site: BuildSite) -> None:
    text = "# Flows of [@a]\n\n## As @a [see `x`] say\n\n## Numbers [see @a]\n\n[#](#numbers-see-lovelace-2020)\n"
    site = build_site({"bib/a.bib": entry("a"), "docs/note.md": text}, theme={"name": "material", "font": False})
    page = site.page("note/")
    headings = page.select("article h1, article h2")
    assert [heading["id"] for heading in headings[:3]] == [
        "flows-of-lovelace-2020",
        "as-lovelace-2020-see-x-say",
        "numbers-see-lovelace-2020",
    ]
    assert headings[2].select_one("a.pa-cite")
    contents = [" ".join(link.get_text().split()) for link in page.select(".md-nav--secondary .md-nav__link")]
    assert "Numbers (see Lovelace, 2020)" in contents
    assert page.title
    assert page.title.get_text() == "Flows of (Lovelace, 2020) - Test"
    assert "Flows of (Lovelace, 2020)" in site.page("papers/a/").get_text()
