"""`atlas.json` against its own schema, with jsonschema."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from paperatlas.atlas import Atlas, Relation
from paperatlas.atlas.relation_types import SIMILAR
from paperatlas.diagnostics.problem import Span
from paperatlas.exports.atlas_json import VERSION, atlas_json
from paperatlas.exports.schema import DIALECT, atlas_schema
from paperatlas.exports.site import SiteInfo
from tests.conftest import REPOSITORY, ReadFiles
from tests.formats.conftest import ODD_ENTRIES

SCHEMA: dict[str, Any] = json.loads(atlas_schema())


def closed(schema: Any) -> Any:
    """The schema with every property it does not describe forbidden."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {name: closed(part) for name, part in schema.items()}
    return parts | {"additionalProperties": False} if "properties" in parts else parts


def faults(data: Any, schema: dict[str, Any]) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(data)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == DIALECT == Draft202012Validator.META_SCHEMA["$schema"]
    assert SCHEMA["properties"]["version"]["const"] == VERSION


@pytest.mark.parametrize(
    ("site", "identity"),
    [
        (None, None),
        (SiteInfo("x"), None),
        (SiteInfo("x", "en", "https://example.org/a", "en/"), "https://example.org/a/atlas.schema.json"),
    ],
)
def test_the_schema_names_itself_where_it_can(site: SiteInfo | None, identity: str | None) -> None:
    assert json.loads(atlas_schema(site)).get("$id") == identity


def described(schema: dict[str, Any]) -> bool:
    """Whether every property says what it is."""
    properties = schema.get("properties", {})
    parts = [*properties.values(), *(part["items"] for part in properties.values() if "items" in part)]
    return all("description" in part or "$ref" in part for part in properties.values()) and all(map(described, parts))


def test_every_property_is_described() -> None:
    assert described(SCHEMA)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_atlas_is_valid_and_all_of_it_described(language: str, atlas: Atlas) -> None:
    assert faults(json.loads(atlas_json(atlas, language)), closed(SCHEMA)) == []


def test_an_atlas_with_derived_relations_is_valid(atlas: Atlas) -> None:
    derived = Relation("nice", "loose", SIMILAR, "derived", {"en": "Shared term: flow"}, Span("a.bib"))
    data = json.loads(atlas_json(atlas, "en", derived=[derived]))
    assert data["relations"][-1]["origin"] == "derived"
    assert faults(data, closed(SCHEMA)) == []


@pytest.mark.parametrize("bib", ["", ODD_ENTRIES, "@misc{a,}", "@misc{a, title = {}, doi = {x}, code = {HTTP://x.y}}"])
def test_odd_atlases_are_valid(bib: str, read_files: ReadFiles) -> None:
    note = "---\nstatus: nonsense\nrelated: [x]\n---\n"
    atlas = read_files({"bib/a.bib": bib, "docs/directions/C & 流.md": note}).atlas
    assert faults(json.loads(atlas_json(atlas, "en")), closed(SCHEMA)) == []


