"""CSL's words, read back."""

from __future__ import annotations

import pytest

from paperatlas.formats.csl import tables
from paperatlas.formats.csl.reader_tables import (
    DATES_FROM_CSL,
    GENRES_FROM_CSL,
    TEXTS_FROM_CSL,
    TYPES_FROM_CSL,
    container_field,
    genre_fields,
    langid,
    language,
    publisher_field,
)


@pytest.mark.parametrize("kind", sorted(set(tables.CSL_TYPES.values())))
def test_every_type_that_is_written_is_read(kind: str) -> None:
    assert kind in TYPES_FROM_CSL


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        ("article-journal", "article"),
        ("article", "online"),
        ("chapter", "incollection"),
        ("paper-conference", "inproceedings"),
    ],
)
def test_of_several_types_the_one_that_fits_most_is_taken(kind: str, entry: str) -> None:
    assert TYPES_FROM_CSL[kind] == entry


def test_dates_and_texts_are_those_that_are_written() -> None:
    assert {DATES_FROM_CSL[variable] for variable in tables.CSL_DATES.values()} == set(tables.CSL_DATES)
    assert set(tables.CSL_TEXTS.values()) - {"publisher"} <= set(TEXTS_FROM_CSL)
    assert (TEXTS_FROM_CSL["title"], TEXTS_FROM_CSL["DOI"], TEXTS_FROM_CSL["source"]) == ("title", "doi", "")


LANGUAGES = [
    ("de", ("langid", "german")), ("en-US", ("langid", "american")), ("EN_gb", ("langid", "british")), ("fr-CA", ("langid", "french")),
    (" zh-TW ", ("langid", "chinese")), ("ger", ("langid", "german")), ("German", ("langid", "german")),
    ("tlh", ("language", "tlh")), ("auf Deutsch", ("language", "auf Deutsch")), ("中文", ("language", "中文")), ("", ("language", "")),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "field"), LANGUAGES)
def test_a_language_is_babels_name_or_a_text(tag: str, field: tuple[str, str]) -> None:
    assert language(tag) == field


@pytest.mark.parametrize(
    ("kind", "publisher", "container"),
    [
        ("article", "publisher", "journaltitle"),
        ("inproceedings", "publisher", "booktitle"),
        ("thesis", "institution", "howpublished"),
        ("online", "organization", "howpublished"),
        ("nonsense", "organization", "howpublished"),
    ],
)
def test_where_the_publisher_and_the_whole_go(kind: str, publisher: str, container: str) -> None:
    assert (publisher_field(kind), container_field(kind)) == (publisher, container)


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("PhD thesis", "phdthesis"), ("Doctoral Dissertation", "phdthesis"), ("Master’s thesis", "mathesis"), ("Pamphlet", "Pamphlet"),
        ("学位论文", "学位论文"), ("", ""),
    ],
)  # fmt: skip
def test_a_kind_of_thesis_is_biblatexs_word_or_stays(said: str, word: str) -> None:
    assert genre_fields(said) == word
    assert set(GENRES_FROM_CSL) == {key.lower() for key in GENRES_FROM_CSL}


@pytest.mark.parametrize(("code", "name"), [("en", "english"), ("de-CH", "german"), ("zh", "chinese"), ("tlh", ""), ("", ""), (None, ""), (3, "")])  # fmt: skip
def test_a_language_is_babels(code: object, name: str) -> None:
    assert langid(code) == name
