"""What BibLaTeX knows of entries: their types, their fields, and which fields a type requires.

From the BibLaTeX manual (2.1 "Entry Types", 2.2 "Entry Fields") and its default data model (`blx-dm.def`). Where
the two differ, or BibTeX asks for less, the more lenient one counts: what is reported is missing by all of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from paperatlas.bibliography.model.fields import ALIASES, NAME_FIELDS, TYPE_ALIASES, VERBATIM
from paperatlas.bibliography.model.published import PUBLISHED
from paperatlas.text.word_lists import words_in

Requirement = tuple[str, ...]
"""Fields one of which must be there."""


_AUTHOR: Requirement = ("author",)
_EDITOR: Requirement = ("editor",)
_SOMEBODY: Requirement = ("author", "editor")
_TITLE: Requirement = ("title",)
_BOOK: Requirement = ("booktitle",)
# In no journal and no proceedings it is a preprint, as INSPIRE writes them.
_TALK: Requirement = ("booktitle", "eprint")
# Work that is not published yet has a state instead of a date.
_DATE: Requirement = ("date", "pubstate")

_MONOGRAPH = (_SOMEBODY, _TITLE, _DATE)
_EDITED = (_EDITOR, _TITLE, _DATE)
_PART_OF_A_BOOK = (_AUTHOR, _TITLE, ("booktitle", "chapter", "pages"), _DATE)
_ISSUED = (_AUTHOR, _TITLE, ("type",), ("institution",), _DATE)

REQUIRED: Mapping[str, tuple[Requirement, ...]] = {
    "article": (_AUTHOR, _TITLE, ("journaltitle", "eprint"), _DATE),
    "book": _MONOGRAPH,
    "bookinbook": _PART_OF_A_BOOK,
    "booklet": _MONOGRAPH,
    "collection": _EDITED,
    "dataset": (_TITLE, _DATE),
    "inbook": _PART_OF_A_BOOK,
    "incollection": (_AUTHOR, _TITLE, _BOOK, _DATE),
    "inproceedings": (_AUTHOR, _TITLE, _TALK, _DATE),
    "inreference": (_TITLE, _BOOK, _DATE),
    "manual": (_TITLE, _DATE),
    "misc": (_TITLE,),
    "mvbook": _MONOGRAPH,
    "mvcollection": (("editor", "author"), _TITLE, _DATE),
    "mvproceedings": (_TITLE, _DATE),
    "mvreference": (("editor", "author"), _TITLE, _DATE),
    "online": (_TITLE, _DATE, ("url", "doi", "eprint")),
    "patent": (_SOMEBODY, _TITLE, ("number",), _DATE),
    "periodical": (_TITLE, _DATE),
    "proceedings": (_TITLE, _DATE),
    "reference": _EDITED,
    "report": _ISSUED,
    "set": (("entryset", "crossref"),),
    "software": (_TITLE,),
    "suppbook": _PART_OF_A_BOOK,
    "suppcollection": (_AUTHOR, _TITLE, _BOOK, _DATE),
    "suppperiodical": (_AUTHOR, _TITLE, ("journaltitle",), _DATE),
    "thesis": _ISSUED,
    "unpublished": (_AUTHOR, _TITLE),
}
"""What a type requires, by BibLaTeX's name of the type. `date` is also what `year` is read as."""

TYPES_WITH_A_KIND = frozenset({"mastersthesis", "phdthesis", "techreport"})
"""BibTeX's types whose name says what BibLaTeX's field `type` would."""

KNOWN_TYPES = frozenset(
    words_in(
        "artwork audio bibnote commentary customa customb customc customd custome customf image jurisdiction legal"
        " legislation letter movie music performance review standard video xdata"
        # biblatex-gb7714, biblatex-software, and the control entries of IEEEtran and REVTeX
        " archive database map newspaper preprint codefragment softwaremodule softwareversion control ieeetranbstctl"
    )
) | {*REQUIRED, *TYPE_ALIASES}

COMMON_FIELDS = words_in(
    "title author editor journaltitle journal booktitle year date month volume number pages publisher abstract"
    " annotation keywords eprint eprinttype eprintclass archiveprefix primaryclass note series edition chapter"
    " institution organization school address location howpublished shorttitle subtitle booksubtitle maintitle"
    " crossref urldate langid language translator issue issuetitle eventtitle eventdate venue pubstate related"
    " relatedtype addendum pagetotal version file isbn issn type website slides video blog code evidence change"
)
"""The fields a slip is looked for in, the commonest first; those of relations are the site's to choose."""

_FIELDS_OF_ONE_DOCUMENT = words_in(
    "execute lista listb listc listd liste listf nameatype namebtype namectype usera userb userc userd usere userf"
)
_FIELDS_OF_PROGRAMS = words_in(
    # JabRef, BibDesk, Mendeley, Zotero, CiteULike, Papers, EndNote
    "abstractnote affiliations annotate comment comments contents copies creationdate extra filename groups"
    " lastchecked label modificationdate notes owner price printed priority qualityassured quality ranking read"
    " readstatus relevance review shortauthor size tags timestamp username"
    # ACM, IEEE, Springer, ScienceDirect, Scopus, Web of Science
    " affiliation city copyright day document_type eissn funding intype issues journaliso source track"
    # INSPIRE, ADS, MathSciNet, zbMATH, CNKI
    " adsnote archive reportnum sjournal slaccitation zbmath clc download foundation fund major organ"
)

KNOWN_FIELDS = frozenset(
    {*PUBLISHED, *COMMON_FIELDS, *NAME_FIELDS, *VERBATIM, *ALIASES, *_FIELDS_OF_ONE_DOCUMENT, *_FIELDS_OF_PROGRAMS}
)
"""Names that are no slip, whatever they look like: BibLaTeX's, ours, and what reference managers write."""
