"""The records of the ACL Anthology."""

from __future__ import annotations

import pytest

from paperatlas.formats.records.record import Author, SourceError
from tests.services import answers
from tests.services.local_server import Answer
from tests.services.server import LOVELACE, ServiceServer, fetched


def test_a_paper_of_the_acl_anthology(services: ServiceServer) -> None:
    record = fetched(services, "10.18653/v1/P19-1001", {"acl/P19-1001.bib": answers.text(answers.ACL)}).record
    assert (record.key, record.editors) == ("", ())
    assert record.authors == (LOVELACE, Author("Müller", "Jérôme"))
    assert dict(record.fields) == {
        "title": "BERT and the Looms: Weaving “Words”",
        "booktitle": "Proceedings of the 57th Annual Meeting of the Association for Computational Linguistics",
        "date": "2019-07",
        "url": "https://aclanthology.org/P19-1001/",
        "doi": "10.18653/v1/P19-1001",
        "pages": "1–11",
    }


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(404), "has no 'P19-1001'"),
        (answers.text("<html>", "text/html"), "answered without an entry"),
        (answers.text("nothing"), "answered without an entry"),
        (answers.text("@proceedings{a, title = {All}, year = 2019}"), "a volume of proceedings"),
    ],
)
def test_the_acl_anthology_can_fail(services: ServiceServer, answer: Answer, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        fetched(services, "P19-1001", {"acl/P19-1001.bib": answer})
    assert message in str(caught.value)
