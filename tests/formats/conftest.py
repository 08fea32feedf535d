"""Entries made of a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from paperatlas.bibliography import Entry, read_library
from tests.conftest import REPOSITORY

ReadEntries = Callable[[str], tuple[Entry, ...]]

ODD_ENTRIES = r"""
@phdthesis{thesis, author = {von Neumann, Jr, John}, title = {On 100\% of \emph{Sets} \& $x^2$}, school = {ETH},
  type = {phdthesis}, year = {1925}, month = mar, langid = {german}, pagetotal = {300}}
@inproceedings{"odd key"/x, author = {{Ada, Lovelace \& Sons} and 张三 and others}, title = {A {B}racketed},
  crossref = {volume}, pages = {3--5}}
@techreport{report, author = {Doe, Jane}, title = {T}, subtitle = {S?}, number = {TR-7}, institution = {I},
  date = {1999-12-31/2000-01-02}, urldate = {2021-02-03}, url = {https://example.org/a_b.PDF?x=1&y=%20}}
@misc{odd, title = {A < B > C "quoted" @misc\{x, y}, howpublished = {\url{https://example.org/~x}}, note = {A
  note on two
  lines}, keywords = {one, two & three}, doi = {10.1000/(SICI)1<2::a>b}, blog = {https://example.org/b}}
@book{book, author = {A and B}, editor = {C, D}, title = {T: U}, series = {Series}, number = {12}, isbn = {0-1},
  publisher = {P}, location = {L}, edition = {2}, volume = {3}, volumes = {4}, translator = {E F}}
@article{article, author = {Ma*tin, A.}, title = {T!}, subtitle = {S}, journal = {J}, volume = {1}, number = {2},
  eid = {e17}, issn = {1234-5678}, year = {in press}}
@software{tool, title = {Tool}, version = {1.2}, date = {0800}}
@online{preprint, author = {A}, title = {P}, eprint = {2006.11239}, eprinttype = {arxiv}, date = {2020-06}}
@xdata{data, publisher = {X}}
@proceedings{volume, title = {Proceedings of X}, editor = {G, H}, year = {2001}, publisher = {P}}
@nonsense{noauthor, title = {\LaTeX{} and M\"obius}}
"""
"""One entry of everything that is hard to write in some format."""


@pytest.fixture
def entries_of(tmp_path: Path) -> ReadEntries:
    """Read the text of a .bib file, damaged or not."""

    def read(text: str) -> tuple[Entry, ...]:
        path = tmp_path / "a.bib"
        path.write_text(text, encoding="utf-8")
        return read_library([path], tmp_path)[0].entries

    return read


@pytest.fixture(scope="session")
def real_entries() -> tuple[Entry, ...]:
    """The library of this repository's own atlas."""
    return read_library(sorted((REPOSITORY / "bib").glob("*.bib")), REPOSITORY)[0].entries
