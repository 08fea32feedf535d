"""Lines of lists in the shapes that lists have: references in full, labels in Chinese, addresses before titles.

The shapes are those of public lists (awesome-deep-learning-papers, the deep-learning-papers-reading-roadmap, lists that
arxiv-daily writes) and of the MLA's handbook, Citing Medicine and Springer's Lecture Notes.
"""

from __future__ import annotations

import pytest

from paperatlas.formats.awesome.reader import read_list
from paperatlas.formats.awesome.reference_form import read_reference
from tests.growth import is_linear

ARXIV = "[pdf](https://arxiv.org/abs/2203.12345)"

# a line, its title, its authors as `given|family`
LINES = [
    # Vancouver: initials that are words of titles as well
    (f"Roe J, Jain A, Doe P. Diffusion of looms. Nature. 2020;33:6840-51. {ARXIV}", "Diffusion of looms",
     ["J|Roe", "A|Jain", "P|Doe"]),
    # Springer's Lecture Notes
    (f"Roe, J., Doe, K.: Diffusion of looms. In: ICML (2020) {ARXIV}", "Diffusion of looms", ["J.|Roe", "K.|Doe"]),
    (f"van den Berg, A., Li, Y., et al.: Diffusion of looms. arXiv (2018) {ARXIV}", "Diffusion of looms",
     ["A.|van den Berg", "Y.|Li", "|others"]),
    # the MLA's style: the first name is inverted
    (f'Roe, Jane, and John Doe. "Diffusion of looms." *Nature* 21.1 (2020): 1-67. {ARXIV}', "Diffusion of looms",
     ["Jane|Roe", "John|Doe"]),
    (f'Roe, Jane, et al. "Diffusion of looms." *Nature* 21.1 (2020): 1-67. {ARXIV}', "Diffusion of looms",
     ["Jane|Roe", "|others"]),
    # a number of its own before the authors
    (f'**[1]** Jane Roe, Max Poe, and John Doe. "**Diffusion of looms**." (2015) {ARXIV}', "Diffusion of looms",
     ["Jane|Roe", "Max|Poe", "John|Doe"]),
    # `by` in a title
    (f"Learning to weave by gradient descent by gradient descent (2016), M. Roe et al. {ARXIV}",
     "Learning to weave by gradient descent by gradient descent", ["M.|Roe", "|others"]),
    (f"Learning by Doing: A Survey, by Roe et al. {ARXIV}", "Learning by Doing: A Survey", ["|Roe", "|others"]),
    # what arxiv-daily writes
    ("2024-01-05, **Mixtures of Looms**, Jane Q. Roe et.al., Paper: [http://arxiv.org/abs/2401.04088](http://arxiv.org/abs/2401.04088)",
     "Mixtures of Looms", ["Jane Q.|Roe", "|others"]),
    # the middle of a list left out
    (f"**Diffusion of looms**, Jane Roe, John Doe, ..., Max Poe {ARXIV}", "Diffusion of looms",
     ["Jane|Roe", "John|Doe", "|others"]),
    # addresses before a title, and a citation behind it
    ("<https://arxiv.org/abs/2203.12345> Diffusion of many looms", "Diffusion of many looms", []),
    ("https://arxiv.org/abs/2203.12345 - Diffusion of many looms (Roe, 2022)", "Diffusion of many looms", []),
    (f"Diffusion of many looms (Roe & Doe, 2022) {ARXIV}", "Diffusion of many looms", []),
    (f"Diffusion of many looms (Roe et al., 2022) {ARXIV}", "Diffusion of many looms", ["|Roe", "|others"]),
    # labels, brackets and others in Chinese
    ("论文标题：《Diffusion of many looms》 链接：https://arxiv.org/abs/2203.12345", "Diffusion of many looms", []),
    ("题目：扩散模型综述 论文链接：https://arxiv.org/abs/2203.12345", "扩散模型综述", []),
    (f"**扩散模型综述**, 赵鑫 等, {ARXIV}", "扩散模型综述", ["|赵鑫", "|others"]),
    (f"赵鑫, 文继荣等. 扩散模型综述. {ARXIV}", "扩散模型综述", ["|赵鑫", "|文继荣", "|others"]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "title", "authors"), LINES)
def test_a_line_of_a_list(line: str, title: str, authors: list[str]) -> None:
    (found,) = read_list(f"# Looms\n\n- {line}\n", "a.md", "looms", ()).found
    assert found.record.fields["title"] == title
    assert [f"{author.given}|{author.family}" for author in found.record.authors] == authors
    assert found.record.fields["eprint"] in ("2203.12345", "2401.04088")


@pytest.mark.parametrize("part", ["Roe, J. ", "Roe, J., ", "A, A.A, ", "Roe Roe Roe, J.K.L.,"])
def test_many_names_take_time_in_proportion(part: str) -> None:
    assert is_linear(lambda size: read_reference(part * size), 1000)
