"""What stands in lists of names and is no name of BibTeX's.

The forms are those that PubMed (Citing Medicine, 2nd edition, chapter 1), the AMA's and Vancouver styles, title pages and
Zotero's two fields for a name have; what they are read as follows BibTeX's three forms and CSL 1.0.2.
"""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.name_forms import is_others, split_suffix, without_marks
from paperatlas.bibliography.model.names import read_names

# value, the names as `prefix|family|given|suffix`, others, problems, the value after its edits
LISTS = [
    # others are never a person
    ("Testa, Nina and others, ", ["|Testa|Nina|"], True, ["NAM004"]),
    ("Testa, Nina and others.", ["|Testa|Nina|"], True, ["NAM004"]),
    ("Testa, Nina and Others", ["|Testa|Nina|"], True, ["NAM004"]),
    ("Testa, Nina and {others}", ["|Testa|Nina|"], True, ["NAM004"]),
    ("Testa, Nina and u. a.", ["|Testa|Nina|"], True, ["NAM004"]),
    ("Testa, Nina u.a.", ["|Testa|Nina|"], True, ["NAM004"]),
    ("Testa, Nina and ...", ["|Testa|Nina|"], True, ["NAM004"]),
    ("Testa, Nina, et al", ["|Testa|Nina|"], True, ["NAM004"]),
    ("Testa, Nina and others and Doe, K.", ["|Testa|Nina|", "|Doe|K.|"], True, ["NAM004"]),
    ("王小明等", ["|王|小明|"], True, ["NAM004"]),
    ("王小明, 李四, 等", ["|王|小明|", "|李|四|"], True, ["NAM004", "NAM003"]),
    ("others", [], False, ["NAM001"]),
    # commas, and one `and`
    ("Pardo F., Kirk T. and Whit D.", ["|Pardo|F.|", "|Kirk|T.|", "|Whit|D.|"], False, ["NAM003"]),
    ("Pardo F., Kirk T., and Whit D.", ["|Pardo|F.|", "|Kirk|T.|", "|Whit|D.|"], False, ["NAM003"]),
    ("F. Pardo, T. Kirk and D. Whit", ["|Pardo|F.|", "|Kirk|T.|", "|Whit|D.|"], False, ["NAM003"]),
    ("Pardo, F., Kirk, T. and Whit, D.", ["|Pardo|F.|", "|Kirk|T.|", "|Whit|D.|"], False, ["NAM003"]),
    ("Ada Pardo, Bo Kirk, Cy Mace and Di Whit",
     ["|Pardo|Ada|", "|Kirk|Bo|", "|Mace|Cy|", "|Whit|Di|"], False, ["NAM003"]),
    ("García Márquez, Gabriel José and Ada Pardo", ["|García Márquez|Gabriel José|", "|Pardo|Ada|"], False, []),
    # initials last
    ("Kovar N, Stone KR", ["|Kovar|N|", "|Stone|KR|"], False, ["NAM003"]),
    ("Kovar N, Stone KR, et al.", ["|Kovar|N|", "|Stone|KR|"], True, ["NAM004", "NAM003"]),
    ("Kovar N; Stone KR", ["|Kovar|N|", "|Stone|KR|"], False, ["NAM005"]),
    ("Kovar N and Stone KR", ["|Kovar|N|", "|Stone|KR|"], False, ["NAM008"]),
    ("Stone KR Jr, van der Berg J", ["|Stone|KR|Jr", "van der|Berg|J|"], False, ["NAM003"]),
    ("Malcolm X", ["|X|Malcolm|"], False, []),
    ("Weinan E and Bing Yu", ["|E|Weinan|", "|Yu|Bing|"], False, []),
    ("Xin LI and Wei WU", ["|LI|Xin|", "|WU|Wei|"], False, []),
    # suffixes
    ("Sammy Davis Jr.", ["|Davis|Sammy|Jr."], False, ["NAM009"]),
    ("Davis Jr., Sammy", ["|Davis|Sammy|Jr."], False, ["NAM009"]),
    ("Davis, Sammy, Jr.", ["|Davis|Sammy|Jr."], False, ["NAM009"]),
    ("La Toll, Robert M. III", ["|La Toll|Robert M.|III"], False, ["NAM009"]),
    ("La Toll, Sr., Robert M.", ["|La Toll|Robert M.|Sr."], False, []),
    # marks
    ("Ada Pardo* and Bo Kirk†", ["|Pardo|Ada|", "|Kirk|Bo|"], False, ["NAM007", "NAM007"]),
    ("Ada Pardo\\textsuperscript{1,2} and Bo Kirk$^{1}$", ["|Pardo|Ada|", "|Kirk|Bo|"], False, ["NAM007", "NAM007"]),
    ("Pardo*, Ada", ["|Pardo|Ada|"], False, ["NAM007"]),
    ("Ada Pardo1,2", ["|Pardo|Ada|"], False, ["NAM007"]),
    ("Pardo, Ada\\thanks{Equal contribution}", ["|Pardo|Ada|"], False, ["NAM007"]),
    ("Ada Pardo (equal contribution)", ["|Pardo|Ada|"], False, ["NAM007"]),
    ("deadmau5", ["|deadmau5||"], False, []),
    # what stands beside a name: degrees and titles, roles, e-mail addresses, quotation marks, a semicolon
    ("Jane Roe, PhD and Roe, Jane, Ph.D.", ["|Roe|Jane|", "|Roe|Jane|"], False, ["NAM007", "NAM007"]),
    ("Doe, John, M.D. and García Márquez, M.D.", ["|Doe|John|", "|García Márquez|M.D.|"], False, ["NAM007"]),
    ("Dr. Jane Roe and Prof. Dr. John Doe", ["|Roe|Jane|", "|Doe|John|"], False, ["NAM007", "NAM007"]),
    ("Roe, Dr. Jane and Dr. Dre", ["|Roe|Jane|", "|Dre|Dr.|"], False, ["NAM007"]),
    ("Roe, Jane (ed.) and Doe, J. [Eds.]", ["|Roe|Jane|", "|Doe|J.|"], False, ["NAM007", "NAM007"]),
    ("Jane Roe <jane@example.org>", ["|Roe|Jane|"], False, ["NAM007"]),
    ('"Smith, John" and \'Roe, Jane\'', ["|Smith|John|", "|Roe|Jane|"], False, ["NAM007", "NAM007"]),
    ("'t Hooft, Gerard and O'Neil, Ann", ["'t|Hooft|Gerard|", "|O'Neil|Ann|"], False, []),
    ("Smith, John; and Roe, Jane", ["|Smith|John|", "|Roe|Jane|"], False, ["NAM007"]),
    ("王小明 (Wang Xiaoming)", ["|王|小明|"], False, ["NAM007"]),
    # a thin space, which is no comma
    ("Poe, C.\\,D. and C.\\,D. Poe", ["|Poe|C. D.|", "|Poe|C. D.|"], False, []),
    # another language's word for `and`; `y` is part of a name, and so is the `und` of the Stein family
    ("John Smith und Jane Roe", ["|Smith|John|", "|Roe|Jane|"], False, ["NAM005"]),
    ("Smith, John et Roe, Jane", ["|Smith|John|", "|Roe|Jane|"], False, ["NAM005"]),
    ("Karl vom und zum Stein", ["vom und zum|Stein|Karl|"], False, []),
    ("Ramón y Cajal, Santiago", ["|Ramón y Cajal|Santiago|"], False, []),
    ("John Smith, Jane Roe & Max Poe", ["|Smith|John|", "|Roe|Jane|", "|Poe|Max|"], False, ["NAM005", "NAM003"]),
    # initials last in one name of several
    ("Иванов, И. И. and Петров И.", ["|Иванов|И. И.|", "|Петров|И.|"], False, ["NAM008"]),
    ("Smith, J. and Roe K.", ["|Smith|J.|", "|Roe|K.|"], False, ["NAM008"]),
    # groups
    ("ATLAS Collaboration and Team, Gemini", ["|||", "|||"], False, ["NAM010", "NAM010"]),
    ("{ATLAS} Collaboration and {the} {LHCb} Collaboration", ["|||", "|||"], False, ["NAM010", "NAM010"]),
    ("World Health Organization", ["|||"], False, ["NAM010"]),
    ("Ministry of Health and Centers for Disease Control", ["|||", "|||"], False, ["NAM010", "NAM010"]),
    ("William of Ockham", ["of|Ockham|William|"], False, []),
    # signs between names that nobody has in a name
    ("Pardo, Ada / Kirk, Bo", ["|Pardo|Ada|", "|Kirk|Bo|"], False, ["NAM005"]),
    ("Pardo, Ada | Kirk, Bo", ["|Pardo|Ada|", "|Kirk|Bo|"], False, ["NAM005"]),
    ("Pardo, Ada + Kirk, Bo", ["|Pardo|Ada|", "|Kirk|Bo|"], False, ["NAM005"]),
    ("Pardo, Ada \\and Kirk, Bo", ["|Pardo|Ada|", "|Kirk|Bo|"], False, ["NAM005"]),
    # universities, years, other scripts and ORCID beside a name
    ("Pardo, Ada (MIT) and Kirk, Bo (University of Here)", ["|Pardo|Ada|", "|Kirk|Bo|"], False, ["NAM007", "NAM007"]),
    ("Kirk, Bo (2020)", ["|Kirk|Bo|"], False, ["NAM007"]),
    ("Zhang, San (张三)", ["|Zhang|San|"], False, ["NAM007"]),
    ("0000-0001-2345-678X Pardo, Ada", ["|Pardo|Ada|"], False, ["NAM007"]),
    ("Pardo, Robert (Bob)", ["|Pardo|Robert (Bob)|"], False, []),
    # braces hold a name together (BibTeXing, section 4; the BibLaTeX manual, 2.3.3): a person in them is a group
    ("{Lovelace, Ada}", ["|||"], False, ["NAM011"]),
    ("{Lovelace, A. K.} and Pardo, Ada", ["|||", "|Pardo|Ada|"], False, ["NAM011"]),
    ("{Kirk-Mace, Bo R.}", ["|||"], False, ["NAM011"]),
    ("{Lovelace, Ada and Pardo, B.}", ["|Lovelace|Ada|", "|Pardo|B.|"], False, ["NAM011"]),
    ("{Google, Inc.}", ["|||"], False, []),
    ("{NASA, Goddard}", ["|||"], False, []),
    ("{Ministry of Health, Labour and Welfare}", ["|||"], False, []),
    ("{Research Group, University of Here}", ["|||"], False, []),
    ("{Barnes and Noble, Inc.}", ["|||"], False, []),
    # words that say that nobody is named, and brackets around what a cataloguer has found (Web of Science)
    ("[no author]", [], False, ["NAM001"]),
    ("Unknown Author and Ada Pardo", ["|Pardo|Ada|"], False, ["NAM001"]),
    ("佚名", [], False, ["NAM001"]),
    ("[Anonymous]", ["|Anonymous||"], False, ["NAM007"]),
    ("[Pardo, Ada]", ["|Pardo|Ada|"], False, ["NAM007"]),
    ("Anonymous", ["|Anonymous||"], False, []),
    ("Ph.D. Ada Pardo", ["|Pardo|Ada|"], False, ["NAM007"]),
    # nothing that is a name
    ("123 and Ada Pardo", ["|Pardo|Ada|"], False, ["NAM001"]),
    ("{---}", [], False, ["NAM001"]),
    ("*", [], False, ["NAM007"]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "names", "others", "codes"), LISTS)
