"""Settings of mkdocs-bibtex."""

from __future__ import annotations

import pytest

from paperatlas.build.foreign_settings import foreign_settings

SETTINGS = [
    (["bib", "bib_dir"], ["search", "paperatlas"], ["CIT004"]),
    (["bib"], ["search", "bibtex", "paperatlas"], ["CIT009"]),
    (["csl_file", "cite_inline"], ["bibtex"], ["CIT004", "CIT004", "CIT009"]),
    ([], ["search"], []),
]


@pytest.mark.parametrize(("options", "plugins", "codes"), SETTINGS)
def test_what_belongs_to_mkdocs_bibtex_is_told(options: list[str], plugins: list[str], codes: list[str]) -> None:
    problems = foreign_settings(options, plugins, "mkdocs.yml")
    assert [problem.code for problem in problems] == codes
    assert {problem.file for problem in problems} <= {"mkdocs.yml"}
