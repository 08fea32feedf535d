"""The records of the agencies whose DOIs Crossref does not know."""

from __future__ import annotations

import pytest

from paperatlas.formats.records.record import Author, SourceError
from tests.services import answers
from tests.services.local_server import Answer
from tests.services.server import ServiceServer, fetched


def test_a_doi_that_crossref_does_not_know_is_asked_for_at_its_agency(services: ServiceServer) -> None:
    found = fetched(services, "10.5281/zenodo.1", {"doi/10.5281/zenodo.1": answers.csl()})
    assert dict(found.record.fields) == {
        "title": "A Report on Looms", "date": "2020-05-04", "doi": "10.5281/zenodo.1", "organization": "Zenodo",
    }  # fmt: skip
    assert found.record.authors == (Author("Jacquard", "Joseph"), Author("Loom Consortium"))


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(404), "the DOI 10.5281/zenodo.1 does not exist; check it"),
        (answers.csl(type="dataset"), "is a dataset, not a paper"),
        (answers.csl(title=""), "has no title"),
        (answers.text("<html>landing page", "text/html"), "gives no record that programs can read"),
        (Answer(body=b"{"), "not valid JSON"),
    ],
)
def test_an_agency_can_fail_in_many_ways(services: ServiceServer, answer: Answer, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        fetched(services, "10.5281/zenodo.1", {"doi/10.5281/zenodo.1": answer})
    assert message in str(caught.value)
