"""One name: BibTeX's forms, BibLaTeX's extended form, Chinese names."""

from __future__ import annotations

import pytest

from paperatlas.bibliography import Name
from paperatlas.bibliography.model.name import parse_name

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
    ("written", "display", "label"),
    [
        ("Beethoven, Ludwig van", "Ludwig van Beethoven", "Beethoven"),
        ("van Beethoven, Ludwig", "Ludwig van Beethoven", "van Beethoven"),
        ("von Last, Jr, First", "First von Last, Jr", "von Last"),
        ("{OpenAI}", "OpenAI", "OpenAI"),
        ("王小明", "王小明", "王"),
        ("Plato", "Plato", "Plato"),
    ],
)
def test_display(written: str, display: str, label: str) -> None:
    name = parse_name(written).name
    assert name.display == str(name) == display
    assert name.label == label


def test_names_sort_by_family() -> None:
    names = [parse_name(each).name for each in ("Zoe Adams", "von Beck, Al", "adams, Amy", "{ACM}")]
    assert [name.display for name in sorted(names, key=lambda name: name.sort_key)] == [
        "ACM",
        "Amy adams",
        "Zoe Adams",
        "Al von Beck",
    ]
