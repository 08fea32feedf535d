"""The records of PMLR."""

from __future__ import annotations

import pytest

from paperatlas.formats.records.record import Author, SourceError
from tests.services import answers
from tests.services.local_server import Answer
from tests.services.server import LOVELACE, ServiceServer, fetched


@pytest.mark.parametrize(
    ("bibtex", "booktitle"),
    [
        (answers.PMLR_BIBTEX, "Proceedings of the 38th International Conference on Machine Learning"),
        ("", "International Conference on Machine Learning"),
    ],
)
def test_a_paper_of_pmlr_by_its_bibtex_or_its_metadata(services: ServiceServer, bibtex: str, booktitle: str) -> None:
    page = answers.text(answers.PMLR % bibtex, "text/html")
    address = "https://proceedings.mlr.press/v139/lovelace21a.html"
    record = fetched(services, address, {"pmlr/v139/lovelace21a.html": page}).record
    assert record.authors == (LOVELACE, Author("Jacquard", "Joseph"))
    assert {**record.fields, "date": record.fields["date"][:4]} == {
        "title": "Looms & Learning",
        "booktitle": booktitle,
        "series": "Proceedings of Machine Learning Research",
        "volume": "139",
        "pages": "8748–8763",
        "date": "2021",
        "url": address,
    }


@pytest.mark.parametrize(
    ("answer", "message"),
    [(Answer(404), "PMLR has no paper"), (answers.text("<p>", "text/html"), "has no readable entry")],
)
def test_pmlr_can_fail(services: ServiceServer, answer: Answer, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        fetched(services, "https://proceedings.mlr.press/v1/a.html", {"pmlr/v1/a.html": answer})
