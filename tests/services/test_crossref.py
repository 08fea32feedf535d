"""The records of Crossref."""

from __future__ import annotations

import pytest

from paperatlas.formats.records.record import Author, SourceError
from tests.services import answers
from tests.services.local_server import Answer
from tests.services.server import ServiceServer, fetched


@pytest.mark.parametrize(
    ("said", "entry"),
    [
        ({"title": ["A <i>Loom</i> for CO<sub>2</sub> &amp; $\\ell_1$"]}, {"title": "A Loom for CO₂ & ℓ₁"}),
        ({"title": ["Looms"], "subtitle": ["A Survey"]}, {"title": "Looms: A Survey"}),
        ({"title": ["LOOMS FOR THE MACHINE AGE"]}, {"title": "Looms for the Machine Age"}),
        ({"title": ["RETRACTED: Looms"]}, {"title": "Looms"}),
        ({"issued": {"date-parts": [[None]]}}, {"date": ""}),
        ({"issued": {"date-parts": [[None]]}, "published-online": {"date-parts": [[2020, 2, 3]]}}, {"date": "2020-02-03"}),
        (
            {"type": "journal-article", "container-title": ["Looms &amp; Cards"], "volume": "3", "issue": "1-2"},
            {"journaltitle": "Looms & Cards", "volume": "3", "number": "1-2", "booktitle": ""},
        ),
        ({"type": "journal-article", "page": None, "article-number": "e17"}, {"eid": "e17", "pages": ""}),
        (
            {"type": "book-chapter", "container-title": ["Lecture Notes in Computer Science", "Computer Vision – ECCV 2020"]},
            {"booktitle": "Computer Vision – ECCV 2020", "series": "Lecture Notes in Computer Science"},
        ),
        (
            {
                "type": "book-chapter",
                "container-title": ["Lecture Notes in Computer Science", "Computer Vision – ECCV 2020"],
                "assertion": [
                    {"name": "conference_name", "value": "European Conference on Computer Vision"},
                    {"name": "conference_acronym", "value": "ECCV"},
                ],
            },
            {"booktitle": "European Conference on Computer Vision (ECCV)"},
        ),
        ({"type": "dissertation", "institution": [{"name": "Weavers' College"}]}, {"institution": "Weavers' College"}),
        ({"type": "posted-content", "institution": [{"name": "bioRxiv"}]}, {"organization": "bioRxiv"}),
        (
            {"relation": {"has-preprint": [{"id-type": "doi", "id": "10.48550/arXiv.2103.14030"}]}},
            {"eprint": "2103.14030", "eprinttype": "arxiv"},
        ),
    ],
)  # fmt: skip
def test_what_crossref_says(services: ServiceServer, said: dict[str, object], entry: dict[str, str]) -> None:
    found = fetched(services, "10.1000/182", {"crossref/works/10.1000%2F182": answers.crossref(**said)})
    assert {name: found.record.fields.get(name, "") for name in entry} == entry
    assert found.record.origin == "https://doi.org/10.1000/182"


def test_names_as_crossref_has_them(services: ServiceServer) -> None:
    people = [
        {"given": "Sammy", "family": "Davis", "suffix": "Jr."},
        {"given": "JOHN", "family": "SMITH"},
        {"name": "ATLAS Collaboration"},
        {"family": "Plato"},
        {"given": "三", "family": "张"},
        {"given": "J&amp;", "family": "M<sub>x</sub>"},
        {},
    ]
    found = fetched(services, "10.1000/182", {"crossref/works/10.1000%2F182": answers.crossref(author=people)})
    assert found.record.authors[:5] == (
        Author("Davis", "Sammy", "Jr."), Author("Smith", "John"), Author("ATLAS Collaboration"), Author("Plato"),
        Author("张", "三"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "authors", "editors"),
    [
        ("book-chapter", [{"family": "A"}], 1),
        ("edited-book", [{"family": "A"}], 1),
        ("journal-article", [{"family": "A"}], 0),
        ("journal-article", [], 1),
    ],
)
def test_editors_belong_to_a_collection_or_a_work_without_authors(
    kind: str, authors: list[dict[str, str]], editors: int, services: ServiceServer
) -> None:
    work = answers.crossref(type=kind, author=authors, editor=[{"family": "E"}])
    found = fetched(services, "10.1000/182", {"crossref/works/10.1000%2F182": work})
    assert (len(found.record.authors), len(found.record.editors)) == (len(authors), editors)


@pytest.mark.parametrize(
    ("said", "remark"),
    [
        ({"title": ["RETRACTED: Looms"]}, "It was retracted by its publisher."),
        ({"updated-by": [{"type": "retraction", "DOI": "10.1/2"}]}, "It was retracted by its publisher."),
        (
            {"title": ["LOOMS FOR THE AGE"]},
            "The source writes its title in capitals: check the names and acronyms in it.",
        ),
    ],
)
def test_what_a_person_should_know(services: ServiceServer, said: dict[str, object], remark: str) -> None:
    found = fetched(services, "10.1000/182", {"crossref/works/10.1000%2F182": answers.crossref(**said)})
    assert remark in found.remarks


def test_of_a_preprint_at_crossref_the_publication_is_taken(services: ServiceServer) -> None:
    preprint = answers.crossref(
        type="posted-content", relation={"is-preprint-of": [{"id-type": "doi", "id": "10.1000/later"}]}
    )
    given = {"crossref/works/10.1101%2F1": preprint, "crossref/works/10.1000%2Flater": answers.crossref()}
    found = fetched(services, "10.1101/1", given)
    assert (found.record.type, found.record.fields["doi"]) == ("inproceedings", "10.1000/later")
    assert found.remarks == ("This is the published version of 10.1101/1.",)


@pytest.mark.parametrize(
    ("kind", "what"),
    [("dataset", "a dataset"), ("proceedings", "a volume of proceedings"), ("journal", "a journal")],
)
def test_what_is_no_paper_is_refused(services: ServiceServer, kind: str, what: str) -> None:
    with pytest.raises(SourceError, match=f"10.1000/182 is {what}, not a paper"):
        fetched(services, "10.1000/182", {"crossref/works/10.1000%2F182": answers.crossref(type=kind)})


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (answers.data({"status": "ok", "message": []}), "without a record"),
        (answers.data([1]), "not valid JSON"),
        (Answer(body=b'{"message": '), "not valid JSON"),
        (Answer(body=b"[" * 100_000), "not valid JSON"),
        (Answer(body=b'{"message": ' + b"9" * 5000 + b"}"), "not valid JSON"),
        (answers.text("<html>captcha", "text/html"), "a web page instead of data"),
        (answers.crossref(title=[]), "has no title"),
    ],
)
def test_crossref_can_fail_in_many_ways(services: ServiceServer, answer: Answer, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        fetched(services, "10.1000/182", {"crossref/works/10.1000%2F182": answer})
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "message",
    [
        {
            "title": "a string",
            "author": "nobody",
            "issued": None,
            "container-title": "x",
            "relation": [],
            "assertion": {},
        },
        {"title": [None, "T"], "author": [None, {"family": None}], "issued": {"date-parts": []}, "updated-by": "x"},
        {"title": ["T"], "issued": {"date-parts": [["2021", "13"]]}, "institution": {"name": "x"}, "type": None},
    ],
)
def test_a_record_of_odd_shape_is_no_traceback(services: ServiceServer, message: dict[str, object]) -> None:
    found = fetched(services, "10.1000/182", {"crossref/works/10.1000%2F182": answers.crossref(**message)})
    assert found.record.fields["title"]
