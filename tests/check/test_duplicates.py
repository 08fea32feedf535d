"""Duplicate keys, works and method names, as tables of libraries."""

from __future__ import annotations

import pytest

from paperatlas.check.duplicates import duplicate_works, keys_but_for_case, shared_methods
from paperatlas.check.works import works
from tests.check.conftest import ReadText

A = "author = {Ho, Jonathan}, "
LONG = "Denoising Diffusion Probabilistic Models in Practice"


def paper(key: str, fields: str, kind: str = "misc") -> str:
    return f"@{kind}{{{key},\n  {fields}\n}}\n"


ALIKE = [
    # the same DOI, however written
    ("doi = {10.1000/AB}", "doi = {https://doi.org/10.1000/ab}", "DUP001"),
    ("doi = {10.1000/ab}", "url = {https://dx.doi.org/10.1000/ab}", "DUP001"),
    ("doi = {10.1000/ab}, title = {X}", "doi = {10.1000/ab}, title = {X}", "DUP001"),
    # the same arXiv identifier
    ("eprint = {2006.11239}, eprinttype = {arxiv}", "url = {https://arxiv.org/abs/2006.11239v2}", "DUP002"),
    ("eprint = {2006.11239}, eprinttype = {arxiv}", "journal = {arXiv preprint arXiv:2006.11239}", "DUP002"),
    # the same title, but for what does not matter
    (A + f"title = {{{LONG}}}", A + f"title = {{{LONG.lower()}.}}", "DUP003"),
    (A + f"title = {{{LONG}}}", A + f"title = {{The {{D}}enoising {LONG[10:]}}}", "DUP003"),
    (A + "title = {Self-Supervised Pre-training for Everything}",
     A + "title = {Selfsupervised pretraining for everything}", "DUP003"),
    (A + "title = {Über die Erzeugung von Bildern}", A + r'title = {{\"U}ber die Erzeugung von Bildern}', "DUP003"),
    (A + "title = {Glow: Generative Flow with Convolutions}",
     A + "title = {Glow}, subtitle = {Generative Flow with Convolutions}", "DUP003"),
    ("author = {Müller, Jo}, title = {Learning to See in the Dark}",
     "author = {Jo Muller}, title = {Learning to see in the dark}", "DUP003"),
    (A + f"title = {{{LONG}}}, year = 2019", A + f"title = {{{LONG}}}, year = 2021", "DUP003"),
    (A + "title = {扩散模型综述}, year = 2021", A + "title = {扩散模型综述}, year = 2021", "DUP003"),
    # one slip in a long word
    (A + "title = {Deep Residual Learning for Image Recognition}",
     A + "title = {Deep Residual Learning for Image Recogniton}", "DUP003"),
    (A + "title = {Generalization of Deep Networks Revisited}",
     A + "title = {Generalisation of Deep Networks Revisited}", "DUP003"),
    ("title = {Deep Residual Learning for Image Recognition}",
     "title = {Deep Residual Learning for Image Recogniton}", "DUP003"),
    # a preprint and its paper
    (A + f"title = {{{LONG}}}, year = 2017, eprint = {{1701.00001}}, eprinttype = {{arxiv}}",
     A + f"title = {{{LONG}}}, year = 2020", "DUP003"),
    (A + f"title = {{{LONG}}}, doi = {{10.48550/arXiv.2006.11239}}",
     A + f"title = {{{LONG}}}, doi = {{10.1000/1}}", "DUP003"),
    (A + f"title = {{{LONG}}}, volume = {{abs/2006.11239}}, journal = {{CoRR}}",
     A + f"title = {{{LONG}}}, volume = {{33}}", "DUP003"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "told"), [(LONG, "has the same title"), (LONG[:-1], "has nearly the same title")])
def test_a_title_is_told_to_be_the_same_or_nearly(library_of: ReadText, title: str, told: str) -> None:
    library = library_of(paper("a", A + f"title = {{{LONG}}}") + paper("b", A + f"title = {{{title}}}"))
    [problem] = duplicate_works(works(library))
    assert problem.message == f"'b' {told} as 'a' at a.bib:1:1."