def test_the_own_atlas_is_valid(read_files: ReadFiles) -> None:
    sources = [*(REPOSITORY / "bib").glob("*.bib"), *(REPOSITORY / "docs" / "directions").glob("*.md")]
    files = {path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8") for path in sources}
    files = {name: text for name, text in files.items() if not name.endswith(".en.md")}
    assert faults(json.loads(atlas_json(read_files(files).atlas, "zh")), closed(SCHEMA)) == []


# What is done to a valid atlas that makes it none.
DAMAGES: list[tuple[str, Callable[[dict[str, Any]], object]]] = [
    ("no version", lambda data: data.pop("version")),
    ("another version", lambda data: data.update(version=VERSION + 1)),
    ("no papers", lambda data: data.pop("papers")),
    ("a paper without a key", lambda data: data["papers"][0].pop("key")),
    ("an empty key", lambda data: data["papers"][0].update(key="")),
    ("a year that is a text", lambda data: data["papers"][0].update(year="2020")),
    ("an author that is no name", lambda data: data["papers"][0]["authors"].append({})),
    ("code that is not a valid URL", lambda data: data["papers"][0].update(code="javascript:x")),
    ("a DOI with its resolver", lambda data: data["papers"][0].update(doi="https://doi.org/10.1/x")),
    ("an absolute path", lambda data: data["papers"][0].update(path="/papers/nice/")),
    ("a direction twice", lambda data: data["papers"][0]["directions"].extend(["flows", "flows"])),
    ("an unknown status", lambda data: data["directions"][0].update(status="booming")),
    ("a status of no known month", lambda data: data["directions"][1]["now"].update(as_of="2026")),
    ("a judgement without a status", lambda data: data["directions"][1]["then"].update(status=None)),
    ("a paper twice in a direction", lambda data: data["directions"][0]["papers"].append("nice")),
    ("a group without papers", lambda data: data["directions"][0]["groups"][0].pop("papers")),
    ("an unknown origin", lambda data: data["relations"][0].update(origin="guessed")),
    ("a relation to nothing", lambda data: data["relations"][0].update(target=None)),
    ("a foreign term", lambda data: data["relations"][0].update(cito="extends")),
]


@pytest.mark.parametrize("damage", [damage for _, damage in DAMAGES], ids=[name for name, _ in DAMAGES])
def test_what_is_no_atlas_is_not_valid(damage: Callable[[dict[str, Any]], object], atlas: Atlas) -> None:
    data = json.loads(atlas_json(atlas, "en"))
    damaged = copy.deepcopy(data)
    damage(damaged)
    assert faults(data, SCHEMA) == []
    assert faults(damaged, SCHEMA) != []


def test_an_atlas_may_hold_more(atlas: Atlas) -> None:
    data = json.loads(atlas_json(atlas, "en"))
    data["papers"][0]["awards"] = ["best paper"]
    assert faults(data, SCHEMA) == []


def test_an_atlas_names_the_schema_beside_it(atlas: Atlas) -> None:
    assert json.loads(atlas_json(atlas, "en"))["$schema"] == "atlas.schema.json"


@pytest.mark.parametrize("schema", ["atlas.schema.json", "https://example.org/atlas.schema.json"])
def test_an_atlas_names_its_schema(schema: str, atlas: Atlas) -> None:
    assert json.loads(atlas_json(atlas, "en", schema))["$schema"] == schema


# What a value of an atlas may not be; all the rest of it is in order.
NO_VALUES: list[tuple[tuple[str | int, ...], list[object]]] = [
    (("directions", 0, "slug"), ["", 1, None]),
    (("directions", 0, "title"), ["", None]),
    (("directions", 0, "summary"), [None]),
    (("directions", 0, "background"), ["yes"]),
    (("directions", 0, "path"), ["/directions/flows/", None]),
    (("directions", 0, "related"), ["graphs", [""], [1]]),
    (("directions", 0, "groups", 0, "slug"), [None, 1]),
    (("directions", 1, "now", "as_of"), ["2026-1", "2026-10-01", "October"]),
    (("directions", 1, "now", "by"), ["", 1]),
    (("directions", 1, "now", "reason"), ["", 1]),
    (("directions", 1, "now", "see"), ["/directions/graphs/#a", "directions/graphs/", "#a"]),
    (("papers", 0, "method"), ["", 1]),
    (("papers", 0, "title"), ["", None]),
    (("papers", 0, "venue"), ["", 1]),
    (("papers", 0, "arxiv"), ["", 1]),
    (("papers", 0, "doi"), ["doi:10.1/x", ""]),
    (("papers", 0, "code"), ["ftp", "//x.org"]),
    (("papers", 0, "code_official"), ["no"]),
    (("papers", 0, "code_licence"), ["", 1]),
    (("papers", 0, "url"), ["data:x", ""]),
    (("papers", 0, "path"), ["/papers/nice/", ""]),
    (("papers", 0, "abstract"), ["", []]),
    (("papers", 0, "change"), ["", 1]),
    (("papers", 0, "results"), ["", 1]),
    (("papers", 0, "year"), ["2020", 20.5]),
    (("papers", 0, "authors"), [None, "A"]),
    (("papers", 0, "directions"), [None, [""]]),
    (("relations", 0, "source"), ["", None]),
    (("relations", 0, "target"), ["", None]),
    (("relations", 0, "type"), ["", None]),
    (("relations", 0, "evidence"), [1]),
]


@pytest.mark.parametrize(("path", "values"), NO_VALUES)
def test_what_a_value_may_not_be(path: tuple[str | int, ...], values: list[object], atlas: Atlas) -> None:
    data = json.loads(atlas_json(atlas, "en"))
    *above, name = path
    place = data
    for step in above:
        place = place[step]
    assert name in place
    for value in values:
        place[name] = value
        assert faults(data, SCHEMA), value


def test_one_character_is_a_text(atlas: Atlas) -> None:
    data = json.loads(atlas_json(atlas, "en"))
    paper, direction = data["papers"][0], data["directions"][1]
    for value in (paper, direction, direction["now"]):
        for name in {"method", "title", "venue", "arxiv", "code_licence", "abstract", "change", "results", "by"} & {
            *value
        }:
            value[name] = "x"
    assert faults(data, closed(SCHEMA)) == []
