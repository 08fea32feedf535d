"""A site where pygraphviz cannot be imported: whole, and told so once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bs4 import BeautifulSoup

from tests.atlas.test_assemble import entry
from tests.conftest import write_files

BLOCKED = """\
import runpy, sys
sys.modules["pygraphviz"] = None
sys.argv = ["mkdocs", "build"]
runpy.run_module("mkdocs", run_name="__main__")
"""
SITE = """\
site_name: Flows
theme: mkdocs
plugins:
  - paperatlas
  - i18n:
      languages:
        - {locale: en, name: English, default: true}
        - {locale: zh, name: 中文}
"""


def test_a_site_is_whole_and_says_once_what_is_missing(tmp_path: Path) -> None:
    old, new = (
        entry("nice", keywords="flows", date="2014"),
        entry("glow", keywords="flows", date="2018", extends="nice"),
    )
    note = "---\ntitle: Flows\n---\n# Flows\n\n[@nice]\n"
    write_files(
        tmp_path,
        {"mkdocs.yml": SITE, "bib/a.bib": old + new, "docs/index.md": "# Home\n", "docs/directions/flows.md": note},
    )
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED], cwd=tmp_path, env=os.environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    (told,) = [line for line in done.stderr.splitlines() if "graphviz" in line]
    assert "paperatlas: mkdocs.yml: pygraphviz is not installed" in told
    assert told.endswith('Install it: pip install "pygraphviz>=2.0.4,<3". [GRA001]')
    page = BeautifulSoup((tmp_path / "site/directions/flows/index.html").read_text(encoding="utf-8"), "html.parser")
    (drawing,) = page.select("figure.pa-graph")
    assert "pa-graph--grid" in drawing["class"]
    assert {str(node["data-key"]) for node in drawing.select(".pa-node")} == {"nice", "glow"}
    assert len(drawing.select(".pa-edge[data-source]")) == 1
