"""Everything a curated list says of a paper."""

from __future__ import annotations

import pytest

from paperatlas.formats.awesome.description import Description, describe_paper
from paperatlas.formats.awesome.list_items import units_of
from paperatlas.formats.awesome.markdown_blocks import markdown_blocks
from paperatlas.formats.records.record import Author
from paperatlas.formats.venues import Venue

LINK = "[pdf](https://arxiv.org/abs/2001.00001)"
ADA, ALAN = Author("Byron", "Ada"), Author("Mathison", "Alan")
TITLE = "Seeing with Sparse Attention"
CVPR = Venue("CVPR", "inproceedings", "2021")


def said(text: str) -> Description:
    (unit,) = [unit for block in markdown_blocks(text) for unit in units_of(block)]
    return describe_paper(unit)


ITEMS = [
    (f"- {TITLE} {LINK}", Description(TITLE)),
    (f"- **SSA**: \"{TITLE}\", CVPR 2021 {LINK}", Description(TITLE, "SSA", (), CVPR, "2021")),
    (f"- {TITLE}. *Ada Byron, Alan Mathison.* {LINK}", Description(TITLE, authors=(ADA, ALAN))),
    (f"- \"{TITLE}\" (*University of Somewhere*) {LINK}", Description(TITLE)),
    (f"- Ada Byron, Alan Mathison. \"{TITLE}.\" CVPR (2021). {LINK}", Description(TITLE, "", (ADA, ALAN), CVPR, "2021")),
    (f"- {TITLE}, 3 May 2020 {LINK}", Description(TITLE, date="2020-05-03")),
    (f"- **SSA** {LINK}", Description("SSA", is_name=True)),
    (f"- {LINK}", Description()),
    # one author: by an initial, or where others are left out
    (f"- A. Byron, **{TITLE}** {LINK}", Description(TITLE, authors=(Author("Byron", "A."),))),
    (f"- Ada Byron. **{TITLE}** {LINK}", Description(TITLE)),
    (f"- **{TITLE}** *Byron et al.* {LINK}", Description(TITLE, authors=(Author("Byron"), Author("others")))),
    (f"- **[CVPR]** {TITLE} {LINK}", Description(TITLE, "", (), Venue("CVPR", "inproceedings", ""))),
    # the whole reference (Publication Manual of the APA, 7th edition, 9.8, 9.14, 9.19)
    (f"- Byron, A., & Mathison, A. (2021). {TITLE}. *A Journal*, *3*, 1-9. {LINK}", Description(TITLE, authors=(Author("Byron", "A."), Author("Mathison", "A.")), date="2021")),
    (f"- [Byron, A. (2021, May). Does it see? {TITLE}. arXiv preprint arXiv:2001.00001.](https://arxiv.org/abs/2001.00001)", Description(f"Does it see? {TITLE}", authors=(Author("Byron", "A."),), venue=Venue("arXiv", "online", ""), date="2021")),
    (f"- Byron, A., ... & Roe, J. (2021). {TITLE}. {LINK}", Description(TITLE, authors=(Author("Byron", "A."), Author("others")), date="2021")),
    (f"- 稀疏注意力如何观察图像 {LINK}", Description("稀疏注意力如何观察图像")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ITEMS)
def test_an_item_is_taken_apart(text: str, expected: Description) -> None:
    assert said(text) == expected


def test_one_name_before_a_title_is_an_author_where_the_list_has_authors_there() -> None:
    (unit,) = [unit for block in markdown_blocks(f"- Ada Byron. **{TITLE}** {LINK}") for unit in units_of(block)]
    assert describe_paper(unit, authors_first=True).authors == (ADA,)
    (unit,) = [unit for block in markdown_blocks(f"- Swin Transformer: **{TITLE}** {LINK}") for unit in units_of(block)]
    assert describe_paper(unit, authors_first=True).authors == ()


ROWS = [
    ("Title | Authors | Venue | Year | Paper", f"{TITLE} | Ada Byron | CVPR | 2021 | {LINK}", Description(TITLE, "", (ADA,), CVPR, "2021")),
    ("Method | Title | Paper", f"SSA | {TITLE} | {LINK}", Description(TITLE, "SSA")),
    ("方法 | 标题 | 时间 | 论文", f"SSA | {TITLE} | 2020.05.03 | {LINK}", Description(TITLE, "SSA", date="2020-05-03")),
    ("Model | Paper", f"SSA | {LINK}", Description("SSA", is_name=True)),
    ("Venue | Date | Paper", f"CVPR 2021 | 2020 | [{TITLE}](https://arxiv.org/abs/2001.00001)", Description(TITLE, "", (), CVPR, "2021")),
]  # fmt: skip


@pytest.mark.parametrize(("header", "row", "expected"), ROWS)
def test_the_cells_of_a_row_are_read_by_their_heads(header: str, row: str, expected: Description) -> None:
    rule = "|".join("---" for _ in header.split("|"))
    assert said(f"| {header} |\n|{rule}|\n| {row} |") == expected
