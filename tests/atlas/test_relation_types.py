"""The kinds of relation, and what they are called."""

from __future__ import annotations

from typing import Any

import pytest

from paperatlas.atlas import DEFAULT_RELATION_TYPES, RelationType
from paperatlas.atlas.relation_types import SIMILAR

CITO = {
    "agreesWith", "citesAsAuthority", "citesAsDataSource", "citesAsEvidence", "citesAsMetadataDocument",
    "citesAsPotentialSolution", "citesAsRecommendedReading", "citesAsRelated", "citesAsSourceDocument",
    "citesForInformation", "cites", "compiles", "confirms", "containsAssertionFrom", "corrects", "credits", "critiques",
    "derides", "describes", "disagreesWith", "discusses", "disputes", "documents", "extends", "includesExcerptFrom",
    "includesQuotationFrom", "linksTo", "obtainsBackgroundFrom", "obtainsSupportFrom", "parodies", "plagiarizes",
    "qualifies", "refutes", "repliesTo", "retracts", "reviews", "ridicules", "speculatesOn", "supports", "updates",
    "usesConclusionsFrom", "usesDataFrom", "usesMethodIn",
}  # fmt: skip
"""The properties of CiTO with which one work cites another."""


@pytest.mark.parametrize("kind", DEFAULT_RELATION_TYPES, ids=lambda kind: kind.name)
def test_every_relation_type_has_a_property_of_cito(kind: Any) -> None:
    assert kind.cito in CITO


@pytest.mark.parametrize(
    ("labels", "language", "label"),
    [
        ({"en": "refutes", "zh": "反驳"}, "zh", "反驳"),
        ({"en": "refutes", "zh": "反驳"}, "fr", "refutes"),
        ({"en": "refutes", "zh": ""}, "zh", "refutes"),
        ({"zh": "反驳"}, "en", "name"),
        ({}, "en", "name"),
    ],
)
def test_a_label_is_in_the_language_else_in_english(labels: dict[str, str], language: str, label: str) -> None:
    assert RelationType("name", labels, {}).label(language) == label
    assert RelationType("name", {}, labels).inverse_label(language) == label
    assert RelationType("name", {}, {}).cito == "cites"


def test_types_are_told_apart_by_their_labels() -> None:
    for language in ("en", "zh"):
        labels = [kind.label(language) for kind in DEFAULT_RELATION_TYPES]
        assert len(set(labels)) == len(labels)
    assert SIMILAR.label("en") == SIMILAR.inverse_label("en")
    assert SIMILAR.cito == ""
