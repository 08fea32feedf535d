"""Page numbers: where a range begins and ends, whatever stands between the two.

A dash or two hyphens divide a range (the BibLaTeX manual, 2.3.11); a single hyphen does where it cannot be part of a
number, as in `443-51`. A number may have a hyphen of its own: `12-1--12-9` is a range, `A-12` is one page.
"""

from __future__ import annotations

import re

_DASH = re.compile(r"\s*(?:-*[\u2012-\u2015][\u2012-\u2015-]*|-{2,3}|[\u223c\u301c\uff5e](?=\s*\w))\s*")
"""Where LaTeX and Unicode are mixed, a dash may have a hyphen beside it: `1219\u2013-31`. East Asia has waves."""
_HYPHEN = re.compile(r"\s*[-\u2010\u2011\u2212]\s*")
_LABEL = re.compile(
    r"\A(?:(?:pp?\.|pp|pages?|pgs?\.)\s*(?=\d|[ivxlcdm]+\b)"
    r"|(?:S\.\s+|Seiten?\s+|s(?:id)?\.\s+|p\u00e1gs?\.\s*|\u0441(?:\u0442\u0440)?\.\s*|\u7b2c\s*)(?=\d))"
    r"|(?<=\d)\s*[\u9875\u9801]\Z",
    re.IGNORECASE,
)
"""What a style writes beside the numbers itself: `pp. 5--9` would read "pp. pp. 5–9"; `S.` and `\u9875` likewise."""
_NONE = re.compile(r"n\.?/a\.?(?:\s*[-\u2013]+\s*n\.?/a\.?)?", re.IGNORECASE)
"""What a publisher writes for an article that has no pages yet: `n/a--n/a`."""
_FORMULA = re.compile(r"\$([\s\w\u2012-\u2015-]+)\$")
"""Numbers that are set as formulas, `$1$--$12$`: MathSciNet and old files have them."""
_OPEN = re.compile(r"(?<=\w)\s*[-\u2012-\u2015]+\s*(\+?)\Z")
"""A range without an end, or with `+` for pages that go on elsewhere: `13-` is 13, and `13-+` is 13+."""
_ENDS = re.compile(r"([A-Za-z]*)(\d+)\s*(?:-{1,3}|[\u2012-\u2015])\s*([A-Za-z]*)(\d+)")
_ZEROS = re.compile(r"0+(?:\s*[-\u2012-\u2015]+\s*0+)?|\?+(?:\s*[-\u2012-\u2015]+\s*\?+)?")
_COUNT = re.compile(r"(\d+)\s*(?:pages?|pp?\.?|S\.|Seiten|\u9875|\u9801)", re.IGNORECASE)
_APART = re.compile(r"(\d+)\s*[~_\s]\s*(\d+)")
_OF_SPREADSHEET = re.compile(
    r"\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2}"
    r"|\d{1,2}\u6708\d{1,2}\u65e5"
)
_NUMBER = re.compile(r"\S*\d\S*|[ivxlcdm]+|[IVXLCDM]+")


def page_range(pages: str) -> tuple[str, str]:
    """Return the first page and the last of one range; the last is empty if there is one page, or none is said.

    A label before the numbers is left out; `n/a` is no page.
    """
    pages = _OPEN.sub(r"\1", _LABEL.sub("", pages.strip()))
    if "$" in pages:
        pages = _FORMULA.sub(r"\1", pages)
    if _NONE.fullmatch(pages):
        return "", ""
    parts = _DASH.split(pages)
    if len(parts) == 1:
        hyphens = list(_HYPHEN.finditer(pages))
        if len(hyphens) % 2 == 0:
            return pages.strip(), ""
        middle = hyphens[len(hyphens) // 2]
        parts = [pages[: middle.start()].strip(), pages[middle.end() :].strip()]
        if not all(map(_NUMBER.fullmatch, parts)):
            return pages.strip(), ""
    return (parts[0], parts[1]) if len(parts) == 2 else (pages.strip(), "")


def pages_with_dashes(pages: str) -> str:
    """Return pages as they are printed, an en dash in each range: `12–19, 23`."""
    return _written(pages, "–")


def pages_with_hyphens(pages: str) -> str:
    """Return pages as CSL-JSON has them: a hyphen in each range, but a dash where the numbers have hyphens."""
    return _written(pages, "-")


def fault_in_pages(pages: str) -> str:
    """Return what cannot be true of pages; empty if nothing.

    That is `reversed`, `none` (`0--0`, `??`), `count` (`10 pages`), `date` (`12-Dec`, which a spreadsheet made of
    12-12) or `apart` (`12~15`, which has no dash). An end with fewer figures than the beginning is short: `103--9`.
    """
    ends = _ENDS.fullmatch(pages)
    if ends is not None:
        before, first, label, last = ends.groups()
        if int(first) > int(last) and len(last) >= len(first) and label in ("", before):
            return "reversed"
        if int(last):
            return ""
    if _ZEROS.fullmatch(pages):
        return "none"
    if _OF_SPREADSHEET.fullmatch(pages):
        return "date"
    if (apart := _APART.fullmatch(pages)) and int(apart[1]) < int(apart[2]):
        return "apart"
    return "count" if _COUNT.fullmatch(pages) else ""


def _written(pages: str, mark: str) -> str:
    return ", ".join(_range_written(part, mark) for part in pages.split(","))


def _range_written(pages: str, mark: str) -> str:
    first, last = page_range(pages)
    if not last:
        return first
    return f"{first}{'–' if '-' in first + last else mark}{last}"
