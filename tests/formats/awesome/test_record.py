"""A paper of a curated list as a record."""

from __future__ import annotations

import pytest

from paperatlas.formats.awesome.description import Description
from paperatlas.formats.awesome.list_items import Unit, units_of
from paperatlas.formats.awesome.markdown_blocks import markdown_blocks
from paperatlas.formats.awesome.record import list_record
from paperatlas.formats.records.record import Author
from paperatlas.formats.venues import Venue

ARXIV = "[pdf](https://arxiv.org/abs/2006.11239)"
CVF = "[pdf](https://openaccess.thecvf.com/content/CVPR2021/papers/Byron_Looms_CVPR_2021_paper.pdf)"
NEURIPS = "[pdf](https://proceedings.neurips.cc/paper/2020/file/1457c0d6bfcb4967418bfb8ac142f64a-Paper.pdf)"


def unit_of(text: str) -> Unit:
    (unit,) = units_of(markdown_blocks(text)[0])
    return unit


LINKS = [
    (ARXIV, {"eprint": "2006.11239", "eprinttype": "arxiv", "date": "2020-06"}),
    ("[pdf](https://arxiv.org/abs/hep-th/9901001)", {"eprint": "hep-th/9901001", "eprinttype": "arxiv", "date": "1999-01"}),
    ("[pdf](https://doi.org/10.1000/AB) [html](https://doi.org/10.1000/ab)", {"doi": "10.1000/ab"}),
    # a DOI where a link has its words is the paper's, wherever the link leads
    ("[10.1038/X1](https://www.nature.com/articles/x1)", {"doi": "10.1038/x1", "url": "https://www.nature.com/articles/x1"}),
    ("[doi:10.1038/x1](https://www.nature.com/articles/x1)", {"doi": "10.1038/x1", "url": "https://www.nature.com/articles/x1"}),
    ("[https://doi.org/10.1038/x1](https://www.nature.com/articles/x1)", {"doi": "10.1038/x1", "url": "https://www.nature.com/articles/x1"}),
    ("[paper](https://www.nature.com/articles/x1). doi: 10.1038/X1.", {"doi": "10.1038/x1", "url": "https://www.nature.com/articles/x1"}),
    ("[paper](https://www.nature.com/articles/x1) (10.1038/x1)", {"doi": "10.1038/x1", "url": "https://www.nature.com/articles/x1"}),
    ("[paper](https://www.nature.com/articles/x1), doi 10.1038/x1, doi 10.1038/x2", {"url": "https://www.nature.com/articles/x1"}),
    (f"[10.1038/x1]({ARXIV[6:-1]})", {"eprint": "2006.11239", "eprinttype": "arxiv", "date": "2020-06", "doi": "10.1038/x1"}),
    (f"{ARXIV} [page](https://openreview.net/forum?id=x)", {"eprint": "2006.11239", "eprinttype": "arxiv", "url": "https://openreview.net/forum?id=x", "date": "2020-06"}),
    (CVF, {"url": CVF[6:-1], "booktitle": "CVPR", "date": "2021"}),
    (NEURIPS, {"url": NEURIPS[6:-1], "booktitle": "NeurIPS", "date": "2020"}),
    ("<a href=' https://openreview.net/forum?id=x '>pdf</a> <a href='https://github.com/a/b '>code</a> <a href='https://a.example '>project</a>", {"url": "https://openreview.net/forum?id=x", "code": "https://github.com/a/b", "website": "https://a.example"}),
    ("[pdf](https://doi.org/10.1000/ab) [code](https://github.com/a/b)", {"doi": "10.1000/ab", "code": "https://github.com/a/b"}),
    ("[pdf](https://doi.org/10.1000/ab) [unofficial](https://github.com/c/d) [code](https://github.com/a/b)", {"doi": "10.1000/ab", "code": "https://github.com/a/b"}),
    ("[pdf](https://doi.org/10.1000/ab) [unofficial code](https://github.com/c/d)", {"doi": "10.1000/ab", "code": "https://github.com/c/d", "codetype": "unofficial"}),
    ("[pdf](https://doi.org/10.1000/ab) [project](https://a.example) [video](https://b.example) [talk](https://c.example) [slides](https://d.example)", {"doi": "10.1000/ab", "website": "https://a.example", "video": "https://b.example", "slides": "https://d.example"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), LINKS)
def test_links_become_fields(text: str, fields: dict[str, str]) -> None:
    record = list_record(unit_of(text), Description("Looms"), (), "list.md:1")
    assert dict(record.fields) == {"title": "Looms"} | fields


VENUES = [
    (ARXIV, None, "", "online", {"date": "2020-06"}),
    (ARXIV, Venue("CVPR", "inproceedings", "2021"), "", "inproceedings", {"booktitle": "CVPR", "date": "2021"}),
    (ARXIV, Venue("CVPR", "inproceedings"), "", "inproceedings", {"booktitle": "CVPR"}),
    (ARXIV, Venue("TPAMI", "article", "2021"), "2021-05", "article", {"journaltitle": "TPAMI", "date": "2021-05"}),
    (ARXIV, Venue("arXiv", "online", "2020-07"), "", "online", {"date": "2020-07"}),
    (CVF, Venue("arXiv", "online", "2020"), "", "inproceedings", {"booktitle": "CVPR", "date": "2021"}),
    (CVF, Venue("ICCV", "inproceedings", "2019"), "", "inproceedings", {"booktitle": "ICCV", "date": "2019"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "venue", "date", "kind", "fields"), VENUES)
def test_where_a_paper_appeared_makes_its_type(
    text: str, venue: Venue | None, date: str, kind: str, fields: dict[str, str]
) -> None:
    record = list_record(unit_of(text), Description("Looms", venue=venue, date=date), (), "")
    said = {name: value for name, value in record.fields.items() if name in ("booktitle", "journaltitle", "date")}
    assert (record.type, said) == (kind, fields)


def test_what_the_list_says_is_kept_and_tidy() -> None:
    said = Description("Löoms \u200b of\n图", "LOOM", (Author("Byron", "Ada"),))
    record = list_record(unit_of(ARXIV), said, ("looms/old", "looms"), "list.md:7")
    assert (record.fields["title"], record.fields["shorttitle"]) == ("Löoms of 图", "LOOM")
    assert (record.fields["keywords"], record.authors, record.origin) == ("looms/old, looms", said.authors, "list.md:7")
