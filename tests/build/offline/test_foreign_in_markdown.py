"""What a page would load from another host is told by its Markdown, before it is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.build.configuration import read_configuration
from paperatlas.build.offline.foreign import foreign_in_markdown
from paperatlas.build.project import read_site
from tests.conftest import write_files

TEXTS = [
    ("![x](https://a.org/x.png)", [(5, "https://a.org/x.png")]),
    ("![x](<https://a.org/x.png> 'X') ![y](y.png)", [(6, "https://a.org/x.png")]),
    ('<img alt="x" src="https://a.org/x.png">', [(18, "https://a.org/x.png")]),
    ('<script src="//a.org/x.js"></script> https://a.org/', [(13, "//a.org/x.js")]),
    ('<link rel="stylesheet" href="https://a.org/x.css">', [(29, "https://a.org/x.css")]),
    ("[x](https://a.org/x.png) https://a.org/x.png", []),
    ("`![x](https://a.org/x.png)`\n\n```html\n<img src='https://a.org/x.png'>\n```", []),
    ("<!-- <img src='https://a.org/x.png'> -->", []),
    ("\\![x](https://a.org/x.png)", []),
]


@pytest.mark.parametrize(("text", "found"), TEXTS)
def test_texts(text: str, found: list[tuple[int, str]]) -> None:
    assert list(foreign_in_markdown(text)) == found


@pytest.mark.parametrize("wanted", [True, False])
def test_a_site_that_asks_for_its_own_files(wanted: bool, tmp_path: Path) -> None:
    configuration = f"plugins:\n  - paperatlas: {{require: {{own_files: {str(wanted).lower()}}}}}\n"
    page = "---\ntitle: A\n---\n\n# A\n\nSee ![x](https://a.org/x.png).\n"
    write_files(tmp_path, {"mkdocs.yml": configuration, "docs/index.md": page, "bib/a.bib": ""})
    problems = read_site(read_configuration(tmp_path / "mkdocs.yml")).problems
    told = [f"{each.code} {each.span} {each.span.end_column}" for each in problems if each.code == "OFF001"]
    assert told == (["OFF001 docs/index.md:7:10 29"] if wanted else [])
