"""Pages are made of what they are given: no file is opened for them."""

from __future__ import annotations

import builtins
import io
from typing import NoReturn

import pytest
from jinja2 import DictLoader

from paperatlas import pages
from paperatlas.build.catalogue import ALL_RULES
from paperatlas.build.templates import shipped_templates
from paperatlas.pages import Site, build_pages, direction_graph, direction_sections


def test_no_file_is_opened(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    templates = {path.name: path.read_text(encoding="utf-8") for path in shipped_templates().glob("*.jinja")}
    own = pages.make_site(site.atlas, site.messages, DictLoader(templates))

    def refuse(file: object, *_: object, **__: object) -> NoReturn:
        raise AssertionError(file)

    monkeypatch.setattr(io, "open", refuse)
    monkeypatch.setattr(builtins, "open", refuse)
    made = [*build_pages(own, ALL_RULES)]
    sections = [
        make(own, direction)
        for direction in own.atlas.directions.values()
        for make in (direction_graph, direction_sections)
    ]
    assert len(made) > len(own.atlas.papers)
    assert all(section.html for section in sections)
