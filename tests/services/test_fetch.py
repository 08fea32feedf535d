"""What is fetched for a text: from arXiv, from where the work was published, from the agency of a DOI."""

from __future__ import annotations

import pytest

from paperatlas.formats.records.entry_text import entry_text
from paperatlas.formats.records.errors import SourceError
from paperatlas.formats.records.record import Author
from tests.services import answers
from tests.services.local_server import Answer
from tests.services.server import LOVELACE, MAATEN, ServiceServer, arxiv_path, fetched


def test_a_preprint_has_names_year_and_identifier_without_version(services: ServiceServer) -> None:
    found = fetched(services, "2103.14030v1", {arxiv_path("2103.14030"): answers.atom()})
    assert found.remarks == ()
    assert found.record.authors == (LOVELACE, MAATEN)
    assert (found.record.type, dict(found.record.fields)) == (
        "online",
        {
            "title": "Windowed Attention Networks",
            "date": "2021-03-25",
            "eprint": "2103.14030",
            "eprinttype": "arxiv",
            "eprintclass": "cs.CV",
        },
    )


def test_an_old_identifier_latex_and_odd_names(services: ServiceServer) -> None:
    entry = answers.atom(
        "hep-th/9901001v3",
        r"On $\ell_1$ Norms of M\"uller",
        ("ATLAS Collaboration", ":", r"J\'er\^ome Müller", "张三", "Plato"),
    )
    record = fetched(services, "hep-th/9901001", {arxiv_path("hep-th/9901001"): entry}).record
    assert record.fields["title"] == "On ℓ₁ Norms of Müller"
    assert record.fields["eprint"] == "hep-th/9901001"
    assert record.authors == (
        Author("ATLAS Collaboration"),
        Author("Müller", "Jérôme"),
        Author("张三"),
        Author("Plato"),
    )


@pytest.mark.parametrize(
    ("said", "remark"),
    [
        ({"summary": "This paper has been withdrawn by Ada."}, "arXiv:2103.14030 was withdrawn."),
        (
            {"comment": "This submission has been withdrawn due to an error"},
            "arXiv:2103.14030 was withdrawn: “This submission has been withdrawn due to an error”.",
        ),
        ({"comment": "Accepted at ICCV 2021"}, "Its authors say on arXiv: “Accepted at ICCV 2021”."),
        (
            {"journal": "Proc. Looms 3 (2021) 1-9"},
            "arXiv says that it was published (“Proc. Looms 3 (2021) 1-9”): look for its DOI, or add the venue by hand.",
        ),
        ({"summary": "We study coins that were withdrawn", "comment": ""}, None),
    ],
)
def test_what_arxiv_says_besides_is_told(services: ServiceServer, said: dict[str, str], remark: str | None) -> None:
    found = fetched(services, "2103.14030", {arxiv_path("2103.14030"): answers.atom(**said)})
    assert found.record.type == "online"
    assert (remark in found.remarks) if remark else True


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


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(404), "there is no DOI 10.1109/ICCV.2021.1"),
        (Answer(503), "has a fault of its own"),
        (answers.crossref(title=["Coins of the Romans"]), "that is “Coins of the Romans”"),
        (answers.crossref(type="posted-content"), "that is “Windowed Attention Networks”"),
        (answers.crossref(type="proceedings"), "a whole volume of proceedings"),
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
    ("answer", "message"),
    [
        (answers.feed(), "arXiv knows no '2103.14030'; check the number"),
        (answers.atom_error("2103.14030"), "arXiv says “incorrect id format for 2103.14030”"),
        (Answer(200, body=answers.atom_error("x").body), "arXiv says “incorrect id format for x”"),
        (answers.atom("2103.99999"), "arXiv knows no '2103.14030'"),
        (answers.text("Rate exceeded."), "arXiv asks for fewer requests"),
        (answers.text("<html><body>Are you a person?</body></html>", "text/html"), "a web page instead of data"),
        (answers.text("<?xml version='1.0'?><feed><entry>"), "no XML that can be read"),
        (answers.text("<!DOCTYPE a [<!ENTITY b 'c'>]><feed>&b;</feed>"), "no XML that can be read"),
        (Answer(body=b"\xff\xfe\xfd"), "an encoding that cannot be read"),
        (Answer(403), "lets no programs in"),
        (Answer(418), "HTTP 418"),
        (Answer(503), "has a fault of its own"),
    ],
)
def test_arxiv_can_fail_in_many_ways(services: ServiceServer, answer: Answer, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        fetched(services, "2103.14030", {arxiv_path("2103.14030"): answer})
    assert message in str(caught.value)


def test_a_doi_that_crossref_does_not_know_is_asked_for_at_its_agency(services: ServiceServer) -> None:
    found = fetched(services, "10.5281/zenodo.1", {"doi/10.5281/zenodo.1": answers.csl()})
    assert dict(found.record.fields) == {
        "title": "A Report on Looms", "date": "2020-05-04", "doi": "10.5281/zenodo.1", "organization": "Zenodo",
    }  # fmt: skip
    assert found.record.authors == (Author("Jacquard", "Joseph"), Author("Loom Consortium"))


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(404), "there is no DOI 10.5281/zenodo.1; check it"),
        (answers.csl(type="dataset"), "is a dataset, and no paper"),
        (answers.csl(title=""), "has no title"),
        (answers.text("<html>landing page", "text/html"), "gives no record that programs can read"),
        (Answer(body=b"{"), "no JSON"),
    ],
)
def test_an_agency_can_fail_in_many_ways(services: ServiceServer, answer: Answer, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        fetched(services, "10.5281/zenodo.1", {"doi/10.5281/zenodo.1": answer})
    assert message in str(caught.value)


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
