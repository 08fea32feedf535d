"""The citations of a page are marked, and its generated parts made, again when something changes that they show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from paperatlas.diagnostics.problem import Span
from paperatlas.hosts.mkdocs.page_cache import cited
from paperatlas.hosts.mkdocs.page_cache import completed as module
from paperatlas.notes.citations.rules import FAILED_STYLE
from paperatlas.pages import Site, hand_written
from paperatlas.pages.citations.page import CitedPage
from paperatlas.pages.hand_written import CompletedPage
from tests.atlas.test_assemble import entry
from tests.conftest import write_files
from tests.hosts.conftest import BuildSite

LIBRARY = (
    entry("nice", keywords="flows", abstract="Short.")
    + entry("vae", keywords="nets", abstract="Brief.")
    + entry("gan", keywords="nets")
)
FILES = {
    "bib/a.bib": LIBRARY,
    "docs/index.md": "# Home\n",
    "docs/all.md": "# All\n\n<!-- paperatlas: directions -->\n",
    "docs/cites.md": "# Cites\n\n[@vae]\n",
    "docs/plain.md": "# Plain\n\n[Cites](cites.md)\n",
    "docs/directions/flows.md": "---\ntitle: Flows\n---\n# Flows\n",
    "docs/directions/nets.md": "---\ntitle: Nets\n---\n# Nets\n",
    "own/none.html.jinja": "",
}
OPTIONS = {"templates": "own"}
NETS, FLOWS = "directions/nets.md", "directions/flows.md"
EVERY = {"index.md", "all.md", "cites.md", "plain.md", NETS, FLOWS}
NEW = entry("new", keywords="flows")
CHANGES: list[tuple[str, dict[str, str], dict[str, Any], set[str]]] = [
    ("nothing", {}, {}, set()),
    ("a text", {"docs/plain.md": "# Plain\n\nMore.\n"}, {}, {"plain.md"}),
    ("a cited abstract", {"bib/a.bib": LIBRARY.replace("Brief", "Long")}, {}, {"cites.md", NETS, "all.md"}),
    ("another abstract", {"bib/a.bib": LIBRARY.replace("Short", "Long")}, {}, {FLOWS, "all.md"}),
    ("a new paper", {"bib/b.bib": NEW}, {}, {FLOWS, "all.md"}),
    (
        "a relation",
        {"bib/a.bib": LIBRARY.replace("Brief.},", "Brief.}, uses = {gan},")},
        {},
        {"all.md", NETS, FLOWS},
    ),
    ("a mention of a direction", {"docs/plain.md": "# Plain\n\n[f](directions/flows.md)\n"}, {}, {"plain.md", FLOWS}),
    ("a template", {"own/references.html.jinja": "<p></p>"}, {}, EVERY),
    ("the style of citations", {}, {"citation_style": "numeric"}, {"cites.md"}),
    ("where references stand", {}, {"references": "none"}, {"cites.md"}),
    ("what a link leads to", {"docs/cites.md": "# Sites\n\n[@vae]\n"}, {}, {"cites.md"}),
]


@pytest.mark.parametrize(
    ("files", "options", "expected"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES]
)
def test_what_is_completed_after_a_change(
    build_site: BuildSite,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    files: dict[str, str],
    options: dict[str, Any],
    expected: set[str],
) -> None:
    completed: list[str] = []
    complete_page = hand_written.complete_page

    def counted(site: Site, source: str, html: str) -> CompletedPage:
        completed.append(source)
        return complete_page(site, source, html)

    monkeypatch.setattr(module, "complete_page", counted)
    build_site(FILES, OPTIONS)
    assert set(completed) == EVERY
    completed.clear()
    write_files(tmp_path, files)
    build_site({}, OPTIONS | options)
    assert set(completed) == expected


def test_a_problem_of_a_page_is_reported_in_every_build(build_site: BuildSite, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = FAILED_STYLE.at(Span("docs/cites.md"), what="vae", reason="y")
    monkeypatch.setattr(cited, "cite_source", lambda _site, _source, markdown, _: CitedPage(markdown, (), (problem,)))
    first = build_site(FILES).warnings
    assert [str(problem) in warning for warning in first] == [True]
    assert build_site({}).warnings == first * 2
