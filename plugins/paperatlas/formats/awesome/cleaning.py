"""Titles without what lists write around them: dates, numbers, venues, authors, the method's name."""

from __future__ import annotations

import re

from paperatlas.formats.awesome.links import label_of
from paperatlas.formats.awesome.list_items import count_words
from paperatlas.formats.awesome.people import people_in
from paperatlas.formats.awesome.reference_form import read_reference
from paperatlas.formats.venues import without_venue
from paperatlas.text.word_lists import words_in

QUOTED_TITLE = re.compile(r"[\"“”„«「『《]([^\"“”„«»「」『』《》]{3,}?)[,.]?[\"“”»」』》]")
_LEADING = re.compile(
    r"^(?:[^\w\"“$(\[{¿«「『【《]+"
    r"|[\[(（【](?:[^\])）】]{0,28}?\d{2,4}[^\])）】]{0,28}|[\s\d.,/-]*)[\])）】]"
    r"|(?:19|20)\d{2}[-./]\d{2}(?:[-./]\d{2})?\b|\d{1,4}[.)](?=\s)|[\[(（【]\s*[\])）】]"
    r"|(?:Title|Paper|(?:论文)?(?:标题|题目)|论文)\s*[:：]|https?://\S+"
    r"|[\[【(](?:Survey|Review|Tutorial|Dataset|Benchmark|Thesis|综述)[\])】])\s*"
)
_SHORTCODE = re.compile(r"(?<![\w:])(?::[a-z][a-z0-9_+-]*:)+(?![\w:])")
"""A picture by its name, as GitHub has it: `:fire:`."""
_LABELS_BEHIND = re.compile(r"(?:\s*\[[^\[\]\s]+(?:\s[^\[\]\s]+)?\])+\s*$")
"""What lists have behind titles for links without a usual name: `[C++]`, `[habitat-api] [habitat-sim]`."""
_IN_PROCEEDINGS = re.compile(r"(?<=\w)[.?!]\s+In:?\s?(?:Proceedings|Proc\b|Advances in)\b.*$|,\s*Vol(?:ume|\.)\s*\d.*$")
_TRAILING_ADDRESS = re.compile(r"[,;.]?\s+https?://\S+$|\s+(?:论文|原文|代码)?(?:链接|地址)\s*[:：]?\s*$")
_METHOD = re.compile(r"^[\[【(]\s*([^\])】]{1,30}?)\s*[\])】]\s*[:：,-]?\s*(?=\S)")
_YEAR_AND_REST = re.compile(
    r"\s*[(\[](?:19|20)\d{2}[)\]]\s*(?:[,.;:].*|by\s.*)?$|,?\s+by\s+(?=[A-Z\u00c0-\u00de])[^:]{3,80}\bet al\b.*$"
    r"|\s*\((?:[A-Z\u00c0-\u00de][\w'’-]+(?:\s(?:and|&)\s[A-Z\u00c0-\u00de][\w'’-]+|\s+et\.?\s?al\.?)?),?\s+(?:19|20)\d\d[a-z]?\)\s*$",
    re.DOTALL,
)
"""A year in brackets with what follows it, authors behind `by`, and a citation in brackets, which end a title."""
_TAIL = re.compile(
    r"(?P<text>.*?\w.*?)(?P<gap>\s*[.,;:|(（\[【–—-]\s*|\s+-\s+)(?P<last>[^.,;:|(（\[【–—]*[)）\]】.]?\s*)$", re.DOTALL
)
BRACKETS = "\\[]()（）【】|"
EDGE = " \t,;:：.。、|*_–—-~" + "\u200b\u2022\u2b50\ufe0f"


