"""Curated lists: what each shape of an item says, and that no paper in a list is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperatlas.formats.awesome.reader import read_list

ARXIV = "https://arxiv.org/abs/2001.00001"

TITLES = [
    (f"- [Seeing with Sparse Attention]({ARXIV})", {"title": "Seeing with Sparse Attention", "eprint": "2001.00001"}),
    (
        f"- [Seeing with Sparse Attention]({ARXIV}) [[code]](https://github.com/ada/see) - Ada Byron, Alan Mathison, *CVPR 2021*",
        {"booktitle": "CVPR", "date": "2021", "code": "https://github.com/ada/see", "authors": "Byron, Mathison"},
    ),
    (
        f"* **SSA**: \"Seeing with Sparse Attention\", ECCV, 2022 (*University of Somewhere*). [[Paper]({ARXIV})][[PyTorch](https://github.com/ada/see)]",
        {"title": "Seeing with Sparse Attention", "shorttitle": "SSA", "booktitle": "ECCV", "date": "2022", "authors": ""},
    ),
    (
        f"**Seeing with Sparse Attention** \\\n*Ada Byron, Alan Mathison* \\\narXiv 2023. [[Paper]({ARXIV})] [[Project](https://ada.example.org)] \\\n5 Mar 2023",
        {"title": "Seeing with Sparse Attention", "authors": "Byron, Mathison", "date": "2023", "website": "https://ada.example.org"},
    ),
    (f"- (arXiv 2021.02) Seeing with Sparse Attention, [[Paper]]({ARXIV})", {"title": "Seeing with Sparse Attention", "date": "2021-02"}),
    (f"1. 2020-07-06 - [Seeing with Sparse Attention]({ARXIV}) by Byron, Mathison et al.", {"title": "Seeing with Sparse Attention", "date": "2020-07-06"}),
    (f"- **[SSA]** Seeing with Sparse Attention [[paper]({ARXIV})]", {"title": "Seeing with Sparse Attention", "shorttitle": "SSA"}),
    (f"- Seeing with Sparse Attention.\n  [[pdf]]({ARXIV})\n  - Ada Byron and Alan Mathison. *ICML*, 2020.", {"title": "Seeing with Sparse Attention", "authors": "Byron, Mathison", "booktitle": "ICML", "date": "2020"}),
    (f"1. **Seeing with Sparse Attention.** ICLR 2019. [paper]({ARXIV})\n\n    *Ada Byron, Alan Mathison.*", {"title": "Seeing with Sparse Attention", "booktitle": "ICLR", "authors": "Byron, Mathison"}),
    (f"+ Ada Byron, Alan Mathison. \"Seeing with Sparse Attention.\" NeurIPS (2019). [[pdf]]({ARXIV}).", {"title": "Seeing with Sparse Attention", "authors": "Byron, Mathison", "booktitle": "NeurIPS"}),
    (f"##### • [\\[arXiv:2001.00001\\]]({ARXIV}) Seeing with Sparse Attention. [\\[PDF\\]]({ARXIV})\n\n_Ada Byron, Alan Mathison_", {"title": "Seeing with Sparse Attention", "authors": "Byron, Mathison", "date": "2020-01"}),
    (f"- Seeing with Sparse Attention [![arXiv](https://img.shields.io/badge/arXiv-red)]({ARXIV}) [![Stars](https://img.shields.io/github/stars/ada/see)](https://github.com/ada/see)", {"title": "Seeing with Sparse Attention"}),
    (f"<ul><li><b>Seeing with Sparse Attention</b> <a href='{ARXIV}'>paper</a> <a href=\"https://gitlab.com/ada/see\">code</a></li></ul>", {"title": "Seeing with Sparse Attention", "code": "https://gitlab.com/ada/see"}),
    (f"| Paper | Venue | Code | Year |\n|---|---|---|---|\n| [Seeing with Sparse Attention]({ARXIV}) | TPAMI | [link](https://github.com/ada/see) | 2024 |", {"journaltitle": "TPAMI", "date": "2024", "code": "https://github.com/ada/see"}),
    (f"| Method | Title | Paper |\n|---|---|---|\n| SSA | Seeing with Sparse Attention | [pdf]({ARXIV}) |", {"title": "Seeing with Sparse Attention", "shorttitle": "SSA"}),
    (f"- [x] *Seeing with Sparse Attention* (Mar 2017) [[arXiv]({ARXIV})]", {"title": "Seeing with Sparse Attention", "date": "2017"}),
    (f"- [ ] Seeing with Sparse Attention [[arXiv]({ARXIV})]", {"title": "Seeing with Sparse Attention"}),
    (f"- [Seeing with\n  Sparse Attention]({ARXIV}) by Ada Byron, 2012.", {"title": "Seeing with Sparse Attention"}),
    (f"**Towards Generalized and Training-Free Semantic Manipulation** \\\n[[Website]({ARXIV})]", {"title": "Towards Generalized and Training-Free Semantic Manipulation"}),
    (f"- [[3DV2021]({ARXIV})] Self-Supervised Scene Decomposition and Depth Estimation", {"title": "Self-Supervised Scene Decomposition and Depth Estimation", "booktitle": "3DV"}),
    (f"Seeing with Sparse Attention\n{ARXIV}", {"title": "Seeing with Sparse Attention"}),
    (f"- 稀疏注意力如何观察图像 [[论文]]({ARXIV}) [[代码]](https://github.com/ada/see)", {"title": "稀疏注意力如何观察图像", "code": "https://github.com/ada/see"}),
    (f"- Seeing with Sparse Attention [[pdf]]({ARXIV}v3) [[unofficial code]](https://github.com/bob/see)", {"codetype": "unofficial", "eprint": "2001.00001"}),
    ("- Seeing with Sparse Attention [paper](https://openaccess.thecvf.com/content/ICCV2021/papers/Byron_Seeing_ICCV_2021_paper.pdf)", {"booktitle": "ICCV", "date": "2021"}),
    ("- Seeing with Sparse Attention [paper](https://doi.org/10.1000/ABC.1)", {"doi": "10.1000/abc.1"}),
    ("- Seeing with Sparse Attention [paper](https://openreview.net/forum?id=Ab-1_x)", {"url": "https://openreview.net/forum?id=Ab-1_x"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "expected"), TITLES, ids=lambda value: str(value)[:40] if isinstance(value, str) else ""
)
def test_an_item(source: str, expected: dict[str, str]) -> None:
    read = read_list(source, "list.md")
    assert len(read.found) == 1, read.problems
    record = read.found[0].record
    said = {**record.fields, "authors": ", ".join(author.family for author in record.authors)}
    assert {name: said.get(name, "") for name in expected} == expected
    assert said["title"] in (expected.get("title"), "Seeing with Sparse Attention")


LIST = f"""# A list

