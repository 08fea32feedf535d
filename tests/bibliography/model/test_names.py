"""Names: BibTeX's forms, BibLaTeX's extended form, Chinese names, and lists of them."""

from __future__ import annotations

import pytest

from paperatlas.bibliography import Name
from paperatlas.bibliography.model.name import parse_name
from paperatlas.bibliography.model.names import read_names

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


# value, displayed names, others, problems
LISTS = [
    ("Ada Lovelace and Alan Turing", ["Ada Lovelace", "Alan Turing"], False, []),
    ("Ada Lovelace  and\n  Alan Turing", ["Ada Lovelace", "Alan Turing"], False, []),
    ("Ada Lovelace AND Alan Turing", ["Ada Lovelace", "Alan Turing"], False, []),
    ("Lovelace, Ada and others", ["Ada Lovelace"], True, []),
    ("{Barnes and Noble} and Anders Sand", ["Barnes and Noble", "Anders Sand"], False, []),
    ("Alexander {and} Anderson", ["Alexander and Anderson"], False, []),
    ("", [], False, []),
    ("Ada Lovelace and and Alan Turing", ["Ada Lovelace", "Alan Turing"], False, ["NAM001"]),
    ("and Ada Lovelace and", ["Ada Lovelace"], False, ["NAM001", "NAM001"]),
    ("Ada Lovelace and ,,,", ["Ada Lovelace"], False, ["NAM001"]),
    ("," * 5000, [], False, ["NAM001"]),
    ("{}", [], False, ["NAM001"]),
    ("Ada Lovelace and et al.", ["Ada Lovelace"], True, ["NAM004"]),
    ("Ada Lovelace et al.", ["Ada Lovelace"], True, ["NAM004"]),
    ("王小明 and 等", ["王小明"], True, ["NAM004"]),
    ("Smith, J., Doe, K.", ["J. Smith", "K. Doe"], False, ["NAM003"]),
    ("Smith, JA, Doe, K, Roe, R", ["JA Smith", "K Doe", "R Roe"], False, ["NAM003"]),
    ("Ada Lovelace, Alan Turing, Grace Hopper", ["Ada Lovelace", "Alan Turing", "Grace Hopper"], False, ["NAM003"]),
    ("王小明, 李四, 张三", ["王小明", "李四", "张三"], False, ["NAM003"]),
    ("王小明，李四", ["王小明", "李四"], False, ["NAM003"]),
    ("Smith JA, Doe K, Roe R", ["JA Smith", "K Doe", "R Roe"], False, ["NAM003"]),
    ("Ada Lovelace, and Alan Turing, and Grace Hopper", ["Ada Lovelace", "Alan Turing", "Grace Hopper"], False, []),
    ("王小明；李四", ["王小明", "李四"], False, ["NAM005"]),
    ("Lovelace, Ada; Turing, Alan", ["Ada Lovelace", "Alan Turing"], False, ["NAM005"]),
    ("Ada Lovelace \\& Alan Turing", ["Ada Lovelace", "Alan Turing"], False, ["NAM005"]),
    ("Lovelace, Ada, Jr, III", ["Jr III Lovelace, Ada"], False, ["NAM002"]),
    ("given=Ada, famly=Lovelace", ["Ada"], False, ["NAM006"]),
    ("sortingnamekeytemplatename=x and Ada Lovelace", ["Ada Lovelace"], False, []),
    ("useprefix=true, family=Berg, prefix=van, given=Jan", ["Jan van Berg"], False, []),
    ("id=x", ["id=x"], False, ["NAM001"]),
    ("García Márquez, Gabriel", ["Gabriel García Márquez"], False, []),
]


@pytest.mark.parametrize(("value", "names", "others", "codes"), LISTS)
def test_list(value: str, names: list[str], others: bool, codes: list[str]) -> None:
    read, complaints = read_names(value)
    assert [name.display for name in read.names] == names
    assert read.others == others
    assert [each.rule.code for each in complaints] == codes


def test_complaints_point_at_the_name() -> None:
    value = "Ada Lovelace and\n  A, B, C, D and Alan Turing"
    (complaint,) = read_names(value).complaints
    assert value[complaint.offset :].startswith("A, B, C, D")
