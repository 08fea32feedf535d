"""`paperatlas schema`: both schemas, as the site publishes them."""

from __future__ import annotations

import json

import pytest

from paperatlas.build.schema import mkdocs_schema
from paperatlas.notes.schema import note_schema
from tests.cli.conftest import Run


@pytest.mark.parametrize(("what", "schema"), [("mkdocs", mkdocs_schema()), ("note", note_schema())])
def test_schema(what: str, schema: str, run: Run) -> None:
    ran = run({}, "schema", what)
    assert (ran.code, ran.err, ran.out) == (0, "", schema)
    assert json.loads(ran.out)["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_no_other(run: Run) -> None:
    assert run({}, "schema", "bib").code == 2
