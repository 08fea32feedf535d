"""What a served site is watched for."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.build.configuration import read_configuration
from paperatlas.build.project import read_site
from paperatlas.hosts.zensical.watched import WatchedFiles
from tests.conftest import write_files

SITE = {
    "mkdocs.yml": "plugins: [paperatlas: {bib: 'bib/20*.bib', templates: own}]\n"
    "theme: {name: material, custom_dir: look}\nmarkdown_extensions: [pymdownx.snippets]\n",
    "docs/index.md": '# Home\n\n--8<-- "part.txt"\n',
    "bib/2020.bib": "",
    "part.txt": "A part.\n",
}


@pytest.mark.parametrize("file", [*SITE, "docs/new.md", "bib/2021.bib", "own/paper.html.jinja", "look/main.html"])
def test_a_file_is_watched(file: str, tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    configuration = read_configuration(tmp_path / "mkdocs.yml")
    files = WatchedFiles(configuration)
    files.watch(configuration, read_site(configuration))
    assert files.saved() == set()
    write_files(tmp_path, {file: SITE.get(file, "") + "\n"})
    assert files.saved() == {tmp_path / file}
    assert files.saved() == set()
