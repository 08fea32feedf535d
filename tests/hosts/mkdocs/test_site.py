"""A site read without building it: the problems are those its build logs."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.hosts.mkdocs.site import BadSiteError, find_config, read_site
from tests.conftest import write_files

PLUGIN = "site_name: X\nplugins: [paperatlas]\n"
STYLED = "site_name: X\nplugins:\n  - paperatlas: {%s}\n"
ENTRY = "@misc{a, title = {X}}\n"
TWO_LANGUAGES = """\
site_name: X
plugins:
  - i18n:
      docs_structure: %s
      languages:
        - {locale: en, name: English}
        - {locale: zh, name: 中文, default: true}
  - paperatlas
"""

SITES = [
    # what is written, the codes of its problems
    ({"mkdocs.yml": PLUGIN, "docs/index.md": "[@a]"}, []),
    ({"mkdocs.yml": PLUGIN, "docs/index.md": "[@b]"}, ["CIT001"]),
    ({"mkdocs.yml": PLUGIN, "docs/x/y.md": "[@b]"}, ["CIT001"]),
    ({"mkdocs.yml": PLUGIN, "docs/.hidden/y.md": "[@b]"}, []),
    ({"mkdocs.yml": PLUGIN + "exclude_docs: y.md\n", "docs/y.md": "[@b]"}, []),
    ({"mkdocs.yml": PLUGIN + "docs_dir: pages\n", "pages/y.md": "[@b]"}, ["CIT001"]),
    # every way to write a list of plugins
    ({"mkdocs.yml": "plugins:\n  search: {}\n  paperatlas: {}\n", "docs/y.md": "[@b]"}, ["CIT001"]),
    ({"mkdocs.yml": "plugins:\n  - search\n  - paperatlas:\n", "docs/y.md": "[@b]"}, ["CIT001"]),
    ({"mkdocs.yml": "plugins:\n  - paperatlas: {bib: lib}\n", "docs/y.md": "", "lib/a.bib": "@misc{b}"}, ["REQ001"]),
    ({"mkdocs.yml": "plugins:\n  - paperatlas: {directions: notes}\n", "docs/notes/x.md": ""}, ["DIR004", "NOT005"]),
    # how citations are to look, as a build reports it
    ({"mkdocs.yml": STYLED % "citation_style: apa", "docs/y.md": ""}, ["CIT002"]),
    ({"mkdocs.yml": STYLED % "citation_style: a.csl", "a.csl": "<style", "docs/y.md": ""}, ["CIT002"]),
    ({"mkdocs.yml": STYLED % "citation_style: numeric", "docs/y.md": ""}, []),
    ({"mkdocs.yml": STYLED % "bib_file: refs.bib, csl_file: a.csl", "docs/y.md": ""}, ["CIT004", "CIT004"]),
    # what MkDocs reads and we need not
    ({"mkdocs.yml": PLUGIN + "x: !!python/name:os.system\ny: !relative\nz: !ENV [NO, no]\n", "docs/y.md": ""}, []),
    ({"mkdocs.yml": PLUGIN + "theme: {name: no-such-theme}\nhooks: [no.py]\n", "docs/y.md": ""}, []),
    ({"mkdocs.yml": "INHERIT: base.yml\n", "base.yml": PLUGIN, "docs/y.md": "[@b]"}, ["CIT001"]),
    ({"mkdocs.yaml": PLUGIN, "docs/y.md": "[@b]"}, ["CIT001"]),
    # languages: each page once for each, the first language's where there is no other
    ({"mkdocs.yml": TWO_LANGUAGES % "suffix", "docs/y.md": "[@b]", "docs/y.en.md": "[@c]"}, ["CIT001", "CIT001"]),
    ({"mkdocs.yml": TWO_LANGUAGES % "suffix", "docs/y.md": ""}, ["NOT008"]),
    ({"mkdocs.yml": TWO_LANGUAGES % "suffix", "docs/y.zh.md": "", "docs/y.en.md": ""}, []),
    ({"mkdocs.yml": TWO_LANGUAGES % "suffix", "docs/y.md": "", "docs/y.en.md": "", "docs/y.fr.md": ""}, ["NOT009"]),
    ({"mkdocs.yml": TWO_LANGUAGES % "folder", "docs/zh/y.md": "[@b]", "docs/en/y.md": "[@c]"}, ["CIT001", "CIT001"]),
    ({"mkdocs.yml": TWO_LANGUAGES % "folder", "docs/zh/y.md": ""}, ["NOT008"]),
    (
        {
            "mkdocs.yml": TWO_LANGUAGES % "suffix",
            "docs/directions/x.md": "# X",
            "docs/directions/x.en.md": "# X",
            "bib/a.bib": "@misc{a, title = {X}, keywords = {x}}",
        },
        [],
    ),
]

BAD = [
    ({"mkdocs.yml": "site_name: X\n", "docs/y.md": ""}, "no plugin `paperatlas`"),
    ({"mkdocs.yml": "plugins: paperatlas\n", "docs/y.md": ""}, "no plugin `paperatlas`"),
    ({"mkdocs.yml": PLUGIN}, "docs_dir"),
    ({"mkdocs.yml": "x: [\n", "docs/y.md": ""}, "cannot be read"),
    ({"mkdocs.yml": "- a\n- b\n", "docs/y.md": ""}, "holds no settings"),
    ({"mkdocs.yml": "", "docs/y.md": ""}, "no plugin"),
    ({"mkdocs.yml": "INHERIT: no.yml\n", "docs/y.md": ""}, "no.yml"),
    ({"mkdocs.yml": "INHERIT: mkdocs.yml\n", "docs/y.md": ""}, "inherits from itself"),
    ({"mkdocs.yml": "plugins:\n  - paperatlas: {bib: 3}\n", "docs/y.md": ""}, "plugin paperatlas: bib:"),
    ({"mkdocs.yml": "plugins:\n  - paperatlas: {bibs: x}\n", "docs/y.md": ""}, "bibs"),
    ({"mkdocs.yml": STYLED % "bib_file: x, bibs: x", "docs/y.md": ""}, "bibs"),
]


@pytest.mark.parametrize(("files", "codes"), SITES)
def test_problems(files: dict[str, str], codes: list[str], tmp_path: Path) -> None:
    write_files(tmp_path, {"bib/a.bib": ENTRY, **files})
    config_file = find_config(tmp_path)
    assert config_file
    site = read_site(config_file)
    assert sorted(problem.code for problem in site.problems) == codes
    assert site.root == tmp_path


@pytest.mark.parametrize(("files", "message"), BAD)
def test_what_is_no_site(files: dict[str, str], message: str, tmp_path: Path) -> None:
    write_files(tmp_path, files)
    with pytest.raises(BadSiteError) as error:
        read_site(tmp_path / "mkdocs.yml")
    assert message in str(error.value)


def test_the_configuration_is_looked_for_upwards(tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": PLUGIN, "a/b/c.md": ""})
    assert find_config(tmp_path / "a/b") == tmp_path / "mkdocs.yml"
    assert find_config(Path("/")) is None
