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
    ("Lovelace, Ada; Turing, Alan and Roe, Jane", ["Ada Lovelace", "Alan Turing", "Jane Roe"], False, ["NAM005"]),
    ("A. Lovelace；A. Turing and J. Roe and others", ["A. Lovelace", "A. Turing", "J. Roe"], True, ["NAM005"]),
    ("{Institute; a group} and Roe, Jane", ["Institute; a group", "Jane Roe"], False, []),
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

# what stands between names instead of `and`: value, displayed names, problems
SEPARATORS = [
    ("Ann Roe, Bo Doe", ["Ann Roe", "Bo Doe"], ["NAM003"]),
    ("Ann Roe, Bo Doe and Cy Poe", ["Ann Roe", "Bo Doe", "Cy Poe"], ["NAM003"]),
    ("Ann B. Roe, Kovar Doe", ["Ann B. Roe", "Kovar Doe"], ["NAM003"]),
    ("Anna van der Berg, Bo Doe", ["Anna van der Berg", "Bo Doe"], ["NAM003"]),
    ("María José García Márquez, Juan Pérez", ["María José García Márquez", "Juan Pérez"], ["NAM003"]),
    ("Kovar Stone, Barr Mace", ["Barr Mace Kovar Stone"], ["NAM012"]),
    ("García Márquez, Gabriel José", ["Gabriel José García Márquez"], []),
    ("Nguyen Van, Thanh Tung", ["Thanh Tung Nguyen Van"], []),
    ("Jean Louis, Marie Claire", ["Marie Claire Jean Louis"], ["NAM012"]),
    ("Le Guin, Ursula Kroeber", ["Ursula Kroeber Le Guin"], []),
    ("Correia, M.M., Yeh, F-C., Nimmo-Smith, I.", ["M. M. Correia", "F-C. Yeh", "I. Nimmo-Smith"], ["NAM003"]),
    ("Malik, J./Rüpke, J./Wobbe, T.", ["J. Malik", "J. Rüpke", "T. Wobbe"], ["NAM005"]),
    ("Gabriel, K./Höhn, H.-J.", ["K. Gabriel", "H.-J. Höhn"], ["NAM005"]),
    ("Jamal Malik/Jörg Rüpke", ["Jamal Malik", "Jörg Rüpke"], ["NAM005"]),
    ("AC/DC Collective", ["AC/DC Collective"], []),
    ("J. Malik -- J. Rüpke", ["J. Malik", "J. Rüpke"], ["NAM005"]),
    ("J. Malik - J. Rüpke", ["J. Malik", "J. Rüpke"], ["NAM005"]),
    ("Garcia - Lopez, Maria", ["Maria Garcia - Lopez"], []),
    ("Ann Roe \\\\ Bo Doe", ["Ann Roe", "Bo Doe"], ["NAM005"]),
    ("Ann Roe · Bo Doe • Cy Poe", ["Ann Roe", "Bo Doe", "Cy Poe"], ["NAM005"]),
    ("张三\\and 李四", ["张三", "李四"], ["NAM005"]),
    ("张三 李四", ["张三", "李四"], ["NAM005"]),
    ("王小明 李小红 赵大力", ["王小明", "李小红", "赵大力"], ["NAM005"]),
    ("王 小明", ["王 小明"], []),
    ("山田 太郎", ["山田 太郎"], []),
    # nationality and role, as GB/T 7714's users write them
    ("[美]约翰·史密斯 and 【英】史密斯", ["约翰·史密斯", "史密斯"], ["NAM007", "NAM007"]),
    ("约翰·史密斯 著 and 张三 译", ["约翰·史密斯", "张三"], ["NAM007", "NAM007"]),
    ("高橋 一郎", ["高橋 一郎"], []),
    ("约翰·史密斯", ["约翰·史密斯"], []),
    ("Ann Roe with Bo Doe", ["Ann Roe", "Bo Doe"], ["NAM005"]),
    ("Roe, Ann y Doe, Bo", ["Ann Roe", "Bo Doe"], ["NAM005"]),
    ("María García y Juan Pérez", ["María García", "Juan Pérez"], ["NAM005"]),
    ("José Ortega y Gasset", ["José Ortega y Gasset"], []),
    ("Weinstein, D.; Kindlmann G. and Lundberg, E", ["D. Weinstein", "G. Kindlmann", "E Lundberg"], ["NAM005"]),
    ("Paula Oliveira, Tatiana de and Mace, Bo", ["Tatiana de Paula Oliveira", "Bo Mace"], []),
    ("Paula Oliveira, Maria Ana and Mace, Bo", ["Maria Ana Paula Oliveira", "Bo Mace"], ["NAM012"]),
    ("Melie, L; Koenig T; Kovar, N", ["L Melie", "T Koenig", "N Kovar"], ["NAM005"]),
    ("Weinstein, D. and Kindlmann, G.and Lundberg, E", ["D. Weinstein", "G. Kindlmann", "E Lundberg"], ["NAM005"]),
]


@pytest.mark.parametrize(("value", "names", "codes"), SEPARATORS)
def test_what_parts_names_beside_and(value: str, names: list[str], codes: list[str]) -> None:
    read, complaints = read_names(value)
    assert [name.display for name in read.names] == names
    assert [each.rule.code for each in complaints] == codes


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


