"""Conferences and journals by their short names, and dates in running text."""

from __future__ import annotations

import pytest

from paperatlas.formats.venues import Venue, venue_called, venue_date, venue_of, without_venue

VENUES = [
    ("CVPR 2021", Venue("CVPR", "inproceedings", "2021")),
    ("ICML'19", Venue("ICML", "inproceedings", "2019")),
    ("NIPS'97", Venue("NIPS", "inproceedings", "1997")),
    ("NIPS'50", Venue("NIPS", "inproceedings", "1950")),
    ("ICCV2021", Venue("ICCV", "inproceedings", "2021")),
    ("ECCV Workshops, 2020", Venue("ECCV", "inproceedings", "2020")),
    ("in TPAMI.", Venue("TPAMI", "article")),
    ("arXiv 2021.02", Venue("arXiv", "online", "2021-02")),
    ("ARXIV 2020, then ICLR 2021", Venue("ICLR", "inproceedings", "2021")),
    ("ICLR, later CVPR 2021", Venue("CVPR", "inproceedings", "2021")),
    ("Nature 2020", Venue("Nature", "article", "2020")),
    ("Nature of Things", None),
    ("Science and mm", None),
    ("iclr 2021", None),
    ("CVPRs of 2021", None),
    ("https://x.org/CVPR", None),
    ("图像", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "venue"), VENUES)
def test_a_venue_is_named_as_it_is_written_and_published_ones_come_first(text: str, venue: Venue | None) -> None:
    assert venue_of(text) == venue


def test_an_arxiv_number_is_no_year() -> None:
    assert venue_of("arXiv:2010.11929") == Venue("arXiv", "online")


@pytest.mark.parametrize(
    ("slug", "venue"),
    [
        ("neurips-2020-12", Venue("NeurIPS", "inproceedings")),
        ("TPAMI", Venue("TPAMI", "article")),
        ("arxiv_1", Venue("arXiv", "online")),
        ("the-neurips", None),
        ("", None),
    ],
)
def test_a_slug_begins_with_its_venue(slug: str, venue: Venue | None) -> None:
    assert venue_called(slug) == venue


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Seeing (CVPR 2021)", "Seeing ()"),
        ("Seeing 1066 in 2020", "Seeing 1066 in "),
        ("图像 ICML'19", "图像 "),
        ("", ""),
    ],
)
def test_venues_and_years_are_taken_out_of_a_text(text: str, rest: str) -> None:
    assert without_venue(text) == rest


DATES = [
    ("5 Mar 2023", "2023-03-05"),
    ("on 21st December, 2020 (v2)", "2020-12-21"),
    ("March 5th, 2023", "2023-03-05"),
    ("2020/07/06", "2020-07-06"),
    ("2020.07", "2020-07"),
    ("2019, again 2021", "2021"),
    ("5 Foo 2023", "2023"),
    ("41 Mar 2023", "2023-03"),
    ("2020-13", ""),
    ("1843", ""),
    ("arXiv:2010.11929", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_the_most_exact_date_counts(text: str, date: str) -> None:
    assert venue_date(text) == date
