"""What CSL 1.0.2 says and citeproc-py does not do by itself: a citation, a reference, and the words of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.build.citations import read_style
from paperatlas.pages import messages_for
from paperatlas.pages.citations.csl_engine import SuffixedYear
from tests.conftest import ReadFiles, make_site
from tests.pages.citations.test_csl import shown, words

STYLE = """\
<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="{locale}">
  <info><title>T</title><id>t</id><category citation-format="author-date"/><updated>2024-01-01T00:00:00Z</updated></info>
  <citation {options}><layout prefix="(" suffix=")" delimiter="; ">{citation}</layout></citation>
  <bibliography><layout suffix=".">{bibliography}</layout></bibliography>
</style>
"""
BIB = """\
@book{roe, author = {Roe, Ann M. J.-P.}, title = {Fruits (apples, pears) of the north}, date = {2005}}
@article{a, author = {Lind, Bo}, title = {First chart}, date = {2020}}
@article{b, author = {Lind, Bo}, title = {Second chart}, date = {2020}}
@book{meer, author = {van der Meer, Jan}, title = {Dikes}, date = {1998-05-04}, edition = {2}, editor = {Noe, N. and Poe, P.}}
@book{ed, author = {Kay, C.}, title = {What?}, edition = {2nd}, date = {2001}}
@book{two, editor = {Noe, N. and Poe, P.}, title = {Two}, date = {2002}, volumes = {3}}
@book{nobody, title = {Nobody}, date = {2002}, volumes = {1}}
@inbook{fore, author = {Lind, Bo and Kay, C.}, bookauthor = {Copp, Cy}, title = {Foreword}, booktitle = {Foam}, pages = {ix--xii}, date = {2014-21}}
@patent{gate, author = {Sax, S.}, title = {Gate}, number = {US1234567B2}, date = {2009}}
@inproceedings{day, author = {Lind, Bo}, title = {Day}, booktitle = {Fair}, eventdate = {2016-02-03}, date = {2016}}
@inproceedings{fair, author = {Lind, Bo}, title = {“No” is a title}, booktitle = {Fair}, eventdate = {2016-05-02/2016-05-04}, date = {2016}}
@online{pre, author = {Lind, Bo}, title = {Pre map}, eprint = {2001.00001}, eprinttype = {arxiv}, date = {2019-01}}
"""
NUMERIC = (
    '<choose><if is-numeric="locator"><label variable="locator" text-case="capitalize-first" suffix=" "/></if></choose>'
    '<text variable="locator"/>'
)
LABEL = '<label variable="locator" form="short" suffix=" "/><text variable="locator"/>'
YEAR = '<names variable="author"><name form="short"/></names><date variable="issued" prefix=" "><date-part name="year"/></date>'
AUTHOR = '<names variable="author"><name name-as-sort-order="first" %s/></names>'
TITLE = '<text variable="title" text-case="title"/>'
QUOTED = '<group delimiter=", "><text variable="title" quotes="true"/><date variable="issued"><date-part name="year"/></date></group>'
LETTERS = 'disambiguate-add-year-suffix="true"'
NAME = '<names variable="author"><name form="short"/></names>'
BY_NAME = (
    f'<group delimiter=" ">{NAME}<choose><if disambiguate="true"><text variable="title"/></if></choose>'
    '<text variable="locator"/></group>'
)
KIND = '<group delimiter="/"><text value="J"/><choose><if variable="medium"><text variable="medium"/></if></choose></group>'
EDITION = '<number variable="edition" form="ordinal"/><text value=" ed"/>'
EDITORS = '<names variable="editor"><name form="short"/><label form="short" text-case="title" prefix=" (" suffix=")"/></names>'
EDITED = (
    '<names variable="author"><name form="short" and="text"/><label form="short" prefix=", "/>'
    '<substitute><choose><if variable="editor"><names variable="editor"/></if></choose><text variable="title"/></substitute></names>'
    '<text variable="title" prefix=". "/><names variable="editor" prefix=", edited by "/>'
)
BY = '<names variable="container-author"><name form="short"/></names>'
OF_SEVERAL = '<number variable="number-of-volumes" suffix=" "/><label variable="number-of-volumes" form="short"/>'
PAGES = '<label variable="page" form="short" suffix=" "/><text variable="page"/>'
NUMBERED = '<label variable="number" form="short" suffix=" "/><text variable="number"/>'
DAY = '<date variable="event-date" form="text"/>'
SHORT_DAY = (
    '<date variable="event-date" form="text"><date-part name="month" form="short"/></date>'
    '<date variable="event-date" form="text" prefix="; "/>'
)
SEASON = '<date variable="issued"><date-part name="month" form="short" suffix=" "/><date-part name="year"/></date>'
INVERTED = '<names variable="author"><name name-as-sort-order="first" and="text" delimiter-precedes-last="after-inverted-name"/></names>'
ET_AL = '<names variable="editor"><name form="short" et-al-min="1" et-al-use-first="1"/><et-al font-style="italic"/></names>'

CITATIONS = [
    # locale, options, citation, text, words
    ("en-US", "", NUMERIC, "[@roe, chap. 2]", "(Chapter 2)"),
    ("en-US", "", NUMERIC, "[@roe, chap. D2]", "(Chapter D2)"),
    ("en-US", "", NUMERIC, "[@roe, chaps. 2-4, 7 & 9]", "(Chapters 2-4, 7 & 9)"),
    ("en-US", "", NUMERIC, "[@roe, chap. IV]", "(IV)"),
    ("en-US", "", LABEL, "[@roe, 3]", "(p. 3)"),
    ("en-US", "", LABEL, "[@roe{ii, A, D-Z}]", "(ii, A, D-Z)"),
    ("en-US", "", LABEL, "[@roe, pp. 2.0]", "(p. 2.0)"),
    ("en-US", "", YEAR, "[@b; @a]", "(Lind 2020; Lind 2020)"),
    ("en-US", LETTERS, YEAR, "[@b; @a; @roe]", "(Lind 2020a; Lind 2020b; Roe 2005)"),
    ("en-US", LETTERS, YEAR, "@b and [-@a]", "Lind (2020a) and (2020b)"),
    ("en-US", "", BY_NAME, "[@a; @b; @roe]", "(Lind First chart; Lind Second chart; Roe)"),
    ("en-US", "", BY_NAME, "@roe and @meer [3; @a] say", "Roe and van der Meer (3) (Lind) say"),
    ("en-US", "", BY_NAME, "[-@roe]", "(2005)"),
    ("en-US", LETTERS, f'{YEAR}<text variable="year-suffix" prefix="/"/>', "[@a; @b]", "(Lind 2020/a; Lind 2020/b)"),
]
REFERENCES = [
    # locale, bibliography, key, words
    ("en-US", AUTHOR % 'initialize="false" initialize-with=". "', "roe", "Roe, Ann M. J.-P."),
    ("en-US", AUTHOR % 'initialize-with=". "', "roe", "Roe, A. M. J.-P."),
    ("en-US", AUTHOR % 'initialize-with=""', "roe", "Roe, AMJ-P."),
    ("en-US", AUTHOR % "", "roe", "Roe, Ann M. J.-P."),
    ("en-US", TITLE, "roe", "Fruits (Apples, Pears) of the North."),
    ("de-DE", TITLE, "roe", "Fruits (apples, pears) of the north."),
    ("en-US", QUOTED, "a", "“First chart,” 2020."),
    ("en-US", QUOTED, "ed", "“What?” 2001."),
    ("en-GB", QUOTED, "a", "‘First chart’, 2020."),
    ("en-US", '<text variable="number"/><text variable="publisher" prefix=". "/><text variable="archive"/>', "pre",
     "arXiv:2001.00001. arXiv."),
    ("en-US", '<text variable="number" text-case="capitalize-first"/>', "pre", "arXiv:2001.00001."),
    ("en-US", KIND, "a", "J."),
    ("en-US", f'<text variable="title"/><group prefix=" ">{KIND}<text variable="genre"/></group>', "a", "First chart J."),
    ("en-US", EDITION, "meer", "2nd ed."),
    ("zh-CN", EDITION, "meer", "2 ed."),
    # what stands for names is written as they are, and once
    ("en-US", EDITED, "two", "Noe and Poe, eds. Two."),
    ("en-US", EDITED, "nobody", "Nobody."),
    ("en-US", EDITED, "meer", "van der Meer. Dikes, edited by N. Noe, P. Poe."),
    ("en-US", BY, "fore", "Copp."),
    ("en-US", INVERTED, "fore", "Lind, Bo, and C. Kay."),
    # labels, numbers
    ("en-US", OF_SEVERAL, "two", "3 vols."),
    ("en-US", OF_SEVERAL, "nobody", "1 vol."),
    ("en-US", PAGES, "fore", "pp. ix–xii."),
    ("en-US", NUMBERED, "gate", "no. US1234567B2."),
    # dates: a range in the order of the language, the forms that a style asks of one date alone, terms that lack a form
    ("en-US", DAY, "fair", "May 2–4, 2016."),
    ("en-GB", DAY, "fair", "2–4 May 2016."),
    ("zh-CN", DAY, "fair", "2016年5月2—4日."),
    ("en-US", SHORT_DAY, "day", "Feb. 3, 2016; February 3, 2016."),
    ("en-US", SEASON, "fore", "Spring 2014."),
    # quotation marks of the language, inner ones within others
    ("en-US", QUOTED, "fair", "“‘No’ is a title,” 2016."),
    ("en-GB", '<text variable="title"/>', "fair", "‘No’ is a title."),
    ("en-US", EDITORS, "meer", "Noe, Poe (Eds.)."),
    ("en-US", ET_AL, "meer", "Noe et al."),
    ("en-US", '<choose><if is-numeric="edition"><text value="number"/></if></choose>', "ed", "number."),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "options", "citation", "text", "result"), CITATIONS)
def test_citations(
    read_files: ReadFiles, tmp_path: Path, locale: str, options: str, citation: str, text: str, result: str
) -> None:
    style = STYLE.format(locale=locale, options=options, citation=citation, bibliography='<text variable="title"/>')
    (tmp_path / "style.csl").write_text(style, encoding="utf-8")
    site = make_site(read_files({"bib/a.bib": BIB}).atlas, messages_for("en"))
    page = shown(site, text, tmp_path / "style.csl")
    assert words(page.p.get_text() if page.p else "") == result


@pytest.mark.parametrize(("locale", "bibliography", "key", "result"), REFERENCES)
def test_references(
    read_files: ReadFiles, tmp_path: Path, locale: str, bibliography: str, key: str, result: str
) -> None:
    style = STYLE.format(locale=locale, options="", citation='<text variable="title"/>', bibliography=bibliography)
    (tmp_path / "style.csl").write_text(style, encoding="utf-8")
    site = make_site(read_files({"bib/a.bib": BIB}).atlas, messages_for("en"))
    (item,) = shown(site, f"[@{key}]", tmp_path / "style.csl").select("li.pa-ref")
    assert words(item.get_text()).startswith(result)


ATTRIBUTES = [
    ('collapse="citation-number"', ["collapse"]),
    ('disambiguate-add-names="true"', ["disambiguate-add-names"]),
    ('disambiguate-add-names="false"', []),
    ('disambiguate-add-givenname="true" collapse="year"', ["disambiguate-add-givenname", "collapse"]),
    (LETTERS, []),
]


@pytest.mark.parametrize(("options", "names"), ATTRIBUTES)
def test_what_a_style_asks_in_vain_is_a_problem(tmp_path: Path, options: str, names: list[str]) -> None:
    style = STYLE.format(locale="en-US", options=options, citation=YEAR, bibliography=TITLE)
    (tmp_path / "style.csl").write_text(style, encoding="utf-8")
    found, problems = read_style("style.csl", tmp_path)
    assert type(found).__name__ == "CslStyle"
    assert [(problem.code, problem.severity, problem.file, problem.line) for problem in problems] == [
        ("CIT005", "info", "style.csl", 4) for _ in names
    ]
    assert all(name in problem.message for name, problem in zip(names, problems, strict=True))


def test_a_year_with_a_letter_is_a_year() -> None:
    year = SuffixedYear(2020, "a")
    assert (str(abs(year)), year < 2021, year == 2020) == ("2020a", True, True)
