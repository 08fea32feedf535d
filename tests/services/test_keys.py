"""Keys of services, from the environment."""

from __future__ import annotations

import pytest

from paperatlas.formats.records.record import SourceError
from paperatlas.services.keys import ServiceKeys, service_keys


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, ServiceKeys()),
        ({"PAPERATLAS_OPENALEX_KEY": " abc-1 "}, ServiceKeys(openalex="abc-1")),
        ({"PAPERATLAS_SEMANTIC_SCHOLAR_KEY": "x", "OPENALEX_KEY": "y"}, ServiceKeys(semantic_scholar="x")),
    ],
)
def test_keys(environment: dict[str, str], expected: ServiceKeys) -> None:
    assert service_keys(environment) == expected


@pytest.mark.parametrize("written", ["a b", "a\nX-Other: b", "ключ", "a\x00"])
def test_what_can_be_no_key(written: str) -> None:
    with pytest.raises(SourceError, match="PAPERATLAS_OPENALEX_KEY is no key") as caught:
        service_keys({"PAPERATLAS_OPENALEX_KEY": written})
    assert written not in str(caught.value)
