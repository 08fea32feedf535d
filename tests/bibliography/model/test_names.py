"""Lists of names: where one ends and the next begins."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.names import read_names

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
    ("Ho， Jonathan and Jain, Ajay", ["Jonathan Ho", "Ajay Jain"], False, []),
    ("{高校，研究所}", ["高校，研究所"], False, []),
    ("王小明 和 李四", ["王小明", "李四"], False, ["NAM005"]),
    ("和田三造", ["和田三造"], False, []),
    ("亀山, 郁夫", ["亀山郁夫"], False, []),
    ("高橋, 一郎", ["高橋一郎"], False, []),
    ("欧阳, 修", ["欧阳修"], False, []),
    ("张三, 竺可桢", ["张三", "竺可桢"], False, ["NAM003"]),
    ("石川, 王芳", ["石川", "王芳"], False, ["NAM003"]),
    ("王芳, 李四", ["王芳", "李四"], False, ["NAM003"]),
    ("王小明, 竺可桢", ["王小明", "竺可桢"], False, ["NAM003"]),
    ("Vincent JL and Moreno R and {SOFA group}", ["JL Vincent", "R Moreno", "SOFA group"], False, ["NAM008"]),
    ("Vincent JL and Moreno R and {SOFA group} and others", ["JL Vincent", "R Moreno", "SOFA group"], True, ["NAM008"]),
    ("{SOFA group} and Vincent JL and Moreno R", ["SOFA group", "JL Vincent", "R Moreno"], False, ["NAM008"]),
    ("王小明，李四", ["王小明", "李四"], False, ["NAM003"]),
    ("Smith JA, Doe K, Roe R", ["JA Smith", "K Doe", "R Roe"], False, ["NAM003"]),
    ("Ada Lovelace, and Alan Turing, and Grace Hopper", ["Ada Lovelace", "Alan Turing", "Grace Hopper"], False, []),
    # Mendeley's braces around what it takes for one family name (JabRef, issue 399)
    (
        "{Attouch, Hedy; Buttazzo, Gio; Michaille}, Gerard",
        ["Hedy Attouch", "Gio Buttazzo", "Gerard Michaille"],
        False,
        ["NAM005"],
    ),
    ("{Roe, Jane; Doe, John}", ["Jane Roe", "John Doe"], False, ["NAM005"]),
    ("{Institute; a group}", ["Institute; a group"], False, []),
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


@pytest.mark.parametrize(
    "words",
    ["et al", "et al.", "ET AL", "et alii", "u.a", "u. a.", "und andere", "et autres", "y otros", "e altri", "et altri",
     "и др", "и др.", "etc", "etc.", "and others", "AND OTHERS", "3 others", "5 additional authors not shown", "ほか"],
)  # fmt: skip
def test_words_for_others_behind_a_comma(words: str) -> None:
    read = read_names(f"Lovelace, Ada, {words}")
    assert ([name.display for name in read.names.names], read.names.others) == (["Ada Lovelace"], True)


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
