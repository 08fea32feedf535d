"""Settings that an entry has for bibliographies: the options and the fields that BibLaTeX's manual names for them."""

from __future__ import annotations

import pytest

from paperatlas.atlas import Paper
from paperatlas.atlas.roles import EDITOR_TYPES, ROLES
from paperatlas.pages import messages_for
from paperatlas.pages.citations.cite_as import reference
from paperatlas.pages.citations.reference import reference_html, short_names, sort_key
from paperatlas.texts.en import EN
from paperatlas.texts.roles import CHINESE_ROLES, ENGLISH_ROLES
from paperatlas.texts.zh import ZH
from tests.conftest import ReadFiles, make_site
from tests.pages.citations.test_page import shown, words


def paper_of(read_files: ReadFiles, fields: str) -> Paper:
    text = f"@book{{k, title = {{T}}, date = {{2012}}, {fields}}}"
    return read_files({"bib/a.bib": text}).atlas.papers["k"]


@pytest.mark.parametrize(
    ("fields", "cited", "listed"),
    [
        # 3.1.3.1 of the manual: `useauthor`, `useeditor`
        ("author={A, X}, editor={E, Y}, options={useauthor=false}", ["E"], "E, Y. (Ed.) (2012). T. By X A."),
        ("editor={E, Y}, options={maxnames=2, useeditor = false}", ["T"], "T (2012). Edited by Y E."),
        ("author={A, X}, editor={E, Y}, options={useeditor=false}", ["A"], "A, X. (2012). T. Edited by Y E."),
        # 2.3.6: `editortype`, `editora` and its like
        ("editor={E, Y and F, Z}, editortype={compiler}", ["E", "F"], "E, Y., F, Z. (Comps.) (2012). T."),
        ("editor={E, Y}, editortype={director}", ["E"], "E, Y. (Dir.) (2012). T."),
        ("editor={E, Y}, editortype={editor}", ["E"], "E, Y. (Ed.) (2012). T."),
        (
            "author={A, X}, editora={C, Z}, editoratype={collaborator}",
            ["A"],
            "A, X. (2012). T. In collaboration with Z C.",
        ),
        # 2.2.2: `nameaddon` stands behind the author's name, and nowhere without one
        ("author={A, X}, nameaddon={pseud. of B}", ["A"], "A, X. [pseud. of B] (2012). T."),
        ("author={A, X}, nameaddon={(B)}", ["A"], "A, X. (B) (2012). T."),
        ("editor={E, Y}, nameaddon={pseud.}", ["E"], "E, Y. (Ed.) (2012). T."),
        # 2.2.3: `shortauthor`, `shorteditor`, `label`
        ("author={{International Machines}}, shortauthor={IM}", ["IM"], "International Machines (2012). T."),
        ("editor={{International Machines}}, shorteditor={IM}", ["IM"], "International Machines (Ed.) (2012). T."),
        ("label={LBL}", ["LBL"], "T (2012)."),
    ],
)  # fmt: skip
def test_whom_a_work_is_cited_by(read_files: ReadFiles, fields: str, cited: list[str], listed: str) -> None:
    paper = paper_of(read_files, fields)
    assert short_names(paper) == cited
    assert reference_html(paper, EN, "", year="2012", year_first=True) == listed


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ("editor={E, Y}, editortype={compiler}", "E, Y. (Comp.) (2012). T."),
        ("author={A, X}, nameaddon={pseud.}", "A, X. [pseud.] (2012). T."),
        ("editor={E, Y and others}", "E, Y., et al. (Eds.) (2012). T."),
        ("author={A, X}, editor={E, Y}, editortype={reviser}", "A, X. (2012). T (Y E, Rev.)."),
        ("author={A, X}, editor={E, Y}, options={useauthor=false}", "E, Y. (Ed.) (2012). T (X A)."),
    ],
)
def test_the_reference_to_copy(read_files: ReadFiles, fields: str, text: str) -> None:
    assert reference(paper_of(read_files, fields)) == text


@pytest.mark.parametrize("roles", [ENGLISH_ROLES, CHINESE_ROLES])
def test_there_are_words_for_every_role(roles: object) -> None:
    assert roles in (EN.citations.roles, ZH.citations.roles)
    assert {*ENGLISH_ROLES.words} == {*CHINESE_ROLES.words} == {*ROLES, *EDITOR_TYPES}