## 1. Image Models (2)

### Attention & Friends

- [Seeing with Sparse Attention]({ARXIV})

### Others
- [Hearing with Dense Attention](https://arxiv.org/abs/2001.00002)

## Sound
- [Hearing with Dense Attention](https://arxiv.org/pdf/2001.00002v2.pdf) [code](https://github.com/ada/hear)
"""


@pytest.mark.parametrize(
    ("direction", "levels", "expected"),
    [
        ("", (), ["image-models/attention-and-friends", "image-models/others, sound"]),
        ("senses", (), ["senses/image-models", "senses/image-models, senses/sound"]),
        ("senses", (3,), ["senses/attention-and-friends", "senses/others, senses"]),
    ],
)
def test_headings_are_groups(direction: str, levels: tuple[int, ...], expected: list[str]) -> None:
    read = read_list(LIST, "list.md", direction, levels)
    assert [one.record.fields["keywords"] for one in read.found] == expected
    assert read.found[1].record.fields["code"] == "https://github.com/ada/hear"
    assert [one.span.line for one in read.found] == [7, 10]


PROBLEMS = [
    (f"- [pdf]({ARXIV})", "IMP003", 1),
    (f"text\n\n- Seeing with Sparse Attention [[pdf]]({ARXIV}) [[pdf]](https://arxiv.org/abs/2001.00002)", "IMP003", 3),
    (f"- [SSA]({ARXIV})", "IMP008", 1),
    (f"- [Seeing with Sparse Attention]({ARXIV})\n- [Cooking Soup on Mondays]({ARXIV})", "IMP007", 2),
    (f"- [Seeing with Sparse Attention]({ARXIV})\n\n```\n\nsee arXiv:1901.00009\n```", "IMP009", 5),
    ("- [A Course on Everything](https://example.org/course)", "IMP009", 1),
    # addresses that stand bare
    ("- A course on everything: https://example.org/course", "IMP009", 1),
    (f"- Paper: *Seeing with Attention*, {ARXIV}\n- Code: https://lab.example.org/a/", "IMP009", 2),
]


@pytest.mark.parametrize(("source", "code", "line"), PROBLEMS)
def test_what_cannot_be_an_entry_is_said(source: str, code: str, line: int) -> None:
    assert (code, line) in [(problem.code, problem.line) for problem in read_list(source, "list.md").problems]


_NUMBERS = st.integers(1, 40).map(lambda number: f"2001.{number:05d}")
_PARTS = st.one_of(
    _NUMBERS.map(lambda number: f"[Seeing {number[-2:]} Things](https://arxiv.org/abs/{number})"),
    _NUMBERS.map(lambda number: f"[[pdf]](http://arxiv.org/pdf/{number}v2.pdf)"),
    _NUMBERS.map(lambda number: f"arXiv:{number}"),
    _NUMBERS.map(lambda number: f"<a href='https://arxiv.org/abs/{number}'>paper</a>"),
    st.sampled_from(["\n", "\n\n", "\n- ", "\n  - ", "\n## ", " | ", "\n|---|---|\n", "**", "`", "<", "</td>", "<tr><td>", "[", "](", "<!--", '"', "A Title of Words", "\\"]),
    st.text(max_size=8),
)  # fmt: skip


@given(st.lists(_PARTS, max_size=25).map("".join))
def test_no_identifier_is_lost(text: str) -> None:
    text = text.replace("\r", "\n")
    read = read_list(text, "list.md")
    said = " ".join([*(one.record.fields.get("eprint", "") for one in read.found), *(p.message for p in read.problems)])
    for number in re.findall(r"https?://arxiv\.org/(?:abs|pdf)/(\d{4}\.\d{5})(?!\d)", text):
        assert number in said


PAPER = f"[Seeing All Things]({ARXIV})"
CODE = "https://github.com/a/b"


@pytest.mark.parametrize(
    ("text", "code", "people"),
    [
        (f"{PAPER}\n\n[code]({CODE})", CODE, []),
        (f"{PAPER}\n\nSee [code]({CODE})", CODE, []),
        # Three words are a sentence of their own.
        (f"{PAPER}\n\nThe code is [code]({CODE})", None, []),
        (f"{PAPER}\n\nAda Lovelace, Charles Babbage", None, ["Lovelace", "Babbage"]),
        # An item of a list is about the paper that it is in, and about no other.
        (f"{PAPER}\n\n- [code]({CODE})", None, []),
        (f"- {PAPER}\n- [code]({CODE})", None, []),
        (f"- {PAPER}\n  - [code]({CODE})", CODE, []),
        (f"- Paper: *Seeing All Things*, {ARXIV}\n- Implementation: github {CODE}", CODE, []),
        (f"- Paper: *Seeing All Things*, {ARXIV}\n- Implementation: {CODE}", CODE, []),
        (f"- Ada Byron. **Seeing All Things** [pdf]({ARXIV})", None, []),
        (f"- {PAPER}\n\n  The code is [code]({CODE})", CODE, []),
    ],
)
def test_what_stands_below_a_paper_is_about_it(text: str, code: str | None, people: list[str]) -> None:
    (found,) = read_list(f"{text}\n", "a.md").found
    assert found.record.fields.get("code") == code
    assert [author.family for author in found.record.authors] == people


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        # a group of papers that are only named is the title of none, nor is the item before
        ("* Diffusion models\n  * [DDPM]({0}1)\n  * [DDIM]({0}2)\n* Intro\n* [GAN]({0}3)", ["DDPM", "DDIM", "GAN"]),
        ("* [blog](https://blog.example.org/x)\n* [DDPM]({0}1)", ["DDPM"]),
        ("* [blog](https://blog.example.org/x)\n* [pdf]({0}1) Seeing with Sparse Attention", ["Seeing with Sparse Attention"]),
        ("## Image generation\n\n* [DDPM]({0}1)", ["DDPM"]),
        ("* Seeing with Sparse Attention\n  * [pdf]({0}1)\n  * [code](https://github.com/ada/see)", ["Seeing with Sparse Attention"]),
        ("* Seeing with Sparse Attention\n  * [SSA]({0}1)", ["Seeing with Sparse Attention"]),
    ],
)  # fmt: skip
def test_what_stands_above_a_paper_is_its_title_only_where_it_can_be(text: str, titles: list[str]) -> None:
    readout = read_list(f"# A list\n\n{text.format(ARXIV[:-1])}\n", "list.md")
    assert [found.record.fields["title"] for found in readout.found] == titles


DESCRIBED = "a foundation model trained from videos of the internet, with the ability to make worlds to act in; it has many parts"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        # what describes a paper is no part of its title
        (f"| 1) **Genie** - {DESCRIBED} | [Paper]({ARXIV}) |", ["Genie"]),
        (f"| 2) Seeing with Sparse Attention - {DESCRIBED} | [Paper]({ARXIV}) |", ["Seeing with Sparse Attention"]),
        (f"| 3) Seeing Sparsely  This is {DESCRIBED} | [Paper]({ARXIV}) |", ["Seeing Sparsely"]),
        (f"| 4) **Genie** - {DESCRIBED} <br>● Compression of thoughts – as people do | [Paper]({ARXIV}) |", ["Genie"]),
        (f"| 5) **Seeing Sparse** - a short history | [Paper]({ARXIV}) |", ["Seeing Sparse - a short history"]),
    ],
)
def test_a_description_is_no_title(text: str, titles: list[str]) -> None:
    readout = read_list(f"# A list\n\n| **Paper** | **Links** |\n|---|---|\n{text}\n", "list.md")
    assert [found.record.fields["title"] for found in readout.found] == titles


def test_a_labelled_link_between_a_title_and_its_paper_costs_neither() -> None:
    text = (
        "**Seeing with Sparse Attention**\n\n- Homepage: https://ada.example.org/see\n"
        f"- Paper: {ARXIV}\n- Code: https://github.com/ada/see\n\n"
        "**Hearing with Sparse Attention**\n\n- Homeoage:  [ada.example.org](https://ada.example.org/hear)\n"
        f"- Paper: {ARXIV[:-1]}2\n"
    )
    readout = read_list(f"# A list\n\n{text}", "list.md")
    assert [found.record.fields["title"] for found in readout.found] == [
        "Seeing with Sparse Attention",
        "Hearing with Sparse Attention",
    ]


@pytest.mark.parametrize(
    ("text", "title", "authors"),
    [
        ("Chao Ma, Jia-Bin Huang and Ming Yang, Hierarchical Features for Visual Tracking, ICCV, 2015", "Hierarchical Features for Visual Tracking", "Ma, Huang, Yang"),
        ("Ada Byron, Alan Mathison, Seeing with Sparse Attention", "Seeing with Sparse Attention", "Byron, Mathison"),
        ("Graph Embeddings, Content Understanding, & Self-Supervised Learning", "Graph Embeddings, Content Understanding, & Self-Supervised Learning", ""),
        ("Learning, Seeing, and Hearing with Attention", "Learning, Seeing, and Hearing with Attention", ""),
    ],
)  # fmt: skip
def test_names_with_commas_before_a_title_are_authors(text: str, title: str, authors: str) -> None:
    (found,) = read_list(f"# A list\n\n- {text} [[Paper]]({ARXIV})\n", "list.md").found
    assert found.record.fields["title"] == title
    assert ", ".join(author.family for author in found.record.authors) == authors
