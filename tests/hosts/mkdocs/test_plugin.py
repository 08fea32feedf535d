"""The plugin in small sites, one for each behaviour."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from paperatlas.build.schema import mkdocs_schema
from paperatlas.hosts.mkdocs import plugin
from tests.atlas.test_assemble import entry
from tests.hosts.conftest import BuildSite

ALWAYS = ("", "404.html", "map/", "papers/", "people/", "problems/", "reading/", "venues/", "years/")
EXTENSION = "paperatlas.citations"
NOTE = "---\ntitle: Flows\nsummary: One line\nstatus: rising\ngroups:\n- slug: models\n  title: Models\n---\n# Flows\n"


def test_the_extension_for_hosts_without_plugins_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nplugins: [paperatlas]\n")
    config = load_config(str(tmp_path / "mkdocs.yml"), markdown_extensions=["tables", EXTENSION])
    assert EXTENSION in config.markdown_extensions
    assert EXTENSION not in config.plugins.run_event("config", config).markdown_extensions


def test_a_site_of_one_bib_file_and_one_note(build_site: BuildSite) -> None:
    site = build_site(
        {
            "bib/a.bib": entry("nice", keywords="flows/models", shorttitle="NICE", extends="vae")
            + entry("vae", abstract="Short & sweet."),
            "docs/directions/flows.md": NOTE + "\nAs in [@nice] and [see @nice, p. 3; @vae].\n",
            "docs/index.md": "# Home\n\n<!-- paperatlas: directions -->\n",
        }
    )
    assert site.warnings == []
    assert site.addresses() == {"directions/flows/", "papers/nice/", "papers/vae/", "compare/", *ALWAYS}
    flows = site.page("directions/flows/")
    assert [tag.get_text() for tag in flows.select("h2, h3")] == [
        "References",
        "Related methods¶",
        "Papers¶",
        "Models",  # its link stands beside the heading, which folds the group
    ]
    citations = flows.select("a.pa-cite")
    assert [(link["href"], link.get_text()) for link in citations] == [
        ("../../papers/nice/", "Lovelace, 2020a"),
        ("../../papers/nice/", "Lovelace, 2020a"),
        ("../../papers/vae/", "Lovelace, 2020b"),
    ]
    assert "(see Lovelace, 2020a, p. 3; Lovelace, 2020b)" in " ".join(flows.get_text().split())
    assert site.page("").select_one('.pa-card a[href="directions/flows/"]')
    paper = site.page("papers/vae/")
    assert "Short & sweet." in paper.get_text()
    assert "extended by" in paper.get_text()
    assert paper.select_one('.pa-mentions a[href="../../directions/flows/"]')


def test_links_lead_to_generated_headings_of_a_note(build_site: BuildSite) -> None:
    files = {
        "bib/a.bib": entry("nice", keywords="flows/models"),
        "docs/directions/flows.md": NOTE + "\nSee [the models](#group-models), [these](#group-modls).\n",
        "docs/index.md": "# Home\n\n[Models](directions/flows.md#group-models)\n",
    }
    warnings = build_site(files, validation={"links": {"anchors": "warn"}}).warnings
    assert [warning.partition("contains a link ")[2] for warning in warnings] == [
        "'#group-modls', but there is no such anchor on this page."
    ]


def test_a_library_without_notes(build_site: BuildSite) -> None:
    site = build_site({"library.bib": entry("a", keywords="topic/sub, other")}, {"bib": "library.bib"})
    assert site.warnings == []
    assert site.addresses() == {"papers/a/", *ALWAYS} - {"map/"}


@pytest.mark.parametrize(("wanted", "in_pages"), [("files", False), ("page", True)])
def test_the_log_says_where_exports_are_that_are_no_files(
    wanted: str, in_pages: bool, build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(plugin.log, "info", told.append)
    site = build_site({"bib/a.bib": entry("a")}, {"paper_exports": wanted})
    (line,) = [line for line in told if "1 paper, 0 relations" in line]
    assert ("`paper_exports`" in line) is in_pages
    assert (site.root / "papers/a.bib").exists() is not in_pages


def test_several_libraries(build_site: BuildSite) -> None:
    files = {"one.bib": entry("a"), "more/two.bib": entry("b"), "more/deep/three.bib": entry("c")}
    site = build_site(files, {"bib": ["one.bib", "more"]})
    assert {"papers/a/", "papers/b/", "papers/c/"} <= site.addresses()


BAD_INPUT = [
    ("a broken entry", {"bib/a.bib": "@online{bad, title = {never closed\n\n" + entry("good")}, "bib/a.bib:1"),
    ("an unknown key", {"bib/a.bib": entry("good"), "docs/index.md": "# Home\n\n[@godo]\n"}, "docs/index.md:3:3"),
    ("an unknown direction", {"bib/a.bib": entry("good", keywords="flow/x")}, "bib/a.bib:5:15"),
    ("a relation to nothing", {"bib/a.bib": entry("good", uses="bad")}, "bib/a.bib:5:11"),
    ("a duplicate key", {"bib/a.bib": entry("good") + entry("good")}, "bib/a.bib:6"),
    ("a bad note", {"bib/a.bib": entry("good"), "docs/directions/x.md": "---\na: [\n---\n"}, "docs/directions/x.md:"),
]


@pytest.mark.parametrize(("files", "place"), [case[1:] for case in BAD_INPUT], ids=[case[0] for case in BAD_INPUT])
def test_bad_input_is_reported_and_the_rest_is_built(build_site: BuildSite, files: dict[str, str], place: str) -> None:
    site = build_site({"docs/directions/flows.md": NOTE} | files)
    assert any(place in warning for warning in site.warnings), site.warnings
    assert {"", "papers/good/", "directions/flows/"} <= site.addresses()


@pytest.mark.parametrize("files", [case[1] for case in BAD_INPUT], ids=[case[0] for case in BAD_INPUT])
def test_bad_input_fails_a_strict_build(build_site: BuildSite, files: dict[str, str]) -> None:
    with pytest.raises(Abort, match="strict mode"):
        build_site({"docs/directions/flows.md": NOTE} | files, strict=True)


def test_a_missing_library(build_site: BuildSite) -> None:
    site = build_site({}, {"bib": "nowhere"})
    assert ["'nowhere' does not exist" in warning for warning in site.warnings] == [True]
    assert "papers/" in site.addresses()


def test_a_file_that_is_not_text(build_site: BuildSite, tmp_path: Path) -> None:
    (tmp_path / "docs" / "directions").mkdir(parents=True)
    (tmp_path / "docs" / "directions" / "flows.md").write_bytes(b"\x00\xff\xfe")
    with pytest.raises((Abort, UnicodeDecodeError, SystemExit)):
        # MkDocs itself ends a build on a page that is not UTF-8; ours is the message before it.
        build_site({"bib/a.bib": entry("a")})


def test_an_unknown_option(build_site: BuildSite) -> None:
    with pytest.raises((ConfigurationError, Abort)):
        build_site({"bib/a.bib": entry("a")}, {"bib": 3})


def test_own_templates_replace_shipped_ones(build_site: BuildSite) -> None:
    files = {"bib/a.bib": entry("a"), "own/paper.html.jinja": "<h1>{{ paper.key }}!</h1>"}
    site = build_site(files, {"templates": "own"})
    heading = site.page("papers/a/").find("h1")
    assert heading
    assert heading.get_text() == "a!"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("<h1>\n{{ papr.key }}</h1>", "The template own/paper.html.jinja:2 cannot be used: 'papr' is undefined."),
        ("{% if %}", "The template own/paper.html.jinja:1 cannot be used: Expected an expression, got"),
        ('{% include "x.jinja" %}', "The template own/paper.html.jinja:1 cannot be used: it needs 'x.jinja', which"),
        ("{{ paper.key + 1 }}", "The template own/paper.html.jinja:1 cannot be used: can only concatenate str"),
    ],
)
def test_an_own_template_that_fails_is_named(build_site: BuildSite, template: str, message: str) -> None:
    with pytest.raises(Abort, match=re.escape(message)):
        build_site({"bib/a.bib": entry("a"), "own/paper.html.jinja": template}, {"templates": "own"})


def test_a_hand_written_page_takes_the_place_of_a_generated_one(build_site: BuildSite) -> None:
    site = build_site({"bib/a.bib": entry("a"), "docs/map.md": "# My own map\n"})
    assert "My own map" in site.page("map/").get_text()


def test_links_without_directory_urls(build_site: BuildSite) -> None:
    files = {"bib/a.bib": entry("a", extends="b") + entry("b"), "docs/index.md": "# Home\n\n[@a]\n"}
    site = build_site(files, use_directory_urls=False)
    assert site.page("index.html").select_one('a.pa-cite[href="papers/a.html"]')
    assert site.page("papers/a.html").select_one('table a[href="b.html"]')


@pytest.mark.parametrize(
    ("theme", "options", "heading"),
    [
        ({"name": "mkdocs"}, {}, "Papers"),
        ({"name": "mkdocs"}, {"language": "zh"}, "论文"),
        ({"name": "material", "language": "zh", "font": False}, {}, "论文"),
        ({"name": "material", "language": "de", "font": False}, {}, "Papers"),
        ({"name": "readthedocs"}, {}, "Papers"),
    ],
)
def test_language(build_site: BuildSite, theme: dict[str, object], options: dict[str, str], heading: str) -> None:
    site = build_site({"bib/a.bib": entry("a")}, options, theme=theme)
    found = site.page("papers/").select_one("h1 + .pa-lead")
    assert found
    assert found.find_previous("h1").get_text() == heading  # type: ignore[union-attr]


def test_unsafe_keys_have_safe_addresses(build_site: BuildSite) -> None:
    site = build_site({"bib/a.bib": entry("DBLP:conf/nips/HoJA20") + entry("index", extends="DBLP:conf/nips/HoJA20")})
    assert site.warnings == []
    papers = sorted(address for address in site.addresses() if address.startswith("papers/") and address != "papers/")
    assert len(papers) == 2
    assert papers[0].startswith("papers/dblp-conf-nips-hoja20-")
    assert site.page(papers[1]).select_one(f'table a[href="../{papers[0].removeprefix("papers/")}"]')


def test_values_are_escaped(build_site: BuildSite) -> None:
    evil = "<script>alert(1)</script>"
    site = build_site(
        {
            "bib/a.bib": entry("a", title=evil, author=f"{{{evil}}}", abstract=evil, keywords=evil, extends="b")
            + entry("b", shorttitle=evil),
            "docs/index.md": "# Home\n\n[@a]\n",
        }
    )
    for address in ("", "papers/a/", "papers/b/", "papers/", "map/"):
        scripts = site.page(address).select('script:not([type="application/ld+json"])')
        assert "alert(1)" not in "".join(tag.get_text() for tag in scripts), address
    (data,) = site.page("papers/a/").select('script[type="application/ld+json"]')
    assert "<" not in data.get_text()


def test_edits_of_a_second_build_are_seen(build_site: BuildSite) -> None:
    build_site({"bib/a.bib": entry("a")})
    site = build_site({"bib/a.bib": entry("b")})
    assert "papers/b/" in site.addresses()
    assert "papers/a/" not in site.addresses()


def test_relation_types_of_the_site(build_site: BuildSite) -> None:
    files = {"bib/a.bib": entry("a", refutes="b", uses="b") + entry("b")}
    types = {"refutes": {"label": "refutes", "inverse": "refuted by"}, "uses": False}
    site = build_site(files, {"relation_types": types}, strict=True)
    labels = [label.get_text() for label in site.page("papers/b/").select(".pa-relation-table th")]
    assert labels == ["refuted by"]


def test_a_relation_type_that_cannot_be_used_is_said(build_site: BuildSite) -> None:
    with pytest.raises((ConfigurationError, Abort)):
        build_site({"bib/a.bib": entry("a")}, {"relation_types": {"doi": {}}})


def test_a_site_publishes_the_schemas_of_what_people_write(build_site: BuildSite) -> None:
    built = build_site({"bib/a.bib": "@misc{a, title = {A}}", "docs/schemas/note.json": "{}"})
    assert (built.root / "schemas" / "mkdocs.json").read_text(encoding="utf-8") == mkdocs_schema()
    assert (built.root / "schemas" / "note.json").read_text(encoding="utf-8") == "{}"
    assert built.warnings == []
