from __future__ import annotations

import pytest

from paperatlas.sources.entry_text import entry_text
from paperatlas.sources.errors import SourceError
from paperatlas.sources.fetch import fetch
from paperatlas.sources.fetched import Fetched
from paperatlas.sources.locate import locate
from paperatlas.sources.record import Author
from tests.sources import answers
from tests.sources.link_server import Answer
from tests.sources.server import ServiceServer, arxiv_path

LOVELACE, MAATEN = Author("Lovelace", "Ada"), Author("van der Maaten", "Laurens")


def fetched(services: ServiceServer, written: str, given: dict[str, Answer | list[Answer]]) -> Fetched:
    """What is fetched for a text, when the services answer so."""
    services.answer(given)
    located = locate(written)
    assert located is not None
    return fetch(services.web, located)


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
    found = fetched(services, "2103.14030", {arxiv_path("2103.14030"): answers.atom(**said)})  # type: ignore[arg-type]
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
    ("said", "remark"),
    [
        ({"title": ["RETRACTED: Looms"]}, "It was retracted by its publisher."),
        ({"updated-by": [{"type": "retraction", "DOI": "10.1/2"}]}, "It was retracted by its publisher."),
        (
            {"title": ["LOOMS FOR THE AGE"]},
            "Its title is in capitals at the source: check the names and acronyms in it.",
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
    [("dataset", "a dataset"), ("proceedings", "a whole volume of proceedings"), ("journal", "a whole journal")],
)
def test_what_is_no_paper_is_refused(services: ServiceServer, kind: str, what: str) -> None:
    with pytest.raises(SourceError, match=f"10.1000/182 is {what}, and no paper"):
        fetched(services, "10.1000/182", {"crossref/works/10.1000%2F182": answers.crossref(type=kind)})


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (answers.data({"status": "ok", "message": []}), "without a record"),
        (answers.data([1]), "no JSON that can be read"),
        (Answer(body=b'{"message": '), "no JSON that can be read"),
        (Answer(body=b"[" * 100_000), "no JSON that can be read"),
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
    ("path", "note"), [("openreview/notes?id=abc", answers.note()), ("openreview_v1/notes?id=abc", answers.old_note())]
)
def test_a_paper_of_openreview_by_either_api(services: ServiceServer, path: str, note: Answer) -> None:
    record = fetched(services, "https://openreview.net/forum?id=abc", {path: note}).record
    assert (record.type, record.authors) == ("inproceedings", (LOVELACE, Author("Galois", "Évariste")))
    assert dict(record.fields) == {
        "title": "Engines that Dream: GPUs",
        "booktitle": "International Conference on Learning Representations",
        "date": "2021",
        "url": "https://openreview.net/forum?id=abc",
    }


@pytest.mark.parametrize(
    ("said", "kind", "fields"),
    [
        ({"venue": "Submitted to ICLR 2024", "_bibtex": None}, "online", {"date": "2024", "booktitle": ""}),
        ({"venueid": "ICLR.cc/2021/Conference/Rejected_Submission"}, "online", {"booktitle": ""}),
        ({"venue": "NeurIPS 2023 poster", "_bibtex": None}, "inproceedings", {"booktitle": "NeurIPS", "date": "2023"}),
        (
            {"venue": "Accepted by TMLR", "venueid": "TMLR", "_bibtex": None},
            "article",
            {"journaltitle": "Transactions on Machine Learning Research", "date": "2020"},
        ),
        ({"authors": [{"fullname": "Ada Lovelace", "username": "~A"}]}, "inproceedings", {}),
        ({"_bibtex": "@inproceedings{broken"}, "inproceedings", {"booktitle": "ICLR"}),
    ],
)
def test_venues_of_openreview(
    services: ServiceServer, said: dict[str, object], kind: str, fields: dict[str, str]
) -> None:
    found = fetched(services, "openreview:abc", {"openreview/notes?id=abc": answers.note(**said)})
    assert found.record.type == kind
    assert {name: found.record.fields.get(name, "") for name in fields} == fields
    assert found.record.authors[0] == LOVELACE
    assert bool(found.remarks) == (kind == "online")


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(404), "has no public paper 'abc'"),
        (answers.data({"notes": []}), "has no public paper 'abc'"),
        (answers.data({"name": "ChallengeRequiredError"}, 403), "lets no programs in"),
        (answers.note(title=None), "is no paper"),
        (answers.text("<!DOCTYPE html><html>", "text/html"), "a web page instead of data"),
    ],
)
def test_openreview_can_fail_in_many_ways(services: ServiceServer, answer: Answer, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        fetched(services, "openreview:abc", {"openreview/notes?id=abc": answer})
    assert message in str(caught.value)


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
        (answers.text("@proceedings{a, title = {All}, year = 2019}"), "a whole volume of proceedings"),
    ],
)
def test_the_acl_anthology_can_fail(services: ServiceServer, answer: Answer, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        fetched(services, "P19-1001", {"acl/P19-1001.bib": answer})
    assert message in str(caught.value)


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
    ("answer", "message"), [(Answer(404), "PMLR has no paper"), (answers.text("<p>", "text/html"), "has no entry")]
)
def test_pmlr_can_fail(services: ServiceServer, answer: Answer, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        fetched(services, "https://proceedings.mlr.press/v1/a.html", {"pmlr/v1/a.html": answer})


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
