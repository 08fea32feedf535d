"""A preprint says once that it is at arXiv, however its entry says so."""

from __future__ import annotations

import re

import pytest

from paperatlas.bibliography import parse_library
from paperatlas.formats.bibtex.writer import bibtex
from paperatlas.formats.csl.writer import csl_item
from paperatlas.formats.ris.writer import ris_record

EPRINT = "eprint = {2001.00001}, archiveprefix = {arXiv}"

PREPRINTS = [
    # the type and the fields, what its BibTeX names arXiv with
    ("online", EPRINT, ["eprint", "eprinttype"]),
    # Google Scholar, with and without the number beside it
    ("article", "journal = {arXiv preprint arXiv:2001.00001}", ["journaltitle"]),
    ("article", "journal = {arXiv preprint arXiv:2001.00001}, " + EPRINT, ["eprint", "eprinttype"]),
    # DBLP
    ("article", "journal = {CoRR}, volume = {abs/2001.00001}, " + EPRINT, ["eprint", "eprinttype"]),
    # ADS
    ("article", "journal = {arXiv e-prints}, " + EPRINT, ["eprint", "eprinttype"]),
    # INSPIRE
    ("article", EPRINT, ["eprint", "eprinttype"]),
    # Zotero
    ("misc", "number = {arXiv:2001.00001}, publisher = {arXiv}, note = {arXiv:2001.00001 [cs]}, " + EPRINT,
     ["eprint", "eprinttype"]),
    # Mendeley
    ("article", "journal = {arXiv:2001.00001 [cs.LG]}, " + EPRINT, ["eprint", "eprinttype"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "fields", "named"), PREPRINTS)
def test_preprints(kind: str, fields: str, named: list[str]) -> None:
    library, _ = parse_library(f"@{kind}{{a, title = {{Pre Map}}, author = {{Lind, Bo}}, {fields}}}".encode(), "a.bib")
    (entry,) = library.entries
    text = "".join(bibtex([entry]))
    assert re.findall(r"^  (\w+) += \{.*(?:arxiv|corr|2001\.00001).*\},$", text, re.MULTILINE | re.IGNORECASE) == named
    item = csl_item(entry)
    said = {variable: value for variable, value in item.items() if "arxiv" in str(value).lower() and variable != "URL"}
    assert said == {"number": "arXiv:2001.00001", "publisher": "arXiv"}
    assert (item["type"], item.get("volume"), item.get("note")) == ("article", None, None)
    record = ris_record(entry)
    assert record.startswith("TY  - UNPB\n")
    assert not re.search(r"^(T2|VL|N1|M1)  - ", record, re.MULTILINE)


PUBLISHED = [
    "journal = {Nature}, " + EPRINT,
    "journal = {Journal of arXiv Studies}, " + EPRINT,
    "journal = {arXiv preprint}",
]


@pytest.mark.parametrize("fields", PUBLISHED)
def test_an_article_in_a_journal_stays_one(fields: str) -> None:
    library, _ = parse_library(f"@article{{a, title = {{Map}}, {fields}}}".encode(), "a.bib")
    (entry,) = library.entries
    assert "".join(bibtex([entry])).startswith("@article{a,")
    assert "journaltitle" in "".join(bibtex([entry]))
    assert csl_item(entry)["container-title"]