DIFFERENT = [
    ("title = {X}", "title = {Y}"),
    ("doi = {10.1000/1}", "doi = {10.1000/2}"),
    ("doi = {10.1000/1}", "doi = {10.1000/1}, related = {a}"),
    ("doi = {10.1000/1}, extends = {b}", "doi = {10.1000/1}"),
    ("eprint = {2006.11239}, eprinttype = {arxiv}", "eprint = {2006.11238}, eprinttype = {arxiv}"),
    # one title, but another author, or an identifier that says otherwise
    ("author = {Ho, J}, title = {Deep Learning of Things}", "author = {Li, J}, title = {Deep Learning of Things}"),
    (A + f"title = {{{LONG}}}, doi = {{10.1000/1}}", A + f"title = {{{LONG}}}, doi = {{10.1000/2}}"),
    (A + f"title = {{{LONG}}}, volume = 1", A + f"title = {{{LONG}}}, volume = 2"),
    (A + f"title = {{{LONG}}}, edition = {{First}}", A + f"title = {{{LONG}}}, edition = {{Second}}"),
    (A + f"title = {{{LONG}}}, related = {{b}}", A + f"title = {{{LONG}}}"),
    # a talk, and the article or the book of the same name years later
    (A + f"title = {{{LONG}}}, year = 2004", A + f"title = {{{LONG}}}, year = 2007"),
    (A + f"title = {{{LONG}}}, year = 2004, eprint = {{2001.00001}}, eprinttype = {{arxiv}}",
     A + f"title = {{{LONG}}}, year = 2008"),
    # short titles belong to a year, and so do those of nobody
    (A + "title = {Introduction}, year = 2019", A + "title = {Introduction}, year = 2020"),
    (A + "title = {Introduction}", A + "title = {Introduction}"),
    ("title = {Proceedings of the Workshop on Things}, year = 2019",
     "title = {Proceedings of the Workshop on Things}, year = 2020"),
    # what looks like a slip and is none
    (A + "title = {Image Recognition Networks}", A + "title = {Image Recogniton Networks}"),
    (A + "title = {Segmentation of Images in 2D}", A + "title = {Segmentation of Images in 3D}"),
    (A + "title = {Theory of Image Formation, Part I}", A + "title = {Theory of Image Formation, Part II}"),
    (A + "title = {Learning from Supervised Image Data}", A + "title = {Learning from Unsupervised Image Data}"),
    (A + "title = {Learning with Labels for Images}", A + "title = {Learning without Labels for Images}"),
    (A + "title = {Macroscopic Models of Image Data}", A + "title = {Microscopic Views of Image Data}"),
    (A + "title = {基于深度学习的图像分类方法研究}", A + "title = {基于深度学习的图像分割方法研究}"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "code"), ALIKE)
def test_alike(first: str, second: str, code: str, library_of: ReadText) -> None:
    library = library_of(paper("a", first) + paper("b", second))
    (problem,) = duplicate_works(works(library))
    assert problem.code == code
    assert "'b'" in problem.message
    assert "'a' at a.bib:1:1" in problem.message
    assert problem.line == 5


@pytest.mark.parametrize(
    "slip", ["Deep Residual Lerning for Image Recognition", "Deep Residual Learning for Image Recogniton"]
)
def test_a_slip_is_found_wherever_the_two_stand(slip: str, library_of: ReadText) -> None:
    between = "".join(paper(f"k{number}", A + f"title = {{{word} Networks for {word} Problems}}") for number, word in enumerate(
        ("Deep", "Early", "Fast", "Great", "Heavy", "Idle")
    ))  # fmt: skip
    first, second = (paper(key, A + f"title = {{{title}}}") for key, title in (("a", "Deep Residual Learning for Image Recognition"), ("z", slip)))  # fmt: skip
    assert [problem.message[:3] for problem in duplicate_works(works(library_of(first + between + second)))] == ["'z'"]


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_different(first: str, second: str, library_of: ReadText) -> None:
    assert list(duplicate_works(works(library_of(paper("a", first) + paper("b", second))))) == []


