"""One name: BibTeX's forms, BibLaTeX's extended form, Chinese names."""

from __future__ import annotations

import pytest

from paperatlas.bibliography import Name
from paperatlas.bibliography.model.parse_name import parse_name

# written, given, prefix, family, suffix, literal
NAMES = [
    ("Ada Lovelace", "Ada", "", "Lovelace", "", ""),
    ("Lovelace, Ada", "Ada", "", "Lovelace", "", ""),
    ("Lovelace", "", "", "Lovelace", "", ""),
    ("Lovelace,", "", "", "Lovelace", "", ""),
    ("Augusta Ada King", "Augusta Ada", "", "King", "", ""),
    ("Ludwig van Beethoven", "Ludwig", "van", "Beethoven", "", ""),
    ("van Beethoven, Ludwig", "Ludwig", "van", "Beethoven", "", ""),
    ("Jean de la Fontaine", "Jean", "de la", "Fontaine", "", ""),
    ("de la Fontaine, Jean", "Jean", "de la", "Fontaine", "", ""),
    ("Jean De La Fontaine", "Jean De La", "", "Fontaine", "", ""),
    ("jean de la fontaine", "", "jean de la", "fontaine", "", ""),
    (
        "Charles Louis Xavier Joseph de la Vallee Poussin",
        "Charles Louis Xavier Joseph",
        "de la",
        "Vallee Poussin",
        "",
        "",
    ),
    ("Van de Graaff, R. J.", "R. J.", "", "Van de Graaff", "", ""),
    ("van den Berg, Jan", "Jan", "van den", "Berg", "", ""),
    ("Maria {de la} Cruz", "Maria de la", "", "Cruz", "", ""),
    ("{de la Cruz}, Maria", "Maria", "", "de la Cruz", "", ""),
    ("King, Jr, Martin Luther", "Martin Luther", "", "King", "Jr", ""),
    ("King, Jr., Martin Luther", "Martin Luther", "", "King", "Jr.", ""),
    # an accent that a blank ends (mcmtroffaes/latexcodec, issue 96; aclements/biblib, issue 5)
    (r"Fran\c cois Dupr\'e", "François", "", "Dupré", "", ""),
    (r"Baker Sz\H ol\H o", "Baker", "", "Szőlő", "", ""),
    (r"{\c C}a{\u g}lar {\"U}nl{\"u}", "Çağlar", "", "Ünlü", "", ""),
    (r"Wei\ss von Last", "Weiß", "von", "Last", "", ""),
    ("von Last, Jr, First", "First", "von", "Last", "Jr", ""),
    ("Smith, {Jr.}", "Jr.", "", "Smith", "", ""),
    ("{\\'E}mile Zola", "Émile", "", "Zola", "", ""),
    ("{\\\"U}nal {\\'E}tienne", "Ünal", "", "Étienne", "", ""),
    ("Per {\\o}stergaard Hansen", "Per", "østergaard", "Hansen", "", ""),
    ("Per {\\O}stergaard", "Per", "", "Østergaard", "", ""),
    ("{\\relax Yu}ri Gagarin", "Yuri", "", "Gagarin", "", ""),
    ('M{\\"u}ller, J{\\"o}rg', "Jörg", "", "Müller", "", ""),
    ("d'Ascoli, St\\'ephane", "Stéphane", "", "d'Ascoli", "", ""),
    ("Stéphane d'Ascoli", "Stéphane", "", "d'Ascoli", "", ""),
    ("J.~K. Rowling", "J. K.", "", "Rowling", "", ""),
    ("Knuth, Donald~E.", "Donald E.", "", "Knuth", "", ""),
    ("Jean-Luc Picard", "Jean-Luc", "", "Picard", "", ""),
    ("O'Neil, Cathy", "Cathy", "", "O'Neil", "", ""),
    ("{OpenAI}", "", "", "", "", "OpenAI"),
    ("{Barnes and Noble, Inc.}", "", "", "", "", "Barnes and Noble, Inc."),
    ("{{NASA}}", "", "", "", "", "NASA"),
    ('{Institut f{\\"u}r Physik}', "", "", "", "", "Institut für Physik"),
    ("given=Hans, family=Harman, prefix=von, suffix=Jr", "Hans", "von", "Harman", "Jr", ""),
    ("family={Harman, X}, given={Hans Jakob}, given-i={HJ}, useprefix=true", "Hans Jakob", "", "Harman, X", "", ""),
    ('"given=Jean", prefix="de la", family=Rousse', "Jean", "de la", "Rousse", "", ""),
    ("王小明", "小明", "", "王", "", "王小明"),
    ("欧阳修文", "修文", "", "欧阳", "", "欧阳修文"),
    ("欧阳", "阳", "", "欧", "", "欧阳"),
    ("王, 小明", "小明", "", "王", "", "王小明"),
    ("王 小明", "小明", "", "王", "", "王 小明"),
    ("山田 太郎", "太郎", "", "山田", "", "山田 太郎"),
    ("中国互联网络信息中心", "", "", "中国互联网络信息中心", "", "中国互联网络信息中心"),
    ("김, 민준", "민준", "", "김", "", ""),
    ("Иван Иванов", "Иван", "", "Иванов", "", ""),
]


@pytest.mark.parametrize(("written", "given", "prefix", "family", "suffix", "literal"), NAMES)
def test_name(written: str, given: str, prefix: str, family: str, suffix: str, literal: str) -> None:
    assert parse_name(written).name == Name(given, family, prefix, suffix, literal)


@pytest.mark.parametrize(
    ("written", "name", "codes"),
    [
        ("", Name(), []),
        ("~", Name(), []),
        ("{", Name(), []),
        ("von", Name(family="von"), []),
        ("Wei Li 0001", Name("Wei", "Li"), []),
        ("Li 0001", Name("Li", "0001"), []),
        ("Smith,, Jr", Name(family="Smith", suffix="Jr"), ["NAM009"]),
        ("Smith，John", Name("John", "Smith"), []),
        ("A, B, C, D, E", Name("C D E", "A", suffix="B"), ["NAM002"]),
        ("family=Ōe, given=Ken", Name("Ken", "Ōe"), []),
        ("given=", Name(literal="given="), ["NAM001"]),
        ("given=A, famly=B", Name("A"), ["NAM006"]),
        ("司马光", Name("光", "司马", literal="司马光"), []),
        ("ナカムラ・シュウジ", Name(family="ナカムラ・シュウジ", literal="ナカムラ・シュウジ"), []),
        ("王小明（x）", Name(family="王小明（x）"), []),
    ],
)
def test_an_odd_name_is_read_as_far_as_it_goes(written: str, name: Name, codes: list[str]) -> None:
    parsed = parse_name(written)
    assert parsed.name == name
    assert [each.rule.code for each in parsed.complaints] == codes


def test_an_unknown_part_is_pointed_at() -> None:
    (complaint,) = parse_name("given=Ada, famly=Lovelace").complaints
    assert complaint.offset == len("given=Ada, ")


@pytest.mark.parametrize(
    ("written", "given", "family"),
    [
        (r"Pi\~{n}a, Jos\'e", "José", "Piña"),
        (r"Jos\'e Pi\~{n}a", "José", "Piña"),
        (r"Mu\~noz, A\~{n}a", "Aña", "Muñoz"),
        (r"Jo\~ao~Silva", "João", "Silva"),
        (r"Le, J.~K.", "J. K.", "Le"),
    ],
)
def test_a_tilde_is_a_blank_only_where_it_is_no_accent(written: str, given: str, family: str) -> None:
    name = parse_name(written).name
    assert (name.given, name.family) == (given, family)