def test_a_list_is_read_as_what_it_means(value: str, names: list[str], others: bool, codes: list[str]) -> None:
    read, complaints = read_names(value)
    assert [f"{name.prefix}|{name.family}|{name.given}|{name.suffix}" for name in read.names] == names
    assert read.others == others
    assert [each.rule.code for each in complaints] == codes


@pytest.mark.parametrize("value", [value for value, *_ in LISTS])
def test_what_is_mended_is_read_as_before_without_that_problem(value: str) -> None:
    names, complaints = read_names(value)
    for complaint in complaints:
        if complaint.edit is None:
            continue
        offset, was, text = complaint.edit
        assert value[offset:].startswith(was)
        mended = value[:offset] + text + value[offset + len(was) :]
        again, rest = read_names(mended)
        assert again == names
        assert len(rest) < len(complaints)


@pytest.mark.parametrize(
    "text",
    ["others", "others,", "Others.", "et al", "et al.", "et. al.", "u. a.", "u.a.", "等", "等人", "и др.", "etc.",
     "and others", "…", "al.", "{al.}", "{et al.}", "alii", "et coll.", "12 additional authors not shown"],
)  # fmt: skip
def test_words_for_others(text: str) -> None:
    assert is_others(text)


@pytest.mark.parametrize("text", ["Other", "Otherson", "Al", "Al, Et", "Coll", "Ua", "Alan", "Sonsino"])
def test_names_that_are_like_them(text: str) -> None:
    assert not is_others(text)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Ada Pardo‡", "Ada Pardo"),
        ("Ada Pardo\\dag{}", "Ada Pardo"),
        ("Ada Pardo¹", "Ada Pardo"),
        ("Ada Pardo{*}", "Ada Pardo"),
        ("Ada Pardo\\#", "Ada Pardo"),
        ("Ada Pardo<sup>1</sup>", "Ada Pardo"),
        ("Wei Li 0001", "Wei Li 0001"),
        ("{Group 42*}", "{Group 42*}"),
        ("C3PO Bot", "C3PO Bot"),
        ('M{\\"u}ller, J{\\"o}rg', 'M{\\"u}ller, J{\\"o}rg'),
    ],
)
def test_marks_are_taken_off(text: str, bare: str) -> None:
    assert without_marks(text) == bare


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Robert M., Sr.", ("Robert M.", "Sr.")),
        ("Robert Jr", ("Robert", "Jr")),
        ("Robert III", ("Robert", "III")),
        ("Robert", ("Robert", "")),
        ("Jr.", ("Jr.", "")),
        ("Smith JR", ("Smith JR", "")),
    ],
)
def test_a_suffix_is_split_off(text: str, parts: tuple[str, str]) -> None:
    assert split_suffix(text) == parts
