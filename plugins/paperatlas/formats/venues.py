"""Conferences and journals by the short names that lists call them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from paperatlas.bibliography.model.dates import read_month
from paperatlas.formats.dates import iso
from paperatlas.text.word_lists import words_in

_CONFERENCES = words_in(
    "AAAI AAMAS ACCV ACL ACMMM AISTATS ALT ASE ASPLOS ASRU BMVC CAV CCS CHI CIKM COLING COLM COLT CoLLAs CoLLM"
    " CoNLL CoRL CPAIOR CVPR"
    " CVPRW DAC DATE DCC EACL ECAI ECCV ECCVW ECIR ECML ECML-PKDD EMNLP EMNLP-IJCNLP EuroSys FAccT FSE GECCO HPCA"
    " ICASSP ICC ICCAD ICCV"
    " ICCVW ICDAR ICDE ICDM ICIP ICLR ICLRW ICME ICML ICMLW ICPR ICRA ICSE IJCAI IJCAI-ECAI IJCNLP IJCNN INLG"
    " INTERSPEECH Interspeech"
    " IPMI IROS ISBI ISCA ISIT ISMIR ISSTA ITSC IWSLT KDD KSEM LoG LREC MICCAI MICRO MIDL MLHC MLSys MM MMM MMSys"
    " MobiCom MobiSys NAACL"
    " NDSS NeurIPS NeurIPSW NIPS NSDI OSDI PKDD PLDI PODS POPL RecSys RSS SC SDM SIGCOMM SIGGRAPH SIGIR SIGMOD SOSP"
    " SP STOC TACAS"
    " UAI UIST USENIX VLDB WACV WACVW WSDM WWW 3DV ACSAC CIC DASFAA EDBT EGSR ICANN ICAPS ICFHR ICLP ICMI ICONIP"
    " ICSME ISWC L4DC MMSP"
    " CLeaR CHIL FG IV VCIP SLT NeurIPS-W CVPR-W SIGKDD WebConf TheWebConf SIGSPATIAL"
)
_JOURNALS = words_in(
    "CACM CVIU IJCV IJRR IPM JAIR JCST JMLR MIA MLJ NCA NECO PAMI PIEEE PNAS PVLDB RA-L RAL TACL TAC TAES TASE"
    " TASLP TBME TC TCDS TCI TCSVT"
    " TCYB TETCI TGRS THMS TIFS TII TIM TIP TIST TITS T-ITS TIV TKDD TKDE TMI TMLR TMM TNNLS TNN TNSE TOG TOIS TOMM"
    " TPAMI TPDS TRO T-RO TSC TSE"
    " TSP TVCG TVT JSTSP SPL SPM GRSL JBHI JSAC JSTARS NeuroImage Neurocomputing NPL PRL Nature Science eLife TELO"
    " TMRB KBS ESWA"
)
_WORDS_TOO = frozenset({"ALT", "DAC", "FG", "IV", "MM", "NCA", "Nature", "SC", "SLT", "SP", "Science", "TC"})
"""Names that mean a venue only with a year behind them."""
_PREPRINTS = ("arXiv", "CoRR", "bioRxiv", "medRxiv", "OpenReview", "Preprint", "SSRN")
_BY_NAME: dict[str, tuple[str, str]] = {
    **{name.casefold(): (name, "online") for name in _PREPRINTS},
    **{name.casefold(): (name, "article") for name in _JOURNALS},
    **{name.casefold(): (name, "inproceedings") for name in _CONFERENCES},
}
_NAMES = "|".join(sorted((re.escape(name) for name in (*_CONFERENCES, *_JOURNALS, *_PREPRINTS)), key=len, reverse=True))
# Only as they are written: `mm`, `sc` and `science` are words. Of a preprint's archive any case will do.
_VENUE = re.compile(
    rf"(?<![\w/.-])(?P<name>{_NAMES}|(?i:arxiv))(?![\w-](?!\d))"
    r"(?:[ ,:.]*(?:@|[Ww]orkshops?\b|[Ff]indings\b))?"
    r"[\s,:'’(._-]*(?P<year>(?:19|20)\d{2}(?!\d|\.\d{3})|\d{2}(?![\d.]\d))?(?:[.-](?P<month>0[1-9]|1[0-2])(?!\d))?"
)
_YEAR = re.compile(r"(?<![\d./:-])(?:19[89]\d|20[0-4]\d)(?![\d-])")
_DAY_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]{2})[a-z]*\.?,?\s+((?:19|20)\d{2})(?!\d)")
_MONTH_DAY = re.compile(r"\b([A-Z][a-z]{2})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,\s+((?:19|20)\d{2})(?!\d)")
_ISO = re.compile(r"(?<![\d./-])((?:19|20)\d{2})[-./](0[1-9]|1[0-2])(?:[-./](0[1-9]|[12]\d|3[01]))?(?![\d./-]*\d)")


@dataclass(frozen=True, slots=True)
class Venue:
    """Where and when a work appeared, as far as a list says so."""

    name: str
    type: str
    """BibLaTeX's entry type that goes with it; `online` for the archives of preprints."""
    date: str = ""


# The parts of a line are asked for their venue in several steps; a long list has some thousands of lines.
@lru_cache(maxsize=4096)
def venue_of(text: str) -> Venue | None:
    """Return the first venue a text names, published ones before archives; None if it names none."""
    found = [_venue(match) for match in _VENUE.finditer(text) if match["year"] or match["name"] not in _WORDS_TOO]
    published = [venue for venue in found if venue.type != "online"]
    dated = [venue for venue in published or found if venue.date]
    return next(iter(dated or published or found), None)


def venue_called(slug: str) -> Venue | None:
    """Return the venue that a slug begins with, in any case: `neurips-2020-12`."""
    name, kind = _BY_NAME.get(re.split(r"[-_ ]", slug)[0].casefold(), ("", ""))
    return Venue(name, kind) if name else None


def without_venue(text: str) -> str:
    """Return a text without the venues and years it names."""
    return _YEAR.sub("", _VENUE.sub("", text))


def _venue(match: re.Match[str]) -> Venue:
    name, kind = _BY_NAME[match["name"].casefold()]
    year, month = match["year"] or "", match["month"]
    if len(year) == 2:
        year = f"20{year}" if int(year) < 50 else f"19{year}"
    return Venue(name, kind, f"{year}-{month}" if year and month else year)


def venue_date(text: str) -> str:
    """Return the most exact date a text gives, as ISO 8601; empty if it gives none."""
    if match := _DAY_MONTH.search(text):
        return _iso(match[3], match[2], match[1])
    if match := _MONTH_DAY.search(text):
        return _iso(match[3], match[1], match[2])
    if match := _ISO.search(text):
        return "-".join(part for part in match.groups() if part)
    years = _YEAR.findall(text)
    return years[-1] if years else ""


def _iso(year: str, month: str, day: str) -> str:
    return iso(int(year), read_month(month)[0] or 0, int(day))
