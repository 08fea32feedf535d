from __future__ import annotations

import pytest

from paperatlas.bibliography import parse_library
from paperatlas.formats.records.library_style import (
    LibraryStyle,
    in_style,
    library_style_of,
    likely_method,
    without_year,
)
from paperatlas.formats.records.record import Record

LIBRARY = """
@inproceedings{a, title = {A}, booktitle = {IEEE/CVF International Conference on Computer Vision (ICCV)}, date = {2021}, langid = {english}, shorttitle = {A}}
@inproceedings{b, title = {B}, booktitle = {International Conference on Machine Learning (ICML)}, date = {2020}, langid = {english}}
@article{c, title = {C}, journaltitle = {Journal of Looms}, shortjournal = {JL}, date = {2020}, langid = {english}}
@inproceedings{d, title = {D}, booktitle = {European Conference on Computer Vision (ECCV)}, date = {2020}, langid = {english}}
"""


def library_style(text: str = LIBRARY) -> LibraryStyle:
    return library_style_of(parse_library(text.encode(), "x.bib")[0])


def styled(text: str = LIBRARY, /, **fields: str) -> dict[str, str]:
    return dict(in_style(Record("inproceedings", {"title": "T", **fields}), library_style(text)).fields)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("2021 IEEE/CVF International Conference on Computer Vision (ICCV)", "IEEE/CVF International Conference on Computer Vision (ICCV)"),
        ("Proceedings of the 38th International Conference on Machine Learning", "International Conference on Machine Learning (ICML)"),
        ("The Thirty-Eighth International Conference on Machine Learning", "International Conference on Machine Learning (ICML)"),
        ("Computer Vision – ECCV 2020", "European Conference on Computer Vision (ECCV)"),
        ("ICML 2023", "International Conference on Machine Learning (ICML)"),
        ("ICML", "International Conference on Machine Learning (ICML)"),
        ("Proceedings of the 57th Annual Meeting of Weavers", "Annual Meeting of Weavers"),
        ("2019 Looms Symposium (LS)", "Looms Symposium (LS)"),
        ("Workshop on Looms", "Workshop on Looms"),
    ],
)  # fmt: skip
def test_venues_are_called_as_the_library_calls_them(name: str, written: str) -> None:
    assert styled(booktitle=name)["booktitle"] == written


def test_a_journal_keeps_its_name_and_gets_its_short_one() -> None:
    assert styled(journaltitle="Proceedings of the IEEE")["journaltitle"] == "Proceedings of the IEEE"
    assert styled(journaltitle="Journal of looms") == {
        "title": "T", "langid": "english", "journaltitle": "Journal of Looms", "shortjournal": "JL",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("library", "date", "written"),
    [
        (LIBRARY, "2021-03-25", "2021"),
        (LIBRARY, "2021", "2021"),
        ("", "2021-03-25", "2021-03-25"),
        ("@misc{a, title = {A}, date = {2021-03}}", "2021-03-25", "2021-03-25"),
    ],
)
def test_dates_are_as_exact_as_the_library_s(library: str, date: str, written: str) -> None:
    assert styled(library, date=date)["date"] == written


def test_the_language_is_that_of_the_neighbours_unless_it_cannot_be() -> None:
    assert styled()["langid"] == "english"
    assert styled(langid="german")["langid"] == "german"
    assert "langid" not in styled(title="织机")
    assert "langid" not in styled("")


def test_an_address_beside_an_identifier_says_nothing_new() -> None:
    assert "url" not in styled(url="https://a.org", doi="10.1000/182")
    assert styled(url="https://a.org")["url"] == "https://a.org"


def test_an_archive_s_class_is_written_where_it_is_the_custom() -> None:
    assert "eprintclass" not in styled(eprint="2103.14030", eprintclass="cs.CV")
    assert styled("", eprint="2103.14030", eprintclass="cs.CV")["eprintclass"] == "cs.CV"


@pytest.mark.parametrize(
    ("title", "method"),
    [
        ("DiffWave: A Versatile Model", "DiffWave"),
        ("Swin Transformer V2: Scaling Up", "Swin Transformer V2"),
        ("Engines that Dream: A Story", ""),
        ("A Loom", ""),
        ("Looms: A Survey", "Looms"),
    ],
)
def test_what_a_title_calls_its_method(title: str, method: str) -> None:
    assert likely_method(title) == method


def test_a_name_that_is_only_a_year_is_left() -> None:
    assert without_year("2021") == "2021"
