"""Citations between Markdown and HTML, without a host."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.build.citations import cite_source, read_style
from paperatlas.notes.citations import find
from paperatlas.pages import messages_for
from paperatlas.pages.citations.page import CitationOptions
from paperatlas.pages.citations.styles import BUILT_IN
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site, write_files

NOTE = "---\ntitle: A\n---\n\n# A\n\nOne says [@a]. Another [@b] does not, see [c](c.md).\n"
DEFAULTS = CitationOptions(BUILT_IN["author-year"], "end")
BODY = NOTE.partition("---\n\n")[2]


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that have been parsed."""
    texts: list[str] = []
    find_citations = find.find_citations

    def counted(text: str, without_code: str) -> list[find.CitationCluster]:
        texts.append(text)
        return find_citations(text, without_code)

    monkeypatch.setattr("paperatlas.notes.body.find_citations", counted)
    return texts


def test_a_note_is_parsed_once(read_files: ReadFiles, parsed: list[str]) -> None:
    site = make_site(
        read_files({"bib/a.bib": entry("a") + entry("b"), "docs/notes/a.md": NOTE}).atlas, messages_for("en")
    )
    cited = cite_source(site, "notes/a.md", BODY, DEFAULTS)
    assert parsed == [BODY.strip()]
    assert cited.problems == ()
    html = cited.filled(cited.markdown)
    assert html.count('class="pa-cite"') == 2
    assert 'href="../../papers/a/"' in html


@pytest.mark.parametrize("source", ["notes/a.md", "made-by-another-plugin.md"])
def test_another_text_is_parsed_as_it_is(source: str, read_files: ReadFiles, parsed: list[str]) -> None:
    site = make_site(read_files({"bib/a.bib": entry("a"), "docs/notes/a.md": NOTE}).atlas, messages_for("en"))
    cited = cite_source(site, source, "Filled in: [@a].", DEFAULTS)
    assert parsed == [BODY.strip(), "Filled in: [@a]."]
    assert cited.filled(cited.markdown).startswith("Filled in: (<a ")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("no-such-style", "'no-such-style' is not a citation style."),
        ("folder.csl", "'folder.csl' is not a citation style."),
        ("long" * 100, "'longlong"),
        ("empty.csl", "The style is not valid XML"),
        ("page.csl", "The style is not valid XML"),
    ],
)
def test_an_unusable_style_is_replaced(name: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "folder.csl").mkdir()
    write_files(tmp_path, {"empty.csl": "", "page.csl": "Not found"})
    style, (problem,) = read_style(name, tmp_path)
    assert (style, problem.code, problem.file) == (BUILT_IN["author-year"], "CIT002", name)
    assert problem.message.startswith(message)


def test_a_style_that_cannot_be_opened_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "secret.csl").touch()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    style, (problem,) = read_style("secret.csl", tmp_path)
    assert (style, problem.message) == (BUILT_IN["author-year"], "The style cannot be read: permission denied.")
