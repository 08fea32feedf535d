"""Where the services answer."""

from __future__ import annotations

from dataclasses import fields

import pytest

from paperatlas.services.addresses import Services
from paperatlas.services.addresses import services as services_of


def test_addresses_of_mirrors_come_from_the_environment() -> None:
    found = services_of(
        {"PAPERATLAS_ARXIV_URL": "http://mirror.example/arxiv/", "PAPERATLAS_DOI_URL": " ", "OTHER": "x"}
    )
    assert found == Services(arxiv="http://mirror.example/arxiv")


def test_without_an_environment_they_are_where_everybody_knows_them() -> None:
    assert services_of({}) == Services()
    assert all(address.startswith("https://") and not address.endswith("/") for address in map(str, _addresses()))


def _addresses() -> list[str]:
    where = Services()
    return [getattr(where, field.name) for field in fields(where)]


OTHERS = {"api.semanticscholar.org": 1.0, "api.opencitations.net": 0.4, "api.github.com": 0.2}
PAUSES = [
    (Services(), OTHERS | {"export.arxiv.org": 3.0, "api.crossref.org": 0.2}),
    (
        Services(arxiv="http://Mirror.example:8080/arxiv"),
        OTHERS | {"mirror.example:8080": 3.0, "api.crossref.org": 0.2},
    ),
    (Services(arxiv="http://one.example/a", crossref="http://one.example/c"), OTHERS | {"one.example": 3.0}),
    (
        Services(
            opencitations="http://one.example/", crossref="http://one.example/", semantic_scholar="http://one.example"
        ),
        {"one.example": 1.0, "export.arxiv.org": 3.0, "api.github.com": 0.2},
    ),
    (Services(arxiv="http://[broken"), OTHERS | {"": 3.0, "api.crossref.org": 0.2}),
]


@pytest.mark.parametrize(("where", "pauses"), PAUSES)
def test_a_host_has_the_longest_pause_that_a_service_on_it_asks_for(where: Services, pauses: dict[str, float]) -> None:
    assert where.pauses() == pauses
