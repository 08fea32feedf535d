"""Keys of services, from the environment."""

from __future__ import annotations

import pytest

from paperatlas.formats.records.record import SourceError
from paperatlas.services.addresses import Services
from paperatlas.services.keys import ServiceKeys, service_keys


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, ServiceKeys()),
        ({"PAPERATLAS_OPENALEX_KEY": " abc-1 "}, ServiceKeys(openalex="abc-1")),
        ({"PAPERATLAS_GITHUB_TOKEN": "gh_1"}, ServiceKeys(github="gh_1")),
        ({"PAPERATLAS_SEMANTIC_SCHOLAR_KEY": "x", "OPENALEX_KEY": "y"}, ServiceKeys(semantic_scholar="x")),
    ],
)
def test_keys(environment: dict[str, str], expected: ServiceKeys) -> None:
    assert service_keys(environment) == expected


def test_the_text_of_keys_shows_none() -> None:
    assert str(ServiceKeys("first", "second", "third")) == "ServiceKeys()"


@pytest.mark.parametrize("written", ["a b", "a\nX-Other: b", "ключ", "a\x00"])
def test_what_can_be_no_key(written: str) -> None:
    with pytest.raises(SourceError, match="PAPERATLAS_OPENALEX_KEY is no key") as caught:
        service_keys({"PAPERATLAS_OPENALEX_KEY": written})
    assert written not in str(caught.value)


def test_a_host_that_stands_for_several_services_sees_their_keys_and_no_other_does() -> None:
    keys = ServiceKeys("a", "b", "c")
    assert keys.headers(Services()) == {
        "api.semanticscholar.org": {"x-api-key": "b"},
        "api.github.com": {"Authorization": "Bearer c"},
    }
    mirror = Services(semantic_scholar="http://Mirror.example:80/s2", github="http://mirror.example:80/gh")
    assert keys.headers(mirror) == {"mirror.example:80": {"x-api-key": "b", "Authorization": "Bearer c"}}
    assert ServiceKeys("a").headers(Services()) == {}
