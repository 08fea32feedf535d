"""Ways in which lists write papers, and what of them was lost once: each item, and the fields that are read from it."""

from __future__ import annotations

import pytest

from paperatlas.formats.awesome.reader import read_list

ARXIV = "https://arxiv.org/abs/2111.15193"
CODE = "https://github.com/a/b"
READ = [
    # papers at hosts that are not known
    (f"A long title here [[paper]](https://papers.x.com/p/77) [[code]]({CODE})",
     {"title": "A long title here", "url": "https://papers.x.com/p/77", "code": CODE}),
    ("[A personal page paper](https://people.x.edu/~roe/p.pdf) (2019)",
     {"title": "A personal page paper", "url": "https://people.x.edu/~roe/p.pdf", "date": "2019"}),
    ("[A long title here](https://www.researchgate.net/publication/12_A)",
     {"title": "A long title here", "url": "https://www.researchgate.net/publication/12_A"}),
    ("Paper: *A long title here*, https://lab.x.edu/~roe/bare.pdf",
     {"title": "A long title here", "url": "https://lab.x.edu/~roe/bare.pdf"}),
    ("A long title here [pdf](https://lab.x.edu/lost.pdf)",
     {"title": "A long title here", "url": "https://lab.x.edu/lost.pdf"}),
    ("A long title here [paper](https://roe.github.io/p/x.pdf)",
     {"title": "A long title here", "url": "https://roe.github.io/p/x.pdf"}),
    (f"A long title here [paper]({ARXIV}) [link](https://roe.github.io/p)",
     {"title": "A long title here", "eprint": "2111.15193", "website": "https://roe.github.io/p"}),
    (f"[A long title here]( {ARXIV})", {"title": "A long title here", "eprint": "2111.15193"}),
    # code
    (f"A long title here [paper]({ARXIV}) {CODE}", {"eprint": "2111.15193", "code": CODE}),
    (f"A long title here [paper]({ARXIV}) [here]({CODE})", {"eprint": "2111.15193", "code": CODE}),
    (f"A long title here [paper]({ARXIV}) [![Star](https://img.shields.io/github/stars/a/b.svg)]({CODE})",
     {"eprint": "2111.15193", "code": CODE}),
    (f"A long title here [paper]({ARXIV}) [demo]({CODE})", {"eprint": "2111.15193", "code": None}),
    (f"[A long title here]({ARXIV}) [[slides]](https://www.usenix.org/sites/default/files/conference/n_slides.pdf)",
     {"eprint": "2111.15193", "slides": "https://www.usenix.org/sites/default/files/conference/n_slides.pdf"}),
    # titles
    (f"【SSA】Shunted self attention [paper]({ARXIV})", {"title": "Shunted self attention", "shorttitle": "SSA"}),
    (f"【2021】Shunted self attention [paper]({ARXIV})", {"title": "Shunted self attention", "date": "2021"}),
    (f'Roe A, Lind B. "A quoted title here". [pdf]({ARXIV})', {"title": "A quoted title here", "shorttitle": None}),
    (f"`[CVPR 2021]` A long title here [paper]({ARXIV})", {"title": "A long title here", "date": "2021"}),
    ("A long title here. arXiv 2010.11929 [paper](https://doi.org/10.1000/xyz)",
     {"title": "A long title here", "date": None, "doi": "10.1000/xyz"}),
]  # fmt: skip


@pytest.mark.parametrize(("item", "fields"), READ)
def test_nothing_of_an_item_is_lost(item: str, fields: dict[str, str | None]) -> None:
    (found,) = read_list(f"# List\n\n## Papers\n\n- {item}\n", "list.md").found
    assert {name: found.record.fields.get(name) or None for name in fields} == fields


def test_an_item_without_a_title_does_not_take_that_of_the_item_above() -> None:
    text = f"# List\n\n- [A course on it](https://x.edu/course)\n- [blog](https://x.org/b) [pdf]({ARXIV})\n"
    readout = read_list(text, "list.md")
    assert readout.found == ()
    assert sorted(problem.code for problem in readout.problems) == ["IMP003", "IMP009"]


def test_a_title_in_the_line_above_is_taken() -> None:
    (found,) = read_list(f"**[A long title here](https://roe.org/p)**\n\n[pdf]({ARXIV})\n", "list.md").found
    assert found.record.fields["title"] == "A long title here"


def test_a_sentence_that_goes_on_with_a_link_is_no_title() -> None:
    sentence = "- The understanding of line 7 of the algorithm is wrong in their [paper](https://doi.org/10.1000/x)."
    readout = read_list(f"# List\n\n## Papers\n\n{sentence}\n", "list.md")
    assert [problem.code for problem in readout.problems] == ["IMP003"]
    assert readout.found == ()
