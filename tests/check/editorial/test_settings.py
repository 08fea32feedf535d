"""The option `require` as it is written."""

from __future__ import annotations

import jsonschema
import pytest

from paperatlas.check.editorial.settings import (
    NOTHING_REQUIRED,
    REQUIREMENTS_SCHEMA,
    GroupRequirement,
    Requirements,
    RequirementsError,
    TextRequirement,
    read_requirements,
)

READ = [
    (None, NOTHING_REQUIRED),
    ({}, NOTHING_REQUIRED),
    ({"fields": {"Abstract": None}}, Requirements(fields=(TextRequirement("abstract"),))),
    ({"evidence": "en", "sources": "s.tsv"}, Requirements(evidence=("en",), sources="s.tsv")),
    ({"groups": {"g": {"papers": 8, "years": [1, 2]}}}, Requirements(groups=(GroupRequirement("g", 8, (1, 2)),))),
]


@pytest.mark.parametrize(("written", "read"), READ)
def test_requirements(written: object, read: Requirements) -> None:
    assert read_requirements(written) == read
    jsonschema.validate(written, REQUIREMENTS_SCHEMA)


WRONG = [
    ("all", "'require' is a list of names with values, not 'all'."),
    ({"field": {}}, "'field' is not a setting of 'require'"),
    ({"field": {}}, "Did you mean 'fields'?"),
    ({"fields": {"note": {"word": [1, 2]}}}, "'word' is not a setting of 'note'"),
    ({"fields": {"note": {"words": 3}}}, "'words' is the least and the most, such as [80, 150], not 3."),
    ({"fields": {"note": {"words": [3, 2]}}}, "not [3, 2]"),
    ({"fields": {"note": {"pattern": "("}}}, "the pattern '(' is not a regular expression"),
    ({"relation": "yes"}, "'relation' is `true` or `false`, not 'yes'."),
    ({"evidence": [1]}, "'evidence' is a list of names, not [1]."),
    ({"groups": {"g": {"papers": True}}}, "'papers' is a number, not True."),
]


@pytest.mark.parametrize(("written", "said"), WRONG)
def test_what_is_not_understood(written: object, said: str) -> None:
    with pytest.raises(RequirementsError) as error:
        read_requirements(written)
    assert said in str(error.value)
