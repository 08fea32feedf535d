"""Large made-up sites, and what to ask of their maps."""

from __future__ import annotations

import json
import re
from typing import Any

from benchmarks.large_sites import large_site
from bs4 import BeautifulSoup

from paperatlas.pages import Site, messages_for
from paperatlas.pages.map.data import MAP_DATA
from paperatlas.pages.map.page import map_page
from tests.conftest import ReadFiles, make_site


def site_of(
    read_files: ReadFiles, papers: int, language: str = "en", *, directions: int = 0, relations: int = 0
) -> Site:
    return make_site(
        read_files(large_site(papers, directions=directions, relations=relations)).atlas, messages_for(language)
    )


def data_of(site: Site) -> dict[str, Any]:
    (file,) = map_page(site).files
    assert file.address == MAP_DATA
    assert file.localised
    found = re.fullmatch(r"window\.paperAtlasMap = (.*);\n", file.text, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")
