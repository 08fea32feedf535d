"""What a link in a curated list leads to: a paper, its code, its project's page, or something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from paperatlas.bibliography.model import identifiers
from paperatlas.formats.awesome.link_words import FILLERS, LABELS, LinkTarget
from paperatlas.formats.venues import venue_of, without_venue


@dataclass(frozen=True, slots=True)
class PaperId:
    """A paper as one archive calls it: `arxiv` `2010.11929`. Of an archive that gives no identifier, the address."""

    archive: str
    value: str


_ARXIV_HOSTS = re.compile(
    r"https?://(?:[\w-]+\.)*(?:arxiv\.org|alphaxiv\.org|ar5iv\.org|ar5iv\.labs\.arxiv\.org|scirate\.com/arxiv"
    r"|arxiv-vanity\.com/papers|huggingface\.co/papers|hf\.co/papers|paperswithcode\.com/paper/arxiv)"
    r"/(?:abs|pdf|html|format|ps|src|e-print|overview|arxiv)?/*",
    re.IGNORECASE,
)
_ARXIV_ID = re.compile(
    r"((?:\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})|(?:[a-z-]+(?:\.[A-Z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3}))(?!\d)", re.IGNORECASE
)
_MENTION = re.compile(
    r"\barxiv(?:\s*preprint)?(?:\s*arxiv)?\s*[:\s]\s*(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}(?!\d))", re.IGNORECASE
)
_CVF = re.compile(
    r"https?://(?:www\.)?openaccess\.thecvf\.com/+\S+?/([^/\s]+?)(?:_paper|_supplemental)?\.(?:html|pdf)", re.IGNORECASE
)
_NEURIPS = re.compile(
    r"https?://(?:(?:papers|proceedings|datasets-benchmarks-proceedings)\.(?:nips|neurips)|proceedings\.iclr)\.cc/\S+",
    re.IGNORECASE,
)
_NEURIPS_HASH = re.compile(r"([0-9a-f]{32})")
_PAPER_HOSTS = frozenset({
    "aaai.org", "academic.oup.com", "bmvc2022.mpi-inf.mpg.de", "bmva.org", "bmva-archive.org.uk", "cell.com",
    "cdn.aaai.org",
    "citeseerx.ist.psu.edu", "digital-library.theiet.org", "diglib.eg.org", "dl.acm.org", "dspace.mit.edu", "ecva.net",
    "eprint.iacr.org", "frontiersin.org", "hal.archives-ouvertes.fr", "hal.science", "ieeexplore.ieee.org", "ijcai.org",
    "iopscience.iop.org", "isca-archive.org", "isca-speech.org", "jmlr.org", "journals.plos.org", "jstor.org",
    "link.springer.com", "mdpi.com", "nature.com", "ncbi.nlm.nih.gov", "ojs.aaai.org", "onlinelibrary.wiley.com",
    "osf.io", "papers.ssrn.com", "preprints.org", "pubmed.ncbi.nlm.nih.gov", "pubs.acs.org", "pubs.rsc.org",
    "researchgate.net", "researchsquare.com", "roboticsproceedings.org", "science.org", "sciencedirect.com",
    "semanticscholar.org", "spiedigitallibrary.org", "ssrn.com", "tandfonline.com", "techrxiv.org", "usenix.org",
    "vldb.org",
})  # fmt: skip
_CODE_HOSTS = frozenset({"github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitee.com", "git.io"})
_VIDEO_HOSTS = frozenset({"youtube.com", "youtu.be", "m.youtube.com", "bilibili.com", "vimeo.com", "slideslive.com"})
_NO_PAPER_PATHS = re.compile(
    r"/(?:list|search|catchup|a|group|groups|venue|submissions|login|profile|collections|help)(?:[/?#]|$)",
    re.IGNORECASE,
)

_LONGEST_LABEL = 6
"""Words: `arXiv preprint, accepted by ICML 2021`. What is longer is a title."""
_LABEL_WORD = re.compile(r"[^\W_]+")


def paper_id(url: str) -> PaperId | None:
    """Return the paper an address leads to, if it is one of an archive, a publisher or a conference."""
    url = url.strip()
    if not url.lower().startswith(("http://", "https://")):
        return None
    parts = _split(url)
    if parts is None or _NO_PAPER_PATHS.match(parts[1]):
        return None
    host, path = parts
    if (prefix := _ARXIV_HOSTS.match(url)) and (number := _ARXIV_ID.match(unquote(url[prefix.end() :]))):
        return PaperId("arxiv", identifiers.arxiv(number[1]) or number[1].lower())
    for archive, value in _known(url):
        if value:
            return PaperId(archive, value)
    if host not in _CODE_HOSTS and (doi := identifiers.doi_in_path(path)):
        arxiv = identifiers.arxiv(doi)
        return PaperId("arxiv", arxiv) if arxiv else PaperId("doi", doi.lower())
    return PaperId("url", _bare(url)) if _is_of(host, _PAPER_HOSTS) and len(path) > 1 else None


def _known(url: str) -> Iterator[tuple[str, str | None]]:
    """Yield what each archive with addresses of its own calls the paper."""
    if "10.48550/" in url:
        yield "arxiv", identifiers.arxiv(url)
    yield "openreview", identifiers.openreview(url)
    yield "acl", identifiers.acl_anthology(url)
    pmlr = identifiers.pmlr(url)
    yield "pmlr", pmlr and f"v{pmlr[0]}/{pmlr[1]}"
    if match := _CVF.match(url):
        yield "cvf", match[1].lower()
    if _NEURIPS.match(url):
        found = _NEURIPS_HASH.search(url)
        yield (
            "neurips",
            found[1] if found else re.sub(r"-(?:paper|abstract|metadata|supplemental).*|\.pdf$", "", _bare(url)),
        )
    doi = identifiers.doi(url)
    yield "doi", doi and doi.lower()


def mentioned(text: str) -> list[str]:
    """Return the arXiv identifiers a text names without a link: `arXiv:2010.11929`."""
    return [match[1] for match in _MENTION.finditer(text)]


def target_of(url: str, label: str) -> LinkTarget:
    """Return what a link that leads to no paper is for, by its label, then by its address."""
    parts = _split(url)
    if parts is None or not url.lower().startswith(("http://", "https://")):
        return "none"
    host, path = parts
    if _is_picture(host, path):
        return "none"
    named = label_of(label)
    if host in _CODE_HOSTS:
        repository = path.strip("/").count("/") >= 1 or host == "git.io"
        says_else = named in ("website", "blog") or (named == "other" and not _says_nothing(label))
        return named if named and says_else else "code" if repository else "other"
    is_website = host.endswith((".github.io", ".gitlab.io")) and not path.lower().endswith(".pdf")
    if named is not None:
        return "website" if named == "paper" and is_website else named
    if _is_of(host, _VIDEO_HOSTS):
        return "video"
    return "website" if is_website else "other"


def label_of(text: str) -> LinkTarget | None:
    """Return what a text says that a link is for, if it says only that: None for a title, `other` for no words."""
    lowered = text.lower()
    words = _LABEL_WORD.findall(lowered)
    if (
        (mentioned(lowered) and len(words) <= _LONGEST_LABEL)
        or _ARXIV_ID.fullmatch(lowered.strip(" []()"))
        or identifiers.doi(lowered.strip(" []()"))
    ):
        return "paper"
    if not words:
        return "other"
    kinds = [LABELS[word] for word in words if word in LABELS]
    if len(words) > _LONGEST_LABEL:
        return None
    if venue_of(text):
        kinds.append("paper")
        words = _LABEL_WORD.findall(without_venue(text).lower())
    rest = [word for word in words if word not in LABELS and word not in FILLERS and not _is_year(word)]
    if rest:
        return None
    return kinds[0] if kinds else "other"


def _says_nothing(label: str) -> bool:
    """Return whether a label of code says no more than `here`, or how many stars it has."""
    words = _LABEL_WORD.findall(label.lower())
    return all(word in FILLERS or word in ("star", "stars") or word.isdigit() for word in words)


def is_unofficial(label: str) -> bool:
    """Return whether a label says that code is not the authors' own."""
    return re.search(r"unofficial|non-official|third.?party|community|re-?impl|reproduc", label.lower()) is not None


def _split(url: str) -> tuple[str, str] | None:
    """Return the host without `www.` and the path of an address; None if it is none."""
    try:
        parts = urlsplit(url.strip())
        return (parts.hostname or "").removeprefix("www."), parts.path
    except ValueError:
        return None


def _bare(url: str) -> str:
    """Return an address without what does not tell papers apart."""
    return re.sub(r"^https?://(?:www\.)?", "", url.strip()).rstrip("/")


def _is_of(host: str, hosts: frozenset[str]) -> bool:
    return host in hosts or any(host.endswith(f".{known}") for known in hosts)


def _is_picture(host: str, path: str) -> bool:
    return host in ("img.shields.io", "badgen.net", "badge.fury.io") or path.lower().endswith(
        (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
    )


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) in (2, 4)
