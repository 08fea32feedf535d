"""What a link in a curated list leads to."""

from __future__ import annotations

import pytest

from paperatlas.formats.awesome.link_words import LinkTarget
from paperatlas.formats.awesome.links import is_unofficial, label_of, mentioned, paper_id, target_of

PAPERS = [
    ("https://arxiv.org/abs/2010.11929", "arxiv", "2010.11929"),
    (" http://www.arxiv.org/pdf/2010.11929v2.pdf#page=3 ", "arxiv", "2010.11929"),
    ("https://arxiv.org/abs/hep-th%2F9901001", "arxiv", "hep-th/9901001"),
    ("https://huggingface.co/papers/2010.11929", "arxiv", "2010.11929"),
    ("https://doi.org/10.48550/arXiv.2010.11929", "arxiv", "2010.11929"),
    ("https://doi.org/10.1000/ABC.1", "doi", "10.1000/abc.1"),
    ("https://dl.acm.org/doi/pdf/10.1145/1234.5678?download=true", "doi", "10.1145/1234.5678"),
    ("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf", "doi", "10.1101/2020.01.01.123456"),
    ("https://openreview.net/pdf?id=Ab-1_x", "openreview", "Ab-1_x"),
    ("https://aclanthology.org/P19-1001.pdf", "acl", "P19-1001"),
    ("http://proceedings.mlr.press/v139/byron21a/byron21a.pdf", "pmlr", "v139/byron21a"),
    ("https://openaccess.thecvf.com/content/CVPR2021/html/Byron_Seeing_CVPR_2021_paper.html", "cvf", "byron_seeing_cvpr_2021"),
    ("https://proceedings.neurips.cc/paper/2020/file/1457c0d6bfcb4967418bfb8ac142f64a-Paper.pdf", "neurips", "1457c0d6bfcb4967418bfb8ac142f64a"),
    ("https://proceedings.iclr.cc/paper_files/paper/2025/hash/5b555804d495321df2e3208cc27f4fbc-Abstract-Conference.html", "neurips", "5b555804d495321df2e3208cc27f4fbc"),
    ("https://papers.nips.cc/paper/5423-a-loom-that-learns.pdf", "neurips", "papers.nips.cc/paper/5423-a-loom-that-learns"),
    ("https://www.nature.com/articles/s1-2", "url", "nature.com/articles/s1-2"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "archive", "value"), PAPERS)
def test_the_address_of_an_archive_names_a_paper(url: str, archive: str, value: str) -> None:
    found = paper_id(url)
    assert found is not None
    assert (found.archive, found.value) == (archive, value)


@pytest.mark.parametrize("url", [
    "", "arxiv.org/abs/2010.11929", "#papers", "https://[broken", "https://arxiv.org/list/cs.CV/recent",
    "https://arxiv.org/abs/2013.11929", "https://openreview.net/group?id=ICLR.cc/2021", "https://www.nature.com/",
    "https://github.com/ada/10.1000/1", "https://example.org/图", "https://notnature.com/articles/1",
])  # fmt: skip
def test_any_other_address_names_no_paper(url: str) -> None:
    assert paper_id(url) is None


TARGETS: list[tuple[str, str, LinkTarget]] = [
    ("https://github.com/ada/see", "Sparse Attention", "code"),
    ("https://github.com/ada/see", "Project page", "website"),
    ("https://github.com/ada", "Ada", "other"),
    ("https://example.org/x.zip", "官方 代码", "code"),
    ("https://example.org/x", "PDF", "paper"),
    ("https://youtu.be/x", "Seeing it Move in Seven Minutes", "video"),
    ("https://ada.github.io/see", "Seeing with Sparse Attention", "website"),
    ("https://example.org/x", "An Essay on Looms", "other"),
    ("https://img.shields.io/badge/code-green", "code", "none"),
    ("https://example.org/teaser.PNG", "code", "none"),
    ("mailto:ada@example.org", "code", "none"),
    ("https://[broken", "code", "none"),
]


@pytest.mark.parametrize(("url", "label", "target"), TARGETS)
def test_the_label_says_what_a_link_is_for_before_its_address_does(url: str, label: str, target: LinkTarget) -> None:
    assert target_of(url, label) == target


LABELS: list[tuple[str, LinkTarget | None]] = [
    ("", "other"), ("⭐ | !", "other"), ("[PDF]", "paper"), ("2010.11929", "paper"), ("arXiv:2010.11929", "paper"),
    ("Official PyTorch code", "code"), ("CVPR 2021", "paper"), ("论文", "paper"), ("Demo", "other"), ("2021", "other"),
    ("A Talk on Looms", None), ("code code code code code code code", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "target"), LABELS)
def test_a_text_is_a_label_if_it_says_only_what_the_link_is_for(text: str, target: LinkTarget | None) -> None:
    assert label_of(text) == target


def test_identifiers_are_found_in_running_text() -> None:
    said = "as in arXiv:2010.11929v2 and ArXiv preprint arXiv: 2001.00001, not 2002.00002 or arXiv:2013.00001"
    assert mentioned(said) == ["2010.11929", "2001.00001"]


@pytest.mark.parametrize(
    ("label", "unofficial"),
    [("Unofficial code", True), ("3rd-party", False), ("third-party PyTorch", True), ("official code", False)],
)
def test_code_of_others_is_told_by_its_label(label: str, unofficial: bool) -> None:
    assert is_unofficial(label) == unofficial
