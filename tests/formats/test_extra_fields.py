"""Lines in a field for notes that stand for fields."""

from __future__ import annotations

import pytest

from paperatlas.formats.extra_fields import read_extra

LINES = [
    ("", {}, ""),
    ("A remark.", {}, "A remark."),
    ("arXiv: 2010.11929v2 [cs.CV]", {"eprint": "2010.11929", "eprinttype": "arxiv"}, ""),
    ("arXiv:hep-th/9901001", {"eprint": "hep-th/9901001", "eprinttype": "arxiv"}, ""),
    ("DOI: https://doi.org/10.1000/AB", {"doi": "10.1000/AB"}, ""),
    ("Citation Key: byron-1843", {"key": "byron-1843"}, ""),
    ("{:event-place: Köln}", {"venue": "Köln"}, ""),
    ("tex.code: https://github.com/a/b", {"code": "https://github.com/a/b"}, ""),
    ("BibLaTeX.shorttitle = 图", {"shorttitle": "图"}, ""),
    ("GitHub: https://github.com/a/b\r\nPMID: 123\r\n", {"code": "https://github.com/a/b", "pmid": "123"}, ""),
    ("Issue: 3\n\n  kept  \nIssue: 4", {"number": "3"}, "kept Issue: 4"),
    ("arXiv: nonsense", {}, "arXiv: nonsense"),
    ("DOI: soon", {}, "DOI: soon"),
    ("URL: javascript:x", {}, "URL: javascript:x"),
    ("Citation Key: two words", {}, "Citation Key: two words"),
    ("tex.co de: x", {}, "tex.co de: x"),
    ("Mood: good", {}, "Mood: good"),
    ("PMID:", {}, "PMID:"),
    (": x", {}, ": x"),
]


@pytest.mark.parametrize(("text", "fields", "rest"), LINES)
def test_a_line_is_a_field_if_its_value_can_be_one_and_else_a_note(
    text: str, fields: dict[str, str], rest: str
) -> None:
    assert read_extra(text) == (fields, rest)
