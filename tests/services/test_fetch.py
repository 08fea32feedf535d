"""What is fetched for a text: the preprint, or the publication where there is one; never an abstract."""

from __future__ import annotations

import pytest

from paperatlas.formats.records.entry_text import entry_text
from tests.services import answers
from tests.services.local_server import Answer
from tests.services.server import ServiceServer, arxiv_path, fetched

PUBLISHED = {arxiv_path("2103.14030"): answers.atom(doi="10.1109/ICCV.2021.1", journal="ICCV 2021")}
CROSSREF = "crossref/works/10.1109%2FICCV.2021.1"


def test_the_publication_is_preferred_and_keeps_the_eprint(services: ServiceServer) -> None:
    found = fetched(services, "2103.14030", {**PUBLISHED, CROSSREF: answers.crossref()})
    fields = found.record.fields
    assert found.record.type == "inproceedings"
    assert fields["booktitle"] == "2021 IEEE/CVF International Conference on Computer Vision (ICCV)"
    assert (fields["eprint"], fields["doi"], fields["pages"], fields["date"], fields["langid"]) == (
        "2103.14030", "10.1109/ICCV.2021.1", "9992–10002", "2021-10", "english",
    )  # fmt: skip
    assert found.remarks == ("This is the published version, https://doi.org/10.1109/ICCV.2021.1.",)


def test_a_publication_without_authors_has_those_of_the_preprint(services: ServiceServer) -> None:
    alone = fetched(services, "2103.14030", {**PUBLISHED, CROSSREF: Answer(404)})
    found = fetched(services, "2103.14030", {**PUBLISHED, CROSSREF: answers.crossref(author=[])})
    assert found.record.type == "inproceedings"
    assert found.record.authors == alone.record.authors != ()


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(404), "the DOI 10.1109/ICCV.2021.1 does not exist"),
        (Answer(503), "has an internal error"),
        (answers.crossref(title=["Coins of the Romans"]), "that is “Coins of the Romans”"),
        (answers.crossref(type="posted-content"), "that is “Windowed Attention Networks”"),
        (answers.crossref(type="proceedings"), "a volume of proceedings"),
    ],
)
def test_without_the_publication_the_preprint_is_taken_and_that_is_said(
    services: ServiceServer, answer: Answer, why: str
) -> None:
    found = fetched(services, "2103.14030", {**PUBLISHED, CROSSREF: answer})
    assert found.record.type == "online"
    assert why in found.remarks[-1]
    assert found.remarks[-1].endswith("this is the preprint.")


@pytest.mark.parametrize(
    ("written", "path", "answer"),
    [
        ("2103.14030", arxiv_path("2103.14030"), answers.atom()),
        ("10.1000/182", "crossref/works/10.1000%2F182", answers.crossref()),
        ("10.5281/zenodo.1", "doi/10.5281/zenodo.1", answers.csl()),
        ("openreview:abc", "openreview/notes?id=abc", answers.note()),
        ("P19-1001", "acl/P19-1001.bib", answers.text(answers.ACL)),
        ("https://proceedings.mlr.press/v1/a.html", "pmlr/v1/a.html", answers.text(answers.PMLR % answers.PMLR_BIBTEX)),
    ],
)
def test_no_abstract_is_ever_taken(services: ServiceServer, written: str, path: str, answer: Answer) -> None:
    text = entry_text(fetched(services, written, {path: answer}).record, "key")
    assert "abstract" not in text
    assert answers.ABSTRACT[:20] not in text
