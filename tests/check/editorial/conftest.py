"""Small sites that ask for something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from paperatlas.build.configuration import read_configuration
from paperatlas.build.project import read_site
from paperatlas.diagnostics.problem import in_order
from tests.conftest import write_files

CONFIG = """\
plugins:
  - i18n: {{docs_structure: suffix, languages: [{{locale: en, default: true}}, {{locale: zh}}]}}
  - paperatlas:
      require: {require}
"""
NOTE = "---\ntitle: D\ngroups: [{slug: g, title: G}]\n---\n"

Found = Callable[..., list[tuple[str, str]]]
"""Returns the code and the place of each problem of a site that requires something, of the rules `EDI` alone."""


@pytest.fixture
def found(tmp_path: Path) -> Found:
    """Write a site, and check it."""

    def check(require: str, bib: str = "", more: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
        pages = {f"docs/{name}{suffix}": NOTE for name in ("directions/d",) for suffix in (".md", ".zh.md")}
        site = {"mkdocs.yml": CONFIG.format(require=require), "bib/a.bib": bib, **pages, **(more or {})}
        write_files(tmp_path, site)
        problems = in_order(read_site(read_configuration(tmp_path / "mkdocs.yml")).problems)
        return [
            (problem.code, f"{problem.span} {problem.message} {problem.hint}")
            for problem in problems
            if problem.code.startswith("EDI")
        ]

    return check
