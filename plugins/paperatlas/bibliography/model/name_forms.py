"""What stands in lists of names and is no name of BibTeX's: words for those not named, marks, initials that come last.

The forms are those of PubMed and Vancouver (`Kovar N, Stone KR`: Citing Medicine, chapter 1), of title pages (`Ada
Lovelace*`), and of programs that know two parts of a name only (`Robert M., Sr.`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

_OTHERS = (
    r"(?:others|et\.?[\s~]*al(?:ii|iae|\.|\b)|u\.\s?a\.?|und\s+andere|et\s+autres|y\s+otros|et?\s+altri|и\s+др\.?|etc\.?|"
    r"\\(?:emph|textit|textsl|it|em)\s*\{?\s*et[\s~]*al\.?\}?|等人?|ほか|他|…|\.{3}|\\[lh]?dots|(?:\d+\s+)?(?:others|more\s+authors?|additional\s+authors?(?:\s+not\s+shown)?))"
)
_ALONE = re.compile(rf"[\s{{(\[]*(?:(?:and|&)\s+)?(?:{_OTHERS}|al\.|alii|et\s+coll\.?)[\s}})\].,;]*", re.IGNORECASE)
_LAST = re.compile(
    rf"(?:\s*[,;，；、]\s*(?:and\s+|&\s*)?{_OTHERS}"
    rf"|\s+(?:\\(?:emph|textit|textsl|it|em)\s*)?\{{?(?:et\.?[\s~]*al(?:ii|iae|\.|\b)|u\.\s?a\.)\}}?|\s+等人?|(?<=[\u4e00-\u9fff]{{2}})等人?)[\s.,;]*\Z",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"[\[({]*(?:(?:no|unknown|without)\s+authors?(?:\s+(?:listed|given))?|author\s+unknown|佚名)[\])}.]*", re.IGNORECASE
)
_ENDS_OF_OTHERS = frozenset(".,;…})]aceilnrs等人他かр")
"""What words for those who are not named may end with, in lower case, which a glance tells."""
_SIGNS = r"*†‡§¶‖∗⁎⋆★☆✉✝✦♠♣♥♦♯⁑¹²³⁰-₉"
_MARK = re.compile(
    r"\\(?:textsuperscript|thanks|footnote|footnotemark|inst|orcidlink|orcidID)\*?(?:\[[^\]]*\])?"
    r"(?:\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})?"
    r"|\\(?:dag|ddag|dagger|ddagger|ast|star)(?![A-Za-z])(?:\{\})?"
    r"|\$\s*(?:\{\})?\s*(?:[\^*]|\\(?:dag|ddag|ast|star|sharp|natural|flat))[^$]*\$"
    r"|\^\{?\d+(?:,\d+)*\}?|<sup>.*?</sup>"
    r"|\((?:[^()]*\bequal(?:ly)?\b[^()]*|(?:co-?|joint\s+)?(?:first|corresponding|senior)\s+authors?)\)"
    rf"|\{{?\\?[{_SIGNS}#]+\}}?"
    r"|(?<=[^\W\d_])\d{1,2}(?:\s?,\s?\d{1,2})*(?![\w-])"
    r"|\s*[<(\[]?[\w.+-]+@[\w-]+\.[\w.-]+[>)\]]?"
    r"|\s*[(\[](?:eds?|editors?|hrsg|hg|transl?|translator|comp)\.?[)\]]"
    r"|\A(?:(?:Prof(?:essor)?|Dr|Dipl)\.?(?:-?Ing\.)?\s+)+(?=\S+\s+\S)|(?<=,)\s*(?:Prof|Dr)\.\s+(?=\w)"
    r"|,\s*(?:Ph\.?\s?D\.?|D\.?\s?Phil\.?|[MB]\.?\s?Sc\.?|Dr\.(?:-Ing\.)?|Dr\.-?\s?Ing\.|Esq\.?)(?=\s*(?:,|\Z))"
    r"|\A\[(?=[^\[\]]+\]\Z)|(?<=\w)\]\Z|\A(?:Ph\.\s?D\.|M\.\s?Sc\.|B\.\s?Sc\.)\s+(?=\S+\s+\S)"
    r"|(?:https?://orcid\.org/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]\s*|(?<=[a-z.])\s*[(（][\u4e00-\u9fff]{1,6}[)）]\Z"
    r"|\s*\((?:(?-i:[A-Z][A-Z0-9]+)[^()]*|[^()]*\b(?:Universit|Institut|College|Laborator|Department|School)\w*[^()]*|(?:19|20)\d\d)\)\Z"
    r"|\A\s*[\[（(【〔][\u4e00-\u9fff]{1,4}[\]）)】〕]\s*(?=\S)|(?<=[\u4e00-\u9fff])\s+(?:编著|主编|編著|[著编译編譯校])\Z"
    r"|(?<=\S)\s+\[[^\[\]]*\]\Z|\s*[(\[](?:b\.\s*|born\s+)?\d{4}\s*[-–]\s*(?:\d{4}|\.{2,4}|…)?[)\]]\Z"
    r"|,\s*(?:b\.\s*)?\d{4}\s*[-–]\s*(?:\d{4})?\.?\Z|\A(?:(?-i:by)|authors?\s*:)\s+(?=\S+\s+\S)"
    r"|(?<=[\u4e00-\u9fff])\s*[(（][A-Za-z][A-Za-z .,'-]{3,}[)）]\Z|\s*;+\s*\Z",
    re.IGNORECASE,
)
_LONGEST = 1000
"""In characters. No name with marks has more, and marks are looked for from each place of a name to its end."""
_BEGINS_MARK = re.compile(
    rf"[\d$^<(（\[【〔@;#{_SIGNS}]|[著编译編譯校]\Z|\\(?:as|dd?a|foot|in|or|st|t[eh])"
    r"|\A(?:[\"'“]|Prof|D[ri]|[BMP][hS.]|by |author)"
    r"|,\s*(?:[BM]\.?\s?Sc|[DM]\.?\s?[DP]|Dr|Esq|P[hr])",
    re.IGNORECASE,
)
"""What each alternative of `_MARK` begins with, or holds, and quotes: it is looked for in an eighth of the time."""
_PHYSICIAN = re.compile(r",\s*M\.?\s?D\.?\Z")
_INITIALS_LAST = re.compile(
    r"(?P<family>(?:[^\W\d_]|\{?\\)[^\s,.~]+(?:[ ~][^\s,.~]{2,})*)[ ~]"
    r"(?P<given>[A-Z\u00c0-\u00de]{1,3}|(?:[A-Z\u00c0-\u00de\u0410-\u042f]\.[ ~-]?){1,4})"
    r"(?:[ ~](?P<suffix>Jr\.?|Sr\.?|2nd|3rd|4th))?"
)
_SUFFIX = re.compile(r"(?:[JjSs]r|II|III|IV)\.?|2nd|3rd|4th")
_ROMAN = frozenset({"II", "III", "IV", "VI"})
_FIRMS = frozenset({"LLC", "PLC", "LTD", "INC"})
"""Capitals behind a name that are no initials."""
_VOWEL = re.compile("[AEIOUY]")


class InitialsLast(NamedTuple):
    """A name whose initials come last, in its parts: `Stone KR`."""

    family: str
    given: str
    suffix: str

    @property
    def bibtex(self) -> str:
        """Return the name as BibTeX writes it."""
        return ", ".join(part for part in (self.family, self.suffix, self.given) if part)

    @property
    def is_certain(self) -> bool:
        """Return whether the last word can be nothing but initials: `N.`, `KR`, but not the `LI` of `Xin LI`."""
        return "." in self.given or len(self.given) == 1 or not _VOWEL.search(self.given)


def is_others(text: str) -> bool:
    """Return whether a member of a list stands for those who are not named: `et al.`, `others,`, `等`."""
    return _ALONE.fullmatch(text) is not None


def others_at_end(text: str) -> re.Match[str] | None:
    """Return where a name or list ends with words for those who are not named: `Doe, J. et al.`."""
    return _LAST.search(text) if text[-1:].lower() in _ENDS_OF_OTHERS else None


def stands_for_nobody(text: str) -> bool:
    """Return whether words in place of a name say that there is none: `[no author]`, `Unknown Author`."""
    return _NOBODY.fullmatch(text) is not None


def without_marks(text: str) -> str:
    """Return a name without what is beside it: marks of title pages, degrees, roles, addresses, quotation marks.

    What is in braces as a whole is a name as its owner writes it, and so is one word that ends with digits.
    """
    if len(text) > _LONGEST or (text.startswith("{") and text.endswith("}")) or not _BEGINS_MARK.search(text):
        return text
    bare = text[1:-1] if len(text) > 2 and text[0] in "\"'“" and text[-1] in "\"'”" else text
    bare = _MARK.sub("", bare)
    if bare.count(",") == 2:  # behind one comma, M.D. may be initials
        bare = _PHYSICIAN.sub("", bare)
    if bare == text or (bare and bare + text[len(bare) :] == text and text[len(bare) :].isdigit() and " " not in text):
        return text
    return " ".join(bare.split()).strip(" ~,")


def initials_last(text: str) -> InitialsLast | None:
    """Return the parts of a name that ends with its initials; None if it does not."""
    match = _INITIALS_LAST.fullmatch(text.strip())
    if match is None or match["given"] in _FIRMS or (match["given"] in _ROMAN and re.search(r"[ ~]", match["family"])):
        return None
    return InitialsLast(match["family"].replace("~", " "), match["given"].strip(" ~-"), match["suffix"] or "")


def all_initials_last(texts: list[str], *, clear: bool = False) -> list[InitialsLast] | None:
    """Return the parts of names if each ends with its initials for certain; None if one does not.

    Of several such names one without a doubt is enough, and none where they are `clear`ly a list; `Kovar N` by itself
    may be a person named N.
    """
    found: list[InitialsLast] = []
    for text in texts:
        name = initials_last(text)
        if name is None:
            return None
        found.append(name)
    if not found:
        return None
    if clear or any("." in name.given for name in found):
        return found
    return found if len(found) > 1 and any(name.is_certain for name in found) else None


def is_suffix(text: str) -> bool:
    """Return whether a word is a suffix of a name: `Jr.`, `III`."""
    return _SUFFIX.fullmatch(text) is not None


def split_suffix(text: str) -> tuple[str, str]:
    """Return a part of a name without the suffix it ends with, and the suffix: `Robert M., Sr.`."""
    start, _, last = text.rstrip(" ,").rpartition(" ")
    if start.strip(" ,") and is_suffix(last):
        return start.rstrip(" ,"), last
    return text, ""
