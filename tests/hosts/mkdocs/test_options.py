"""The options as MkDocs reads them."""

from __future__ import annotations

from typing import Any

import pytest

from paperatlas.build.options import Options, read_options
from paperatlas.hosts.mkdocs import PaperAtlasPlugin
from paperatlas.hosts.mkdocs.options import options_of
from tests.hosts.conftest import BuildSite

WRITTEN: list[dict[str, Any]] = [
    {},
    {"bib": "流.bib"},
    {"bib": ["a.bib", "b"], "cache": "", "index_threshold": 5},
    {"bib": None, "references": None, "relation_types": {"uses": False}},
]


@pytest.mark.parametrize("written", WRITTEN)
def test_mkdocs_reads_what_the_command_line_reads(written: dict[str, Any]) -> None:
    plugin = PaperAtlasPlugin()
    assert plugin.load_config(dict(written)) == ([], [])
    assert options_of(plugin.config) == read_options(written)[0]


def test_without_a_word_every_option_has_its_default() -> None:
    plugin = PaperAtlasPlugin()
    plugin.load_config({})
    assert options_of(plugin.config) == Options()


def test_what_was_read_can_be_read_again_for_another_language() -> None:
    plugin = PaperAtlasPlugin()
    plugin.load_config({"bib": "a.bib", "relation_types": {"refutes": {"label": "refutes", "inverse": "refuted by"}}})
    first = options_of(plugin.config)
    assert plugin.load_config(dict(plugin.config)) == ([], [])
    assert options_of(plugin.config) == first


@pytest.mark.parametrize(
    ("written", "name", "message"),
    [
        ({"bib": 3}, "bib", "Expected a list of items, but a <class 'int'> was given."),
        ({"references": "流"}, "references", "received: '流'"),
        ({"index_threshold": "5"}, "index_threshold", "Expected type: <class 'int'>"),
    ],
)
def test_what_an_option_cannot_have_is_an_error_of_mkdocs(written: dict[str, Any], name: str, message: str) -> None:
    errors, _ = PaperAtlasPlugin().load_config(written)
    assert [key for key, _ in errors] == [name]
    assert message in str(errors[0][1])


@pytest.mark.parametrize(
    ("options", "warnings"),
    [
        ({}, 1),
        ({"check": {"severity": {"REQ": "info"}}}, 0),
        ({"check": {"ignore": "REQ"}}, 0),
        ({"check": {"files": {"bib": ["REQ001"]}}}, 0),
        ({"check": {"files": {"docs": ["REQ001"]}}}, 1),
    ],
)
def test_what_a_build_warns_of(options: dict[str, Any], warnings: int, build_site: BuildSite) -> None:
    site = build_site({"bib/a.bib": "@article{a, author = {Ho, J}, title = {A}, year = 2020}"}, options)
    assert [("[REQ001]" in line) for line in site.warnings] == [True] * warnings
