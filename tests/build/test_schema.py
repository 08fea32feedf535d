"""The schemas for editors: they take what PaperAtlas takes, and refuse what it refuses."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

from paperatlas.build.configuration import _Loader
from paperatlas.build.options import OPTIONS, read_options
from paperatlas.build.schema import MATERIAL, mkdocs_schema, options_schema
from paperatlas.hosts.mkdocs import PaperAtlasPlugin
from paperatlas.notes.schema import note_schema
from tests.conftest import REPOSITORY

ASKED: set[str] = set()


def material(address: str) -> Any:
    """Stands for Material's schemas, which take everything here."""
    assert address.startswith(MATERIAL)
    ASKED.add(address.removeprefix(MATERIAL))
    return DRAFT7.create_resource({})


MKDOCS = Draft7Validator(json.loads(mkdocs_schema()), registry=Registry(retrieve=material))  # type: ignore[call-arg]


def taken_by_the_plugin(written: object) -> bool:
    errors, warnings = PaperAtlasPlugin().load_config(written if isinstance(written, dict) else {})
    return not errors and not warnings


WRITTEN: list[tuple[Any, bool]] = [
    ({}, True),
    (None, True),
    ({"bib": "a.bib"}, True),
    ({"bib": ["a.bib", "old"]}, True),
    ({"bib": 3}, False),
    ({"bib": [3]}, False),
    ({"bibs": "a.bib"}, False),
    ({"directions": "topics"}, True),
    ({"directions": ["topics"]}, False),
    ({"templates": None}, True),
    ({"templates": "mine"}, True),
    ({"templates": 1}, False),
    ({"language": "zh"}, True),
    ({"cache": ""}, True),
    ({"index_threshold": 5}, True),
    ({"index_threshold": "5"}, False),
    ({"processes": 2}, True),
    ({"processes": None}, True),
    ({"processes": 0}, False),
    ({"citation_style": "numeric"}, True),
    ({"references": "marker"}, True),
    ({"references": "top"}, False),
    ({"marks": {"old": "classic", "new": {"en": "new", "zh": "新"}}}, True),
    ({"marks": ["old"]}, False),
    ({"relation_types": {"uses": False}}, True),
    ({"relation_types": {"refutes": {"label": "refutes", "inverse": {"en": "refuted by"}, "cito": "refutes"}}}, True),
    ({"relation_types": {"uses": {"lable": "x"}}}, False),
    ({"relation_types": {"Refutes": {"label": "refutes", "inverse": "refuted by"}}}, False),
    ({"relation_types": {"uses": {"cito": "No Term"}}}, False),
    ({"relation_types": ["uses"]}, False),
]


@pytest.mark.parametrize(("written", "good"), WRITTEN)
def test_options(written: object, good: bool) -> None:
    assert taken_by_the_plugin(written) is good
    assert (not read_options(written if isinstance(written, dict) else {})[1]) is good
    for plugins in ([{"paperatlas": written}], {"paperatlas": written}, ["search", {"paperatlas": written}]):
        assert MKDOCS.is_valid({"plugins": plugins}) is good


def test_every_option_is_described() -> None:
    described = options_schema()["properties"]
    assert list(described) == [option.name for option in OPTIONS]
    assert all(len(option["description"]) > 20 for option in described.values())


def test_the_schema_is_a_schema() -> None:
    for schema in (mkdocs_schema(), note_schema()):
        Draft7Validator.check_schema(json.loads(schema))
        assert schema.endswith("}\n")


SITES = [
    ({"plugins": ["paperatlas"]}, True),
    ({"plugins": ["search", "paperatlas"], "theme": "mkdocs"}, True),
    ({"plugins": [{"other": {"x": 1}}, "paperatlas"]}, True),
    ({"theme": {"name": "material"}, "plugins": ["paperatlas"]}, True),
    ({"site_name": "x"}, False),
    ({"plugins": "paperatlas"}, False),
    ({"plugins": [3]}, False),
]


@pytest.mark.parametrize(("site", "good"), SITES)
def test_sites(site: dict[str, Any], good: bool) -> None:
    assert MKDOCS.is_valid(site) is good


@pytest.mark.parametrize("config", ["mkdocs.yml", "plugins/paperatlas/starter/mkdocs.yml"])
def test_our_own_configurations(config: str) -> None:
    values = yaml.load((REPOSITORY / config).read_text(encoding="utf-8"), _Loader)
    assert list(MKDOCS.iter_errors(values)) == []
    assert {"theme.json", "extensions.json"} <= ASKED


def test_texts_are_written_as_they_are_read() -> None:
    assert "\\u" not in mkdocs_schema()
