"""BibLaTeX as it is written back: every reader finds what we read, for tidy and for damaged entries."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pybtex.database.input.bibtex import Parser

from paperatlas.bibliography import Entry, read_library
from paperatlas.formats.bibtex.writer import bibtex, readable
from tests.conftest import REPOSITORY
from tests.formats.conftest import ReadEntries

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

TIDY = r"""@string{nips = {Advances in Neural Information Processing Systems}}
@inproceedings{ddpm,
  author = {Ho, Jonathan and Jain, Ajay and Abbeel, Pieter and others},
  title = "Denoising {D}iffusion \& {``}more{''}: $x_{t}$ at 100\%",
  booktitle = nips # { (NeurIPS)},
  year = 2020, month = dec,
  url = {https://example.org/a_b?c=d%20e&f={g}},
  abstract = {First line
    and the second, with \emph{marks} and 中文 (a@b.org).},
  日付 = {x},
}
@phdthesis{küng.2019:a/b,
  author = {{Barnes and Noble, Inc.} and van der Maaten, L. and 张三},
  title = {}, school = {ETH}}
@article(paren, title = {Round (brackets)}, date = {2019/2021}, key = {K})
"""

WRITTEN = [
    # what stands in the file, the line that is written
    ("title = {One}", "title        = {One}"),
    ('title = "One {"} two"', 'title        = {One {"} two}'),
    ("journal = {J}", "journaltitle = {J}"),
    ("year = 2020, month = mar", "date         = {2020-03}"),
    ("year = {in press}", "year         = {in press}"),
    ("date = {2019/2021}", "date         = {2019/2021}"),
    ("author = {Ho, J and others}", "author       = {Ho, J and others}"),
    ("author = {Smith, J., Doe, K.}", "author       = {Smith, J. and Doe, K.}"),
    ("author = {Smith, J.; Doe, K.}", "author       = {Smith, J. and Doe, K.}"),
    ("author = {Ada Lovelace and and Alan Turing}", "author       = {Lovelace, Ada and Turing, Alan}"),
    ("author = {{Barnes and Noble} and Ho, J}", "author       = {{Barnes and Noble} and Ho, J}"),
    ("author = {given=Ada, family=Lovelace}", "author       = {given=Ada, family=Lovelace}"),
    ("author = {Ada Lovelace et al.}", "author       = {Lovelace, Ada and others}"),
    ("author = {Ho,, Jonathan}", "author       = {Ho, Jonathan}"),
    ("author = {Plato and and Ho, J}", "author       = {Plato and Ho, J}"),
    ("author = {{Open Lab} and and Ho, J}", "author       = {{Open Lab} and Ho, J}"),
    ("author = {{}, Ann and and Ho, J}", "author       = {{Ann} and Ho, J}"),
    ("author = {张 and and 张三}", "author       = {{张} and 张, 三}"),
    ("author = {{Barnes, Noble, and Sons}, Jr, B}", "author       = {{B Barnes, Noble, and Sons, Jr}}"),
    ("note = {a@b.org}", "note         = {a@b.org}"),
    ("note = {@book{x}}", "note         = {{@}book{x}}"),
    (r"note = {\{ \}}", r"note         = {\{ \}}"),
    (r"note = {a\\{b}}", r"note         = {a\\ {b}}"),
    # BibLaTeX's manual, 2.2.1: verbatim and URI fields are printed and linked as they are.
    (r"doi = {10.1007/978-3-642-11811-1{\_}19}", "doi          = {10.1007/978-3-642-11811-1_19}"),
    (r"doi = {DOI: 10.1000/a\_b}", "doi          = {10.1000/a_b}"),
    ("doi = {https://doi.org/10.1000/ab}", "doi          = {10.1000/ab}"),
    ("doi = {none yet}", "doi          = {none yet}"),
    (r"url = {\url{http://x.org/a?b=1{\&}c=2}}", "url          = {http://x.org/a?b=1&c=2}"),
    (r"url = {{http://x.org/$\sim$a/\%20b}}", "url          = {http://x.org/~a/%20b}"),
    (r"code = {https://x.org/a\_b}", "code         = {https://x.org/a_b}"),
    (r"eprint = {hep-th/9901001}", "eprint       = {hep-th/9901001}"),
]

READABLE = [
    ("", ""),
    ("a{b}c", "a{b}c"),
    (r"\{a\}", r"\{a\}"),
    (r"a \} b", r"a \textbraceright{} b"),
    (r"$\{$", r"$\lbrace $"),
    ("a{b", "ab"),
    ("a}b", "ab"),
    ("}{", ""),
    ("{a}{", "{a}"),
    ("a\\", "a\\ "),
    (r"a\\{b}", r"a\\ {b}"),
    ("x\n@article{y}", "x\n{@}article{y}"),
    ("  @ {y}", "  {@} {y}"),
    ("LeQua @ {CLEF}", "LeQua @ {CLEF}"),
]


@pytest.mark.parametrize(("field", "line"), WRITTEN)
def test_written(field: str, line: str, entries_of: ReadEntries) -> None:
    assert "".join(bibtex(entries_of(f"@misc{{a,\n {field}\n}}"))).splitlines()[1:-1] == [f"  {line},"]


@pytest.mark.parametrize("names", ["", "{}", ",", "~", "\\relax"])
def test_nobody_is_no_name_and_another_empty_field_stays(names: str, entries_of: ReadEntries) -> None:
    text = "".join(bibtex(entries_of(f"@misc{{a, author = {{{names}}}, editor = {{B, A}}, note = {{}}}}")))
    assert text.splitlines()[1:-1] == ["  editor       = {B, A},", "  note         = {},"]


@pytest.mark.parametrize(("value", "written"), READABLE)
def test_readable(value: str, written: str) -> None:
    assert readable(value) == written


def squeezed(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip()


def assert_every_reader_agrees(entries: tuple[Entry, ...], folder: Path, *, exactly: bool) -> None:
    """Read `entries` as they are written with bibtexparser, with pybtex, and with ours."""
    text = "".join(bibtex(entries))
    parsed = parse_string(text)
    assert not parsed.failed_blocks
    assert len(parsed.entries) == len(entries)
    pybtex = Parser().parse_string(text)
    assert list(pybtex.entries) == [entry.key for entry in parsed.entries]
    path = folder / "again.bib"
    path.write_text(text, encoding="utf-8")
    again, problems = read_library([path], folder)
    assert not [problem for problem in problems if problem.code in {"SYN002", "SYN003", "SYN004", "SYN005", "KEY001"}]
    assert len(again.entries) == len(entries)
    for entry, one, other, ours in zip(entries, parsed.entries, pybtex.entries.values(), again.entries, strict=True):
        fields = {field.key: squeezed(field.value) for field in one.fields}
        texts = {name.lower(): squeezed(value) for name, value in other.fields.items()}
        assert texts == {name.lower(): value for name, value in fields.items() if name in other.fields}
        assert {*texts, *other.persons} == {name.lower() for name in fields}
        for name, persons in other.persons.items():
            names = entry.names(name)
            assert len(persons) == len(names.names) + names.others
        assert ours.date == entry.date
        if exactly:
            assert {name: squeezed(field.raw) for name, field in ours.own_fields.items() if field.raw} == {
                name: squeezed(field.raw) for name, field in entry.own_fields.items() if field.raw
            }


def test_a_tidy_library(entries_of: ReadEntries, tmp_path: Path) -> None:
    entries = entries_of(TIDY.replace("日付", "memo"))
    assert [entry.key for entry in entries] == ["ddpm", "küng.2019:a/b", "paren"]
    assert_every_reader_agrees(entries, tmp_path, exactly=True)


def test_the_atlas_own_library(tmp_path: Path) -> None:
    library, _ = read_library(sorted((REPOSITORY / "bib").glob("*.bib")), REPOSITORY)
    assert_every_reader_agrees(library.entries, tmp_path, exactly=True)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cuts=st.lists(
        st.tuples(
            st.integers(0, len(TIDY) - 1),
            st.sampled_from(["", *'{}",=@#\\% \n$', "\\{", "\\}", " and ", "@book{x,", "\n@a{b,"]),
            st.integers(0, 3),
        ),
        max_size=6,
    )
)
def test_a_damaged_library(cuts: list[tuple[int, str, int]], entries_of: ReadEntries, tmp_path: Path) -> None:
    text = TIDY
    for position, inserted, removed in cuts:
        text = text[:position] + inserted + text[position + removed :]
    assert_every_reader_agrees(entries_of(text), tmp_path, exactly=False)


CHILD = "@inproceedings{c, author = {Ho, J}, title = {C}, crossref = {p}}\n"
PARENT = "@proceedings{p, title = {P}, year = 2020, doi = {10.1000/1}, publisher = {ACM}}\n"


def test_a_child_keeps_pointing_to_a_parent_that_is_there(entries_of: ReadEntries) -> None:
    text = "".join(bibtex(entries_of(CHILD + PARENT)))
    assert "crossref     = {p}" in text
    assert "booktitle" not in text


def test_a_child_alone_carries_what_it_inherits(entries_of: ReadEntries) -> None:
    child, _ = entries_of(CHILD + PARENT)
    assert "".join(bibtex([child])) == (
        "@inproceedings{c,\n"
        "  author       = {Ho, J},\n"
        "  title        = {C},\n"
        "  booktitle    = {P},\n"
        "  publisher    = {ACM},\n"
        "  date         = {2020},\n"
        "}\n"
    )


def test_a_dangling_pointer_is_kept(entries_of: ReadEntries) -> None:
    assert "crossref     = {p}" in "".join(bibtex(entries_of(CHILD)))


KEYS = [
    ("@misc{a, x={1}} @misc{a, x={2}} @misc{A, x={3}}", ["a", "a-2", "A-3"]),
    ("@misc{a b, x={1}}", ["a_b"]),
    ("@misc{o'brien#1(a), x={1}}", ["o_brien_1_a"]),
    ("@misc{, x={1}}", ["misc-1"]),
]


@pytest.mark.parametrize(("text", "keys"), KEYS)
def test_keys(text: str, keys: list[str], entries_of: ReadEntries) -> None:
    assert re.findall(r"^@misc\{(.*),$", "".join(bibtex(entries_of(text))), re.MULTILINE) == keys


def test_references_follow_a_key_that_is_written_otherwise(entries_of: ReadEntries) -> None:
    text = "".join(bibtex(entries_of("@misc{a b, title={1}}\n@misc{c, related = {a b, d}, crossref = {a b}}")))
    assert "related      = {a_b, d}" in text
    assert "crossref     = {a_b}" in text
