"""What is told of a configuration that nobody can read, or of which nobody reads a part."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.build.configuration import BadSiteError, read_configuration
from paperatlas.build.project import read_site
from tests.conftest import write_files

PLUGIN = "plugins:\n  - paperatlas:\n      bib: bib\n"

UNREADABLE = [
    # a configuration, what is told
    ("site_name: A\n\tsite_url: x\n", "mkdocs.yml:2:1: The configuration is not valid YAML: a tab indents this line."),
    ("site_name: A: b\n", "mkdocs.yml:1:13: The configuration is not valid YAML: a value contains `: `."),
    ("plugins: [a\nx: 1\n", "mkdocs.yml:1:10: The configuration is not valid YAML: this bracket has no counterpart."),
    (f"<<<<<<< HEAD\n{PLUGIN}", "mkdocs.yml:1:1: The configuration is not valid YAML: this line was left by a merge."),
    (f"{PLUGIN}     abstracts: own\n", "mkdocs.yml:4:6: The configuration is not valid YAML: this line is indented"),
    (f"{PLUGIN}      abstracts: mine\n", "mkdocs.yml:4:7: The option 'abstracts' cannot be used: Expected one of"),
    (f"{PLUGIN}      bibs: x\n", "mkdocs.yml:4:7: The option 'bibs' cannot be used: Unrecognised configuration name"),
    ("plugins:\n  - paperatlass:\n      bib: bib\n", "mkdocs.yml:2:5: write `paperatlas` for 'paperatlass'"),
    ("INHERIT: a/b.yml\n", "a/b.yml:1:5: The configuration is not valid YAML"),
]
UNREAD = [
    (f"{PLUGIN}      bib: bib\n", "mkdocs.yml:4:7 The configuration has 'bib' twice; the last one is used."),
    (f"bib: bib\n{PLUGIN}", "mkdocs.yml:1:1 'bib' is an option of the plugin `paperatlas`, and stands outside of it."),
    (f"{PLUGIN}nav: [none.md]\n", "mkdocs.yml:4:7 The navigation names 'none.md', which is not there."),
]


@pytest.mark.parametrize(("text", "told"), UNREADABLE)
def test_what_cannot_be_read(text: str, told: str, tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": text, "a/b.yml": "a: b: c\n", "docs/index.md": ""})
    with pytest.raises(BadSiteError) as error:
        read_configuration(tmp_path / "mkdocs.yml")
    assert str(error.value).startswith(told)


@pytest.mark.parametrize(("text", "told"), UNREAD)
def test_what_nobody_reads(text: str, told: str, tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": text, "docs/index.md": "", "bib/a.bib": ""})
    problems = read_site(read_configuration(tmp_path / "mkdocs.yml")).problems
    assert told in [f"{problem.span} {problem.message}" for problem in problems]


def test_aliases_are_looked_at_once(tmp_path: Path) -> None:
    levels = "".join(f"x{level}: &x{level} [*x{level - 1}, *x{level - 1}]\n" for level in range(1, 40))
    write_files(tmp_path, {"mkdocs.yml": f"x0: &x0 [1]\n{levels}{PLUGIN}", "docs/index.md": "", "bib/a.bib": ""})
    assert list(read_configuration(tmp_path / "mkdocs.yml").places.slips()) == []
