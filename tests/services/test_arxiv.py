"""The records of arXiv."""

from __future__ import annotations

import pytest

from paperatlas.formats.records.record import Author, SourceError
from paperatlas.services.arxiv import preprint, preprints
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


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (answers.feed(), "arXiv does not know '2103.14030'; check the number"),
        (answers.atom_error("2103.14030"), "arXiv says “incorrect id format for 2103.14030”"),
        (Answer(200, body=answers.atom_error("x").body), "arXiv says “incorrect id format for x”"),
        (answers.atom("2103.99999"), "arXiv does not know '2103.14030'"),
        (answers.text("Rate exceeded."), "arXiv asks for fewer requests"),
        (answers.text("<html><body>Are you a person?</body></html>", "text/html"), "a web page instead of data"),
        (answers.text("<?xml version='1.0'?><feed><entry>"), "not valid XML"),
        (answers.text("<!DOCTYPE a [<!ENTITY b 'c'>]><feed>&b;</feed>"), "not valid XML"),
        (Answer(body=b"\xff\xfe\xfd"), "an unknown encoding"),
        (Answer(403), "refuses requests from programs"),
        (Answer(418), "HTTP 418"),
        (Answer(503), "has an internal error"),
    ],
)
def test_arxiv_can_fail_in_many_ways(services: ServiceServer, answer: Answer, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        fetched(services, "2103.14030", {arxiv_path("2103.14030"): answer})
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("said", "doi", "journal"),
    [
        ({}, "", ""),
        ({"doi": "10.1000/AB 10.1000/cd", "journal": 'Proc. M\\"uller\n 3'}, "10.1000/AB", "Proc. Müller 3"),
        ({"doi": "https://doi.org/10.1000/AB"}, "10.1000/AB", ""),
        ({"doi": "to appear", "journal": "图像 1"}, "", "图像 1"),
    ],
)
def test_where_a_preprint_was_published_is_what_its_authors_say(
    services: ServiceServer, said: dict[str, str], doi: str, journal: str
) -> None:
    services.answer({arxiv_path("2103.14030"): answers.atom(**said)})
    found = preprint(services.web, "2103.14030")
    assert (found.doi, found.journal, found.fetched.record.origin) == (doi, journal, "https://arxiv.org/abs/2103.14030")


def test_several_preprints_are_asked_for_at_once(services: ServiceServer) -> None:
    both = answers.feed(
        "".join(
            answers.atom(*each).body.decode().partition("</id>")[2].removesuffix("</feed>")
            for each in (("2103.14030v4", "Windowed"), ("2001.00001v1", "", ()), ("2001.00009v2", "Nobody asked"))
        )
    )
    services.answer({"arxiv/api/query?id_list=2103.14030,2001.00001&max_results=2": both})
    found = preprints(services.web, ["2103.14030", "2001.00001"], 1 << 20)
    assert {name: (each.fetched.record.fields["title"], each.version) for name, each in found.items()} == {
        "2103.14030": ("Windowed", 4)
    }


@pytest.mark.parametrize(
    ("said", "version", "withdrawn"),
    [
        ({"identifier": "2103.14030v12"}, 12, False),
        ({"identifier": "2103.14030"}, 0, False),
        ({"identifier": "2103.14030v3", "comment": "This paper has been withdrawn"}, 3, True),
    ],
)
def test_a_preprint_has_a_version(services: ServiceServer, said: dict[str, str], version: int, withdrawn: bool) -> None:
    services.answer({arxiv_path("2103.14030"): answers.atom(**said)})
    found = preprint(services.web, "2103.14030")
    assert (found.version, found.withdrawn) == (version, withdrawn)
