"""Files that a pull request may propose and no site is made from."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from paperatlas.build.configuration import read_configuration
from paperatlas.hosts.zensical.included import expand
from tests.conftest import write_files
from tests.hosts.conftest import BuildSite

SECRET = "hemlock"
LIBRARY = "@misc{%s, author = {Lind, Bo}, title = {Flow Maps}, year = 2020, keywords = {x}}"
# A list in itself would keep MkDocs busy without end where its title is shown; the last one is no text at all.
UNUSABLE = "---\ntitle: &a [*a]\n---\n# Loop\n\nThe text of it.\n"
NO_TEXT = '---\ntitle: "\\ud83d"\n---\n# Half\n'


def test_the_others_are_built(build_site: BuildSite, tmp_path: Path) -> None:
    outside = tmp_path.with_name(f"{tmp_path.name}-outside")
    write_files(outside, {"a.bib": LIBRARY % SECRET, "a.md": SECRET, "a.txt": SECRET})
    files = {
        "bib/a.bib": LIBRARY % ("k" * 300),
        "docs/directions/x.md": "# X",
        f"docs/directions/{'n' * 250}.md": "# N",
    }
    write_files(tmp_path, files | {"docs/loop.md": UNUSABLE, "docs/half.md": NO_TEXT})
    for link, file in {"bib/b.bib": "a.bib", "docs/directions/b.md": "a.md", "docs/b.txt": "a.txt"}.items():
        (tmp_path / link).symlink_to(outside / file)
    for pipe in ("bib/c.bib", "docs/directions/c.md", "docs/c.txt"):
        os.mkfifo(tmp_path / pipe)
    (tmp_path / "bib" / "up").symlink_to("..")
    site = build_site({})
    codes = Counter(warning[-7:-1] for warning in site.warnings if warning.endswith("]"))
    assert codes == {"CFG005": 6, "NOT002": 2, "NOT012": 1}
    texts = [path.read_bytes() for path in site.root.glob("**/*") if path.is_file()]
    assert not [text for text in texts if SECRET.encode() in text]
    assert {"directions/x/", "loop/", "half/"} <= site.addresses()
    assert len([address for address in site.addresses() if address.startswith("papers/k")]) == 1
    article = site.page("loop/").select_one('[role="main"]')
    assert article
    assert article.get_text().split("\n")[1:3] == ["Loop", "The text of it."]


SNIPPETS = '# P\n\n--8<-- "part.md"\n--8<-- "linked.md"\n--8<-- "folder/a.md"\n--8<-- "endless.md"\n--8<-- "outer.md"\n'


@pytest.mark.parametrize("options", [{}, {"restrict_base_path": False}])
def test_pages_include_no_file_from_elsewhere(build_site: BuildSite, tmp_path: Path, options: dict[str, Any]) -> None:
    outside = tmp_path.with_name(f"{tmp_path.name}-outside")
    write_files(outside, {"a.md": SECRET})
    files = {"parts/part.md": "Ours.", "parts/outer.md": '--8<-- "linked.md"', "docs/page.md": SNIPPETS}
    write_files(tmp_path, files | {"docs/up.md": f'--8<-- "../../{outside.name}/a.md"\n'})
    (tmp_path / "parts/linked.md").symlink_to(outside / "a.md")
    (tmp_path / "parts/folder").symlink_to(outside)
    (tmp_path / "parts/endless.md").symlink_to("/dev/zero")
    extension = {"pymdownx.snippets": {"base_path": [str(tmp_path / "parts")], **options}}
    site = build_site({}, markdown_extensions=[{**extension}])
    text = str(site.page("page/")) + str(site.page("up/"))
    assert "Ours." in text
    assert SECRET not in text
    refused = Counter(warning.partition("]")[0] for warning in site.warnings if "CFG005" in warning)
    assert len(refused) == 4, refused
    write_files(
        tmp_path, {"mkdocs.yml": yaml.safe_dump({"plugins": ["paperatlas"], "markdown_extensions": [extension]})}
    )
    staged = expand(SNIPPETS, read_configuration(tmp_path / "mkdocs.yml"))
    assert "Ours." in staged
    assert SECRET not in staged


def test_a_snippet_may_be_a_link_inside_of_the_repository(build_site: BuildSite, tmp_path: Path) -> None:
    write_files(tmp_path, {"texts/a.md": "Ours.", ".git/HEAD": "", "docs/page.md": '--8<-- "a.md"\n', "parts/b": ""})
    (tmp_path / "parts/a.md").symlink_to("../texts/a.md")
    site = build_site({}, markdown_extensions=[{"pymdownx.snippets": {"base_path": [str(tmp_path / "parts")]}}])
    assert "Ours." in str(site.page("page/"))
    assert not [warning for warning in site.warnings if "CFG005" in warning]
