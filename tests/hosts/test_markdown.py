"""The extension of Python-Markdown, by itself."""

from __future__ import annotations

import gc
import logging
import weakref
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown, markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from paperatlas.hosts import markdown as hosts_markdown
from paperatlas.hosts.markdown import CitationExtension
from paperatlas.pages.render import Site, make_site
from tests.atlas.test_assemble import entry
from tests.conftest import write_files
from tests.pages.citations.test_csl import HERE

SMALL = HERE / "small.csl"


@pytest.fixture
def bib(tmp_path: Path) -> str:
    write_files(tmp_path, {"refs.bib": entry("a", doi="10.1000/1") + entry("b")})
    return str(tmp_path / "refs.bib")


def shown(text: str, **options: Any) -> BeautifulSoup:
    extensions: list[str | Extension] = ["toc", "tables", "fenced_code", CitationExtension(**options)]
    return BeautifulSoup(markdown(text, extensions=extensions), "html.parser")


def test_citations_lead_to_references_and_those_to_the_paper(bib: str) -> None:
    page = shown("As @a say [@b, p. 3].\n\n```\n[@a]\n```\n", bib=bib)
    assert page.p is not None
    assert page.p.get_text() == "As Lovelace (2020a) say (Lovelace, 2020b, p. 3)."
    assert [link["href"] for link in page.select("a.pa-cite")] == ["#pa-ref-a", "#pa-ref-b"]
    assert [link["href"] for link in page.select("a.pa-ref__title")] == ["https://doi.org/10.1000/1"]
    assert [heading["id"] for heading in page.select("h2")] == ["references"]
    assert page.select_one("pre").get_text() == "[@a]\n"  # type: ignore[union-attr]
    assert len(page.select(".pa-card-store template")) == 2


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"citation_style": "numeric"}, "x [1]"),
        ({"language": "zh"}, "x（Lovelace，2020）"),
        ({"references": "none"}, "x (Lovelace, 2020)"),
        ({"cards": False}, "x (Lovelace, 2020)"),
    ],
)
def test_options(bib: str, options: dict[str, Any], text: str) -> None:
    page = shown("x [@a]", bib=bib, **options)
    assert page.p is not None
    assert page.p.get_text() == text
    assert len(page.select(".pa-references")) == (options.get("references") != "none")
    assert len(page.select("template")) == options.get("cards", True)


def test_pandoc_is_asked_for_in_the_options(bib: str) -> None:
    style = {"citation_style": str(SMALL), "citation_engine": "pandoc"}
    page = shown("[@a, pp. 3-5]", bib=bib, **style)
    assert page.p is not None
    assert page.p.get_text() == "(Lovelace 2020: 3–5)"  # citeproc-py leaves the hyphen


def test_pages_of_papers_where_there_are_some(bib: str) -> None:
    page = shown("[@a]", bib=[bib], papers="/papers/")
    assert {link["href"] for link in page.select("a.pa-cite, a.pa-ref__title")} == {"/papers/a/"}


def test_a_citation_in_a_heading(bib: str) -> None:
    page = shown("# About @a\n\n[@b]", bib=bib)
    assert page.h1 is not None
    assert page.h1.get_text() == "About Lovelace (2020a)"
    assert len(page.select(".pa-card-store")) == 1


def test_it_is_loaded_by_name(bib: str) -> None:
    html = markdown("[@a]", extensions=["paperatlas.hosts.markdown:CitationExtension"], extension_configs={
        "paperatlas.hosts.markdown:CitationExtension": {"bib": bib}
    })  # fmt: skip
    assert "Lovelace, 2020" in html


def test_problems_are_logged(bib: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "paperatlas"):
        page = shown("x\n\n[@c] @property", bib=bib)
        shown("[@a]", bib=f"{bib}.missing")
    assert "(@c) @property" in page.get_text()
    messages = [record.getMessage() for record in caplog.records]
    assert any("3:3: No entry has the key 'c'." in message for message in messages)
    assert any("LIB002" in message for message in messages)


def test_a_changed_library_is_read_again(bib: str) -> None:
    assert "Lovelace, 2020" in shown("[@a]", bib=bib).get_text()
    Path(bib).write_text(entry("a", date="1843"), encoding="utf-8")
    assert "Lovelace, 1843" in shown("[@a]", bib=bib).get_text()


def test_a_library_that_changes_again_and_again_is_in_memory_once(bib: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sites: list[weakref.ref[Site]] = []

    def recorded(*arguments: Any) -> Site:
        site = make_site(*arguments)
        sites.append(weakref.ref(site))
        return site

    monkeypatch.setattr(hosts_markdown, "make_site", recorded)
    for year in range(1843, 1848):
        Path(bib).write_text(entry("a", date=str(year)) + "\n" * (year - 1843), encoding="utf-8")
        assert f"Lovelace, {year}" in shown("[@a]", bib=bib).get_text()
        assert f"Lovelace, {year}" in shown("[@a]", bib=bib).get_text()
    gc.collect()
    assert [site() is not None for site in sites] == [False, False, False, False, True]


class ToldThePage(Extension):
    """What Zensical tells the extensions of a page."""

    class Context(Preprocessor):
        page = SimpleNamespace(path="notes/flows.md")

        def run(self, lines: list[str]) -> list[str]:
            return lines

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.preprocessors.register(self.Context(md), "rendering_context", 0)


@pytest.mark.parametrize(("more", "name"), [([], "(page)"), ([ToldThePage()], "notes/flows.md")])
def test_a_problem_names_the_page_where_the_host_does(
    more: list[Extension], name: str, bib: str, caplog: pytest.LogCaptureFixture
) -> None:
    markdown("x [@nobody]", extensions=[*more, CitationExtension(bib=bib)])
    assert f"{name}:1:5: No entry has the key 'nobody'" in caplog.text


def test_formulas_are_set_wherever_they_stand(bib: str) -> None:
    text = "# Of order $n^2$\n\n*$a*b$* `$c$`, $5 and \\$6 [@a].\n\n| a |\n|---|\n| $x|y$ |\n\n1. item\n\n    $$\n    \\frac{1}{b_2}\n    $$\n"
    page = shown(text, bib=bib)
    read = [(math.parent.name, math.annotation.get_text() if math.annotation else "") for math in page.select("math")]  # type: ignore[union-attr]
    assert read == [("h1", ""), ("em", "a*b"), ("td", "x|y"), ("span", r"\frac{1}{b_2}")]
    assert page.select_one("li math")["display"] == "block"  # type: ignore[index]
    assert page.h1 is not None
    assert page.h1["id"] == "of-order-n2"
    assert "$c$, $5 and $6 (" in page.get_text()
    assert not shown("$x$", bib=bib, mathematics=False).select("math")


def test_a_formula_that_cannot_be_read_is_told(bib: str, caplog: pytest.LogCaptureFixture) -> None:
    assert r"$\foo$" in shown(r"One $\foo$", bib=bib).get_text()
    assert [record.getMessage().split(": ")[0] for record in caplog.records] == ["(page):1:5"]