def test_references_are_sorted_as_entries_say(read_files: ReadFiles) -> None:
    library = """
        @book{group, author={{The Zebra Group}}, sortname={Aardvark, A}, title={T}, year=2013}
        @book{plain, author={Middle, M}, title={T}, year=2013, key={tagkey1999}}
        @book{first, author={Zulu, Z}, presort={aa}, title={T}, year=2013}
        @book{last, author={Alpha, A}, presort={zz}, title={T}, year=2013}
        @book{by-key, author={Zulu, Z}, sortkey={Nnn}, title={T}, year=2013}
        @book{by-year, author={Middle, M}, sortyear={1999}, title={T}, year=2020}
        @book{by-title, author={Middle, M}, sorttitle={S}, title={The Z}, year=2013}
    """
    papers = read_files({"bib/a.bib": library}).atlas.papers.values()
    in_order = ["first", "group", "by-year", "by-title", "plain", "by-key", "last"]
    assert [paper.key for paper in sorted(papers, key=sort_key)] == in_order


LIBRARY = """
@set{both, entryset = {one, two}}
@xdata{house, publisher = {House}}
@IEEEtranBSTCTL{IEEEexample:BSTcontrol, CTLuse_forced_etal = "yes"}
@Control{achemso-control, ctrl-article-title = "yes"}
@book{one, author = {Ada, A.}, title = {One}, date = {2001}, xdata = {house}}
@book{two, author = {Beta, B.}, title = {Two}, date = {2002}, publisher = {Two}}
"""


def test_what_is_no_work_has_no_page(read_files: ReadFiles) -> None:
    project = read_files({"bib/a.bib": LIBRARY})
    assert list(project.atlas.papers) == ["one", "two"]
    assert project.atlas.papers["one"].venue == "House"
    assert [problem.code for problem in project.problems] == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("[see @both, p. 3]", "(see Ada, 2001; Beta, 2002, p. 3)"),
        ("@both say so", "Ada (2001; Beta, 2002) say so"),
        ("[@both; @one]", "(Ada, 2001; Beta, 2002; Ada, 2001)"),
        ("[@house]", "(@house)"),
    ],
)
def test_a_set_is_cited_as_its_members(read_files: ReadFiles, text: str, read: str) -> None:
    project = read_files({"bib/a.bib": LIBRARY, "docs/a.md": text})
    assert words(shown(make_site(project.atlas, messages_for("en")), text)) == read
    assert ("CIT001" in [problem.code for problem in project.problems]) == ("house" in text)
    if "both" in text:
        assert {"one", "two"} <= project.atlas.mentions.keys()


SHORTHANDS = r"""
@book{poet, author = {Aristotle}, title = {Poetics}, date = {1968}, shorthand = {Poet.}}
@book{rhet, author = {Aristotle}, title = {Rhetoric}, date = {1968}}
@misc{skip, author = {Poe, Ann}, title = {Skipped}, date = {2010}, options = {useprefix, skipbib=true}}
@misc{data, author = {Poe, Bo}, title = {Data}, date = {2011}, options = {dataonly}}
@misc{kept, author = {Poe, Cy}, title = {Kept}, date = {2012}, options = {skipbib=false}}
"""


@pytest.mark.parametrize(
    ("style", "text", "written"),
    [
        # 2.2.3: a `shorthand` stands in place of the label; authoryear.cbx and numeric.cbx write nothing besides
        ("author-year", "[@poet, p. 3; @rhet]", "(Poet., p. 3; Aristotle, 1968)"),
        ("author-year", "[see -@poet]", "(see Poet.)"),
        ("author-year", "@poet says", "Poet. says"),
        ("author-year", "@poet [p. 3; @rhet] says", "Poet. (p. 3; Aristotle, 1968) says"),
        ("numeric", "[@poet, p. 3; @rhet]", "[Poet., p. 3; 1]"),
    ],
)
def test_shorthands(read_files: ReadFiles, style: str, text: str, written: str) -> None:
    site = make_site(read_files({"bib/a.bib": SHORTHANDS}).atlas, messages_for("en"))
    assert words(shown(site, text, style)) == written


@pytest.mark.parametrize(
    ("style", "references"),
    [
        ("author-year", ["[Poet.] Aristotle (1968). Poetics.", "Aristotle (1968). Rhetoric.", "Poe, C. (2012). Kept."]),
        ("numeric", ["[Poet.] Aristotle. Poetics. 1968.", "[1] Aristotle. Rhetoric. 1968.", "[4] Poe, C. Kept. 2012."]),
    ],
)
def test_what_is_listed(read_files: ReadFiles, style: str, references: list[str]) -> None:
    site = make_site(read_files({"bib/a.bib": SHORTHANDS}).atlas, messages_for("en"))
    page = shown(site, "[@poet] [@rhet] [@skip] [@data] [@kept]", style, "end")
    assert [" ".join(item.get_text().split()).removesuffix(" ↩") for item in page.select("li.pa-ref")] == references