def clean_title(text: str) -> tuple[str, str]:
    """Return a title without dates, numbers, venues and authors around it, and the method's name in front of it."""
    text = " ".join(_SHORTCODE.sub(" ", text.replace("**", "")).split())
    if (reference := read_reference(text)) is not None:
        return reference.title.strip(EDGE), ""
    text = _TRAILING_ADDRESS.sub("", _IN_PROCEEDINGS.sub("", text))
    if (labels := _LABELS_BEHIND.search(text)) and count_words(text[: labels.start()]) >= 3:
        text = text[: labels.start()]
    if quoted := QUOTED_TITLE.search(text):
        head = text[: quoted.start()].strip(EDGE)
        if count_words(quoted[1]) >= 2 and (count_words(head) <= 3 or people_in(head)):
            return quoted[1].strip(EDGE), head if is_method(head) and not _is_list(head) else ""
    while match := _LEADING.match(text):
        text = text[match.end() :]
    method, text = _without_brackets(text)
    if (match := _YEAR_AND_REST.search(text)) and count_words(text[: match.start()]) >= 2:
        text = text[: match.start()]
    first, dot, rest = text.partition(". ")
    if dot and people_in(first) and count_words(rest) >= 2:
        text = rest
    text = _without_tail(text)
    while match := _LEADING.match(text):
        text = text[match.end() :]
    return text.strip().strip(EDGE).strip(), method


def _without_brackets(text: str) -> tuple[str, str]:
    """Return the method in brackets before a title, and the title; a venue there goes: `[CVPR] A title`."""
    method = ""
    for _ in range(2):
        match = _METHOD.match(text)
        if match is None or method or count_words(text[match.end() :]) < 2:
            break
        if not _is_metadata(match[1]):
            if not is_method(match[1]):
                break
            method = match[1]
        text = text[match.end() :]
    return method, text


def _without_tail(text: str) -> str:
    """Return a text without what follows a title: venue, year, authors, empty brackets."""
    while True:
        text = text.rstrip(" \t,;:|–—-*_")
        text = re.sub(r"\s*[\[(（【]\s*[\])）】,.;\s]*$", "", text)
        match = _TAIL.fullmatch(text)
        if match is None or count_words(match["text"]) < 1:
            return text
        last = match["last"].strip(EDGE + BRACKETS + "'’")
        bracketed = match["gap"].strip()[:1] in ("(", "（", "[", "【") and match["gap"].strip() != ""
        if not (
            _is_metadata(last)
            or (last and bracketed and people_in(last, at_least=1))
            or (not last and "]" in match["last"])
        ):
            people_from = _people_tail(text)
            if people_from is None:
                return text
            text = text[:people_from]
            continue
        text = match["text"]


def _people_tail(text: str) -> int | None:
    """Return where a list of authors begins that ends a text behind a full stop, `by` or a dash."""
    for match in re.finditer(r"\.\s+|\s+[-–—|]\s+|,?\s+by\s+|;\s+", text):
        if count_words(text[: match.start()]) >= 2 and people_in(
            without_venue(text[match.end() :]).strip(EDGE + BRACKETS)
        ):
            return match.start()
    return None


def _is_metadata(text: str) -> bool:
    """Return whether a text says only when or where something appeared."""
    if not text:
        return False
    rest = without_venue(text).strip(EDGE + BRACKETS + "'’0123456789/")
    changed = rest != text.strip()
    words_left = [word for word in re.findall(r"[A-Za-z]+", rest) if word.lower() not in _REMARKS]
    return ((changed or bool(re.fullmatch(r"[\d\s./-]+", text))) and not words_left) or (
        not words_left and text.lower() in _REMARKS
    )


_REMARKS = words_in(
    "oral spotlight poster best paper award in proceedings of workshop workshops preprint submitted to accepted by"
    " at the and under review"
    " highlight jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august"
    " september october november"
    " december findings long short demo main track conference th st nd rd vol no new tech report technical"
    " survey"
)


def _is_list(text: str) -> bool:
    """Return whether a text is a list, as authors before a quoted title are: `Roe A, Lind B.`."""
    return "," in text or bool(people_in(text))


def is_method(text: str) -> bool:
    """Return whether a text in brackets before a title is a name, and not a date, a venue or a number."""
    return bool(re.search(r"[A-Za-z]", text)) and not _is_metadata(text) and label_of(text) is None and len(text) <= 30
