"""The configuration of a site, read as MkDocs reads it, without MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load

from paperatlas.build.configuration import BadSiteError, find_config, read_configuration
from tests.conftest import write_files

PLUGIN = "site_name: X\nplugins: [paperatlas]\n"
STYLED = "site_name: X\nplugins:\n  - paperatlas: {%s}\n"

VALUES = [
    # files whose values are the same as MkDocs'
    {"mkdocs.yml": PLUGIN + "x: !ENV HOME_OF_NOBODY\ny: !ENV [NAMED]\nz: !ENV [NOBODY, 3]\n"},
    {"mkdocs.yml": "INHERIT: a/base.yml\nx: {b: 2, d: [3]}\n", "a/base.yml": PLUGIN + "x: {a: 1, b: 1, d: [1, 2]}\n"},
    {"mkdocs.yml": "INHERIT: a/b.yml\nx: 1\n", "a/b.yml": "INHERIT: ../c.yml\nx: {a: 2}\n", "c.yml": PLUGIN + "x: {c: 3}\n"},
    {"mkdocs.yml": "INHERIT: a.yml\n", "a.yml": PLUGIN},
]  # fmt: skip
LANGUAGES = [
    ("theme: mkdocs", "en"),
    ("theme: {name: material, language: zh}", "zh"),
    ("theme: {name: mkdocs, locale: de}", "de"),
]

BAD = [
    ({"mkdocs.yml": "site_name: X\n", "docs/y.md": ""}, "no plugin `paperatlas`"),
    ({"mkdocs.yml": "plugins: paperatlas\n", "docs/y.md": ""}, "no plugin `paperatlas`"),
    ({"mkdocs.yml": PLUGIN}, "docs_dir: The path"),
    ({"mkdocs.yml": PLUGIN + "docs_dir: 3\n"}, "docs_dir: Expected type: <class 'str'> but received: <class 'int'>"),
    ({"mkdocs.yml": PLUGIN + "docs_dir: .\n"}, "docs_dir: The 'docs_dir' should not be the parent"),
    ({"mkdocs.yml": PLUGIN + "exclude_docs: [a]\n", "docs/y.md": ""}, "exclude_docs: Expected a multiline string"),
    ({"mkdocs.yml": "x: [\n", "docs/y.md": ""}, "is not valid YAML"),
    ({"mkdocs.yml": "- a\n- b\n", "docs/y.md": ""}, "contains no settings"),
    ({"mkdocs.yml": "", "docs/y.md": ""}, "no plugin"),
    ({"mkdocs.yml": "INHERIT: no.yml\n", "docs/y.md": ""}, "no.yml"),
    ({"mkdocs.yml": "INHERIT: mkdocs.yml\n", "docs/y.md": ""}, "inherits from itself"),
    ({"mkdocs.yml": "plugins:\n  - paperatlas: {bib: 3}\n", "docs/y.md": ""}, "The option 'bib' cannot be used"),
    ({"mkdocs.yml": "plugins:\n  - paperatlas: {bibs: x}\n", "docs/y.md": ""}, "bibs"),
    ({"mkdocs.yml": STYLED % "bib_file: x, bibs: x", "docs/y.md": ""}, "bibs"),
]


@pytest.mark.parametrize("files", VALUES)
def test_values(files: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAMED", "7")
    write_files(tmp_path, files)
    with (tmp_path / "mkdocs.yml").open("rb") as stream:
        assert read_configuration(tmp_path / "mkdocs.yml").values == yaml_load(stream)


@pytest.mark.parametrize(("files", "message"), BAD)
def test_what_is_no_site(files: dict[str, str], message: str, tmp_path: Path) -> None:
    write_files(tmp_path, files)
    with pytest.raises(BadSiteError) as error:
        read_configuration(tmp_path / "mkdocs.yml").docs()
    assert message in str(error.value)


@pytest.mark.parametrize(("theme", "language"), LANGUAGES)
def test_a_site_has_the_language_of_its_theme(theme: str, language: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"{theme}\nplugins: [paperatlas]\n", encoding="utf-8")
    assert read_configuration(tmp_path / "mkdocs.yml").languages.every == (language,)


def test_the_configuration_is_looked_for_upwards(tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": PLUGIN, "a/b/c.md": ""})
    assert find_config(tmp_path / "a/b") == tmp_path / "mkdocs.yml"
    assert find_config(Path("/")) is None