def test_the_place_is_that_of_the_value(library_of: ReadText) -> None:
    library = library_of("@misc{a, doi = {10.1000/1}}\n@misc{b, title = {X},\n  doi = {10.1000/1}}\n")
    (problem,) = duplicate_works(works(library))
    assert (problem.line, problem.column) == (3, 10)


def test_each_entry_is_reported_once_against_the_first(library_of: ReadText) -> None:
    library = library_of("".join(paper(key, "doi = {10.1000/1}, title = {Some Longer Title of Work}") for key in "abc"))
    problems = list(duplicate_works(works(library)))
    assert [problem.message[:3] for problem in problems] == ["'b'", "'c'"]
    assert all("'a' at" in problem.message for problem in problems)


def test_entries_of_one_key_are_another_rule(library_of: ReadText) -> None:
    assert list(duplicate_works(works(library_of(paper("a", "doi = {10.1000/1}") * 2)))) == []


def test_a_parent_is_no_duplicate_of_its_child(library_of: ReadText) -> None:
    text = paper("p", "title = {Proceedings}, doi = {10.1000/1}", "proceedings")
    text += paper("c", "crossref = {p}, title = {One}", "inproceedings")
    text += "@xdata{x, doi = {10.1000/1}}\n@set{s, entryset = {c}, doi = {10.1000/1}}\n"
    assert list(duplicate_works(works(library_of(text)))) == []


CASES = [
    ("@misc{a, title={X}} @misc{A, title={Y}}", ["'A' differs only in case from 'a'"]),
    ("@misc{a, title={X}} @misc{a, title={Y}}", []),
    ("@misc{a, title={X}} @misc{b, title={Y}}", []),
    ("@misc{Straße, title={X}} @misc{STRASSE, title={Y}}", ["'STRASSE' differs only in case from 'Straße'"]),
    ("@misc{a, title={X}} @misc{A, title={Y}} @misc{a, title={Z}} @misc{A, title={V}}", ["'A' differs"]),
]


@pytest.mark.parametrize(("text", "messages"), CASES)
def test_keys_but_for_case(text: str, messages: list[str], library_of: ReadText) -> None:
    found = list(keys_but_for_case(library_of(text)))
    assert len(found) == len(messages)
    assert all(message in problem.message for message, problem in zip(messages, found, strict=True))


METHODS = [
    ("title = {X}, shorttitle = {DPT}", "title = {Y}, shorttitle = {DPT}", 1),
    ("title = {X}, shorttitle = {DPT}", "title = {Y}, shorttitle = { {dpt} }", 1),
    ("title = {X}, shorttitle = {TSP-FCOS and TSP-RCNN}", "title = {Y}, shorttitle = {TSP-RCNN}", 1),
    ("title = {X}, shorttitle = {DPT}", "title = {Y}, shorttitle = {DPT-2}", 0),
    ("title = {X}, shorttitle = {DPT}", "title = {Y}, shorttitle = {DPT}, related = {a}", 0),
    ("title = {X}, shorttitle = {DPT}", "title = {Y}, shorttitle = {DPT}, extends = {a}", 0),
    # what Zotero makes of a title with a colon
    (
        "title = {Functional {{Pearl}}: X}, shorttitle = {Functional {{Pearl}}}",
        "title = {Functional pearl: Y}, shorttitle = {Functional pearl}",
        0,
    ),
    ("title = {Dpt: X}, shorttitle = {Dpt}", "title = {DPT: Y}, shorttitle = {DPT}", 1),
    # a key that is the method's name
    ("title = {X}, shorttitle = {b}", "title = {Y}, shorttitle = {b}", 1),
    # one work twice is another rule
    ("title = {X}, shorttitle = {DPT}", "title = {x}, shorttitle = {DPT}", 0),
    ("title = {X}", "title = {Y}", 0),
]


@pytest.mark.parametrize(("first", "second", "count"), METHODS)
def test_shared_methods(first: str, second: str, count: int, library_of: ReadText) -> None:
    assert len(list(shared_methods(works(library_of(paper("a", first) + paper("b", second)))))) == count
