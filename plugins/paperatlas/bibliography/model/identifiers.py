"""Identifiers and addresses: DOI, arXiv, OpenReview, PMLR, ACL Anthology, ISBN, URL; each normalised or None."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import quote, unquote

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_DOI_RESOLVER = re.compile(
    r"(?:https?://)?(?:(?:dx\.|www\.)?doi\.org|doi\.acm\.org)/+|https?://[\w.-]*\bdoi[.-]org[.-][\w.-]+/+|(?:urn:|info:)?doi[:/]?\s*|https?://(?=10\.\d{4,9}/)",
    re.IGNORECASE,
)
_SEVERAL_DOIS = re.compile(r"\s*[,;]?\s+(?:and\s+)?(?=10\.\d{4,9}/)")
"""What stands between the DOIs of a paper and its errata, as INSPIRE writes them."""
_SAFE_IN_PATHS = "/:;(),.!*'+=@&$~"
"""What stands for itself in a path, beside letters and digits (RFC 3986, 3.3)."""
_DOI_IN_PATH = re.compile(r"/(10\.\d{4,9}/[^\s?#]+)")
_DOI_TAIL = re.compile(r"(?:/(?:full|pdf|epdf|abstract|html|meta)|\.pdf|\.full|\.abstract|v\d+(?:\.full)?)+/?\Z")
"""What publishers add to a DOI: how the work is to be shown, and in which version."""
_COPIED_ALONG = re.compile(r"(?:/(?:full|pdf|epdf|abstract)|\.(?:pdf|full|abstract))/?\Z")
"""What readers copy with a DOI from an address."""
_DASH_IN_DOI = re.compile("[\u00ad\u200b\u2010-\u2015\u2212]")
_BRACKETS = {")": "(", "]": "[", ">": "<"}
_ARXIV_NEW = r"(?:(?:0\d|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{5})"
"""Four digits until December 2014, five since (https://info.arxiv.org/help/arxiv_identifier.html)."""
_ARXIV_OLD = r"[a-z][a-z-]*(?:\.[A-Za-z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3}"
_ARXIV = re.compile(rf"({_ARXIV_NEW}|{_ARXIV_OLD})(?:v\d+)?", re.IGNORECASE)
_ARXIV_PREFIX = re.compile(
    r"(?:https?://)?(?:www\.|export\.|browse\.)?(?:arxiv\.org|alphaxiv\.org)/(?:abs|pdf|html|format|ps|e-print|src)/"
    r"|(?:https?://)?(?:dx\.)?doi\.org/10\.48550/arxiv\.|10\.48550/arxiv\.|oai:arxiv\.org:|arxiv\s*(?:preprint\s*)?(?:arxiv)?[:.\s]\s*",
    re.IGNORECASE,
)
_ARXIV_IN_TEXT = re.compile(
    r"(?:arxiv(?:\.org/(?:abs|pdf)/|(?:\s+(?:e-?|pre-?)prints?)?(?:[:.,\s]\s*)(?:abs/)?)|\bcorr\W{1,3}(?:abs/)?|(?:^|\s)abs/)"
    rf"({_ARXIV_NEW}|{_ARXIV_OLD})(?!\d)",
    re.IGNORECASE,
)
"""`arXiv preprint arXiv:…`, `ArXiv, abs/…`, `CoRR abs/…`."""
_ARXIV_NAME = re.compile(r"(?:arxiv(?:\.org)?|corr)(?:[\s,:]+(?:e-?|pre-?)?prints?)?(?:\s+arxiv)?", re.IGNORECASE)
_OPENREVIEW = re.compile(r"https?://(?:www\.)?openreview\.net/(?:forum|pdf|attachment|group)\?(?:[^#\s]*&)?id=([\w-]+)")
_PMLR = re.compile(r"https?://proceedings\.mlr\.press/v(\d+)/([\w-]+?)(?:/[\w-]+\.pdf|\.html|\.pdf)?/?(?:[?#].*)?")
_ACL = re.compile(
    r"https?://(?:www\.)?(?:aclanthology\.org|aclweb\.org/anthology|aclanthology\.info/papers)/(?:papers/)?"
    r"((?:[A-Z]\d{2}-\d{4,5})|(?:\d{4}\.[a-z0-9]+-[a-z0-9_]+\.\d+))(?:v\d+)?(?:\.pdf|\.bib)?/?(?:[?#].*)?"
)
_ACL_DOI = re.compile(r"10\.(?:18653/v1|3115/v1)/((?:[A-Z]\d{2}-\d{4,5})|(?:\d{4}\.[a-z0-9]+-[a-z0-9_]+\.\d+))")
LINKED_SCHEMES = ("http", "https", "ftp")
"""What a page links; every other address is text."""
_EXPORTED_SCHEMES = frozenset(
    {*LINKED_SCHEMES, "ark", "arxiv", "doi", "hdl", "info", "isbn", "issn", "mailto", "oai", "urn"}
)
"""What programs that read an export may open: the web, and names that registries resolve."""
_URL = re.compile(
    rf"(?:{'|'.join(LINKED_SCHEMES)})://(?:[^\s/?#@]+@)?(?:\[[0-9A-Fa-f:.]+\]|[^\s/?#:@\[\]]+\.?[^\s/?#:@\[\]]*)(?::\d{{1,5}})?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST_AND_PORT = re.compile(r"[\w.-]+:\d{1,5}(?:[/?#]|\Z)")
_UNSAFE_SCHEMES = frozenset({"javascript", "data", "vbscript", "blob"})
_NEARLY_ADDRESS = re.compile(r"(https?|ftp)(?:;//|:/(?!/)|//|:(?!/))(?!/)(\S+)", re.IGNORECASE)
_CLONE = re.compile(r"git@([\w.-]+):([\w./~-]+?)(?:\.git)?")
"""What `git clone` takes by SSH."""
_NOT_IN_ADDRESSES = re.compile(r"[<>\"^`|]")
_WITHOUT_SCHEME = re.compile(r"www\.[\w-]+\.\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*", re.IGNORECASE)
_REFUSED = re.compile(r'[<>"{}\\]')
_CONTROL = re.compile(r"[\x00-\x20\x7f]")

PREPRINT_DOIS = (
    "10.48550/", "10.1101/", "10.2139/", "10.31219/", "10.20944/", "10.26434/", "10.21203/", "10.36227/", "10.5281/",
    "10.31234/", "10.31223/",
)  # fmt: skip
"""How the DOIs of arXiv, bioRxiv and medRxiv, SSRN, OSF, Preprints.org, ChemRxiv, Research Square, TechRxiv, Zenodo,
PsyArXiv and EarthArXiv begin, whose works appear elsewhere as well."""

UrlState = Literal["good", "malformed", "local", "unsafe"]


def doi(written: str) -> str | None:
    """Return a DOI without its resolver, as written: to compare two, ignore their case (DOI Handbook, 2.4).

    Of several the first counts: the others are those of errata.
    """
    text = written.strip().strip("{}<>").strip()
    while not text.startswith("10."):
        match = _DOI_RESOLVER.match(text)
        if match is None:
            return None
        text = text[match.end() :].split("?", 1)[0] if "//" in match[0] else text[match.end() :]
    if "%" in text:
        text = unquote(text)
    if len(text.split(None, 1)) > 1:
        text = _SEVERAL_DOIS.split(text, maxsplit=1)[0]
    text = text.rstrip(".,;")
    return text if _DOI.fullmatch(text) and not leftover(text) else None


def has_several_dois(written: str) -> bool:
    """Return whether a text holds DOIs and not just one."""
    return _SEVERAL_DOIS.search(written, written.find("10.") + 1) is not None and doi(written) is not None


def leftover(text: str) -> str:
    """Return the brace or backslash in an identifier or address, which neither may hold (RFC 3986); empty if none."""
    return "{" if "{" in text else "}" if "}" in text else "\\" if "\\" in text else ""


def nearly_doi(text: str) -> str:
    """Return the DOI that is meant where a valid one has what was copied along: `10.1000/182/full`, `10.1000/182]`.

    A DOI may have any sign, but no registrant gives it a dash that is no hyphen. It is empty if nothing is odd.
    """
    meant = _DASH_IN_DOI.sub("-", _COPIED_ALONG.sub("", text))
    if (last := meant[-1:]) in _BRACKETS and meant.count(last) > meant.count(_BRACKETS[last]):
        meant = meant[:-1]
    return meant if meant != text and doi(meant) == meant else ""


def doi_in_path(path: str) -> str | None:
    """Return the DOI in the path of a publisher's address: `/doi/full/10.1145/3292500`, `/content/10.1101/1v1.pdf`."""
    match = _DOI_IN_PATH.search(unquote(path))
    return doi(_DOI_TAIL.sub("", match[1])) if match else None


def arxiv(written: str) -> str | None:
    """Return an arXiv identifier without prefix, address and version: `2010.11929`, `hep-th/9901001`."""
    text = written.strip().strip("{}[]").strip()
    prefix = _ARXIV_PREFIX.match(text)
    if prefix is not None:
        text = text[prefix.end() :]
    text = re.split(r"[?#\s\[(]", text, maxsplit=1)[0].removesuffix(".pdf").rstrip("/")
    match = _ARXIV.fullmatch(text)
    if match is None:
        return None
    # An old identifier may have a subject class: `math.GT/0309136` is `math/0309136`.
    archive, slash, number = match[1].lower().rpartition("/")
    return f"{archive.partition('.')[0]}{slash}{number}"


def old_arxiv(archive: str, number: str) -> str | None:
    """Return the identifier of before April 2007 whose archive stands in a field of its own: `hep-th`, `9901001`."""
    return arxiv(f"{archive.strip()}/{number.strip()}") if archive and number else None


def is_arxiv_type(eprint_type: str) -> bool:
    """Return whether the type of an eprint is arXiv, in any case, also as `arXiv preprint` or `arXiv.org`."""
    return eprint_type.strip().lower() in ("arxiv", "arxiv.org", "arxiv preprint", "arxiv e-print", "arxiv e-prints")


def arxiv_month(identifier: str) -> tuple[int, int] | None:
    """Return the year and month in which a preprint was first submitted, which its identifier tells.

    `2010.11929` is of October 2020, `hep-th/9901001` of January 1999; arXiv began in 1991
    (https://info.arxiv.org/help/arxiv_identifier.html).
    """
    digits = identifier.rpartition("/")[2][:4]
    if not digits.isdecimal() or not 1 <= int(digits[2:]) <= 12:
        return None
    year = int(digits[:2])
    old = "/" in identifier and year >= 91
    return (1900 if old else 2000) + year, int(digits[2:])


def arxiv_page(identifier: str) -> str:
    """Return the address of a preprint's page on arXiv."""
    return f"https://arxiv.org/abs/{identifier}"


def arxiv_pdf(identifier: str) -> str:
    """Return the address of a preprint's PDF on arXiv."""
    return f"https://arxiv.org/pdf/{identifier}"


def doi_page(doi: str) -> str:
    """Return the address at which a DOI is resolved."""
    return f"https://doi.org/{in_path(doi)}"


def in_path(identifier: str) -> str:
    """Return an identifier as the path of an address holds it."""
    return quote(identifier, safe=_SAFE_IN_PATHS)


def arxiv_in_text(text: str) -> str | None:
    """Return the arXiv identifier a running text names (`arXiv preprint arXiv:2010.11929`)."""
    lowered = text.lower()
    if not ("arxiv" in lowered or "corr" in lowered or "abs/" in lowered):
        return None
    match = _ARXIV_IN_TEXT.search(text.replace("{", "").replace("}", ""))
    return arxiv(match[1]) if match else None


def is_arxiv(journal: str) -> bool:
    """Return whether the name of a journal is arXiv's (`CoRR` is DBLP's name for its computer science)."""
    return bool(_ARXIV_NAME.fullmatch(journal.strip().strip("{}")))


def openreview(url: str) -> str | None:
    """Return the forum id in an OpenReview address."""
    match = _OPENREVIEW.match(url.strip())
    return match[1] if match else None


def pmlr(url: str) -> tuple[int, str] | None:
    """Return the volume and paper of a PMLR address: `(139, "radford21a")`."""
    match = _PMLR.fullmatch(url.strip())
    return (int(match[1]), match[2]) if match else None


def acl_anthology(written: str) -> str | None:
    """Return the ACL Anthology's id in an address or DOI: `2020.acl-main.1`, `P19-1001`."""
    text = written.strip()
    match = _ACL.fullmatch(text)
    if match is None:
        match = _ACL_DOI.fullmatch(_DOI_RESOLVER.sub("", text, count=1))
    return match[1] if match else None


def isbn(written: str) -> str | None:
    """Return an ISBN as 13 digits; None if its check digit is wrong (ISO 2108)."""
    text = re.sub(
        r"[\s\u2010-\u2015-]|isbn(?:-1[03])?:?|\([^()]*\)",
        "",
        written.strip(),
        flags=re.IGNORECASE,
    ).upper()
    if re.fullmatch(r"\d{9}[\dX]", text):
        total = sum((10 - place) * (10 if digit == "X" else int(digit)) for place, digit in enumerate(text))
        if total % 11:
            return None
        text = "978" + text[:9]
        return text + str(-_weighted(text) % 10)
    if re.fullmatch(r"97[89]\d{10}", text) and _weighted(text) % 10 == 0:
        return text
    return None


def _weighted(digits: str) -> int:
    """Return the sum of the digits, weighted 1, 3, 1, 3 and so on."""
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))


def url_state(url: str) -> UrlState:
    """Return whether an address can be linked, is no address, leads to a file of one computer, or is a program."""
    scheme = _SCHEME.match(_CONTROL.sub("", url))
    if scheme is not None and scheme[1].lower() in _UNSAFE_SCHEMES:
        return "unsafe"
    if scheme is not None and scheme[1].lower() == "file":
        return "local"
    return "good" if _URL.fullmatch(url) and not _REFUSED.search(url) else "malformed"


def is_exportable(address: str) -> bool:
    """Return whether no program that reads an export could be made to run, or to open, what an address names."""
    scheme = _SCHEME.match(_CONTROL.sub("", address))
    return scheme is None or scheme[1].lower() in _EXPORTED_SCHEMES or bool(_HOST_AND_PORT.match(address))


def is_address(source: str) -> bool:
    """Return whether a source is written as an address on the web, good or bad, and not as the name of a service."""
    return source.lower().startswith("http")


def is_source(text: str) -> bool:
    """Return whether a text says where something was seen: an address on the web, or a name that none would run."""
    return url_state(text) == "good" if is_address(text) else is_exportable(text)


def nearly_url(url: str) -> str:
    """Return the address that is meant by `https//x.org`, by what `git clone` takes, or with signs that no address has.

    These are written as RFC 3986 has them: `<` as `%3C`. It is empty if no address is meant.
    """
    match = _NEARLY_ADDRESS.fullmatch(url)
    meant = f"{match[1]}://{match[2]}" if match else ""
    if clone := _CLONE.fullmatch(url):
        meant = f"https://{clone[1]}/{clone[2]}"
    if (
        not meant
        and url_state(url) == "malformed"
        and (encoded := _NOT_IN_ADDRESSES.sub(lambda sign: quote(sign[0]), url)) != url
    ):
        meant = encoded
    return meant if meant and url_state(meant) == "good" else ""


def lacks_scheme(url: str) -> bool:
    """Return whether an address would be one behind `https://`: `github.com/ada/engine`."""
    return _WITHOUT_SCHEME.fullmatch(url) is not None and url_state(f"https://{url}") == "good"