# value, displayed names, problems; what is one group has no parts
GROUPS = [
    ("Meta AI and Google DeepMind", ["Meta AI", "Google DeepMind"], ["NAM010", "NAM010"]),
    ("Google LLC and Apple Inc.", ["Google LLC", "Apple Inc."], ["NAM010", "NAM010"]),
    ("Apple, Inc.", ["Apple, Inc."], ["NAM010"]),
    ("United Nations", ["United Nations"], ["NAM010"]),
    ("World Wide Web Consortium (W3C)", ["World Wide Web Consortium"], ["NAM007", "NAM010"]),
    ("Wikipedia contributors", ["Wikipedia contributors"], ["NAM010"]),
    ("Mistral AI team", ["Mistral AI team"], ["NAM010"]),
    ("Statistisches Bundesamt", ["Statistisches Bundesamt"], ["NAM010"]),
    ("Bundesministerium für Bildung und Forschung", ["Bundesministerium für Bildung und Forschung"], ["NAM010"]),
    ("Ministère de la Santé", ["Ministère de la Santé"], ["NAM010"]),
    ("the Virgo Collaboration", ["the Virgo Collaboration"], ["NAM010"]),
    (
        "The LIGO Scientific Collaboration and the Virgo Collaboration",
        ["The LIGO Scientific Collaboration", "the Virgo Collaboration"],
        ["NAM010", "NAM010"],
    ),
    (
        "National Institute of Standards and Technology",
        ["National Institute of Standards and Technology"],
        ["NAM010"],
    ),
    (
        "Centers for Disease Control and Prevention and Ann Roe",
        ["Centers for Disease Control and Prevention", "Ann Roe"],
        ["NAM010"],
    ),
    ("Department of Health and Human Services", ["Department of Health and Human Services"], ["NAM010"]),
    ("Food and Agriculture Organization", ["Food and Agriculture Organization"], ["NAM010"]),
    (
        "Institute of Electrical and Electronics Engineers",
        ["Institute of Electrical and Electronics Engineers"],
        ["NAM010"],
    ),
    ("Ministry of Health and Ann Roe", ["Ministry of Health", "Ann Roe"], ["NAM010"]),
    ("Collaboration, C.", ["C. Collaboration"], ["NAM010"]),
    ("Center, C. N. and Roussel, S.A.", ["C. N. Center", "S. A. Roussel"], []),
    ("OpenAI and Microsoft Research", ["OpenAI", "Microsoft Research"], ["NAM010"]),
]


@pytest.mark.parametrize(("value", "names", "codes"), GROUPS)
def test_groups_without_braces(value: str, names: list[str], codes: list[str]) -> None:
    read, complaints = read_names(value)
    assert [name.display for name in read.names] == names
    assert [each.rule.code for each in complaints] == codes
    groups = [name.literal for name in read.names if " " in name.display and not name.given]
    assert groups == [
        name for name in names if " " in name and name not in ("Ann Roe", "C. N. Center", "S. A. Roussel")
    ]


@pytest.mark.parametrize(
    ("value", "names", "others", "codes"),
    [
        ("others", [], False, ["NAM001"]),
        ("Roe A et al", ["A Roe"], True, ["NAM004"]),
        (r"Roe, A. \emph{et al.}", ["A. Roe"], True, ["NAM004"]),
        (r"Roe, A. and \textit{et~al.}", ["A. Roe"], True, ["NAM004"]),
        (
            "Roe, A. and Doe, B. for the X Collaboration",
            ["A. Roe", "B. Doe", "the X Collaboration"],
            False,
            ["NAM005"],
        ),
        ("Roe, A. on behalf of the X Group", ["A. Roe", "the X Group"], False, ["NAM005"]),
        # what library catalogues, title pages and citations of the web leave beside names
        ("Roe, Ann, 1970-", ["Ann Roe"], False, ["NAM007"]),
        ("Roe, Ann (1970-2020) and Doe, Bo, 1901-1999.", ["Ann Roe", "Bo Doe"], False, ["NAM007", "NAM007"]),
        ("Roe, A. [Univ. of X] and Doe, B.", ["A. Roe", "B. Doe"], False, ["NAM007"]),
        ("by Ann Roe and Authors: Bo Doe", ["Ann Roe", "Bo Doe"], False, ["NAM007", "NAM007"]),
        ("By, Erik and Bygstad, Bo", ["Erik By", "Bo Bygstad"], False, []),
        ("Martin Luther King, Jr.", ["Martin Luther King, Jr."], False, ["NAM009"]),
    ],
)
def test_what_stands_beside_names(value: str, names: list[str], others: bool, codes: list[str]) -> None:
    read, complaints = read_names(value)
    assert ([name.display for name in read.names], read.others) == (names, others)
    assert [each.rule.code for each in complaints] == codes


def test_a_suffix_behind_a_comma_leaves_the_name_in_the_order_of_speech() -> None:
    (name,) = read_names("Martin Luther King, Jr.").names.names
    assert (name.given, name.family, name.suffix) == ("Martin Luther", "King", "Jr.")


def test_initials_of_a_list_are_no_name_of_a_group() -> None:
    read, complaints = read_names("Kovar AI and Stone KR and Mace AG")
    assert [name.display for name in read.names] == ["AI Kovar", "KR Stone", "AG Mace"]
    assert [each.rule.code for each in complaints] == ["NAM008"]
