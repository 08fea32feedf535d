"""Language tags (BCP 47), as configurations and file names write them."""

from __future__ import annotations

import re
from collections.abc import Mapping

LANGUAGE_TAGS: Mapping[str, str] = {
    "american": "en-US",
    "arabic": "ar",
    "australian": "en-AU",
    "austrian": "de-AT",
    "brazil": "pt-BR",
    "brazilian": "pt-BR",
    "british": "en-GB",
    "canadian": "en-CA",
    "catalan": "ca",
    "chinese": "zh",
    "croatian": "hr",
    "czech": "cs",
    "danish": "da",
    "dutch": "nl",
    "english": "en",
    "esperanto": "eo",
    "estonian": "et",
    "finnish": "fi",
    "french": "fr",
    "german": "de",
    "greek": "el",
    "hebrew": "he",
    "hungarian": "hu",
    "icelandic": "is",
    "italian": "it",
    "japanese": "ja",
    "korean": "ko",
    "latin": "la",
    "latvian": "lv",
    "lithuanian": "lt",
    "ngerman": "de",
    "norsk": "nb",
    "norwegian": "no",
    "nynorsk": "nn",
    "persian": "fa",
    "polish": "pl",
    "portuguese": "pt",
    "romanian": "ro",
    "russian": "ru",
    "serbian": "sr",
    "slovak": "sk",
    "slovene": "sl",
    "slovenian": "sl",
    "spanish": "es",
    "swedish": "sv",
    "swiss": "de-CH",
    "turkish": "tr",
    "ukenglish": "en-GB",
    "ukrainian": "uk",
    "usenglish": "en-US",
    "vietnamese": "vi",
}
"""babel's and polyglossia's names of languages, as BCP 47 writes them."""

_OTHER_NAMES: Mapping[str, str] = {
    # ISO 639-2, as MEDLINE, library catalogues and Web of Science write it
    "ara": "ar", "bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "chi": "zh", "zho": "zh", "dan": "da", "deu": "de",
    "ger": "de", "dut": "nl", "nld": "nl", "ell": "el", "gre": "el", "eng": "en", "est": "et", "fas": "fa", "per": "fa",
    "fin": "fi", "fra": "fr", "fre": "fr", "heb": "he", "hrv": "hr", "hun": "hu", "ind": "id", "ita": "it", "jpn": "ja",
    "kor": "ko", "lat": "la", "lav": "lv", "lit": "lt", "nob": "nb", "nor": "no", "pol": "pl", "por": "pt", "ron": "ro",
    "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk", "slv": "sl", "spa": "es", "srp": "sr", "swe": "sv", "tha": "th",
    "tur": "tr", "ukr": "uk", "vie": "vi",
    # what they are called by those who speak them
    "deutsch": "de", "français": "fr", "francais": "fr", "español": "es", "castellano": "es", "italiano": "it",
    "português": "pt", "nederlands": "nl", "русский": "ru", "українська": "uk", "polski": "pl", "čeština": "cs",
    "dansk": "da", "svenska": "sv", "suomi": "fi", "magyar": "hu", "türkçe": "tr", "bahasa indonesia": "id",
    "中文": "zh", "汉语": "zh", "简体中文": "zh", "英文": "en", "英语": "en", "日语": "ja", "日文": "ja",
    "日本語": "ja", "德语": "de", "法语": "fr", "俄语": "ru", "韩语": "ko",
    "한국어": "ko", "العربية": "ar", "فارسی": "fa",
    # languages that neither babel nor polyglossia names so
    "castilian": "es", "flemish": "nl", "indonesian": "id", "malay": "ms", "mandarin": "zh", "thai": "th",
    "simplified chinese": "zh-Hans", "traditional chinese": "zh-Hant", "bulgarian": "bg", "farsi": "fa", "hindi": "hi",
}  # fmt: skip
_SEVERAL = re.compile(r"\s*[;,/；，、]\s*|\s+(?:and|und|et|&)\s+")


def primary_language(tag: str) -> str:
    """Return the primary subtag in lower case: `zh` for `zh-Hans` and for `zh_CN` (BCP 47, 2.2.1)."""
    return tag.replace("_", "-").partition("-")[0].lower()


def covers(tag: str, other: str) -> bool:
    """Return whether two tags may name one language: `zh` and `zh-Hans`, but not `zh-Hans` and `zh-Hant`."""
    shorter, longer = sorted((tag.replace("_", "-").lower(), other.replace("_", "-").lower()), key=len)
    return f"{longer}-".startswith(f"{shorter}-")


def tag_of(name: str) -> str:
    """Return the tag of a language that is named in one of many ways, of several the first; else what is written."""
    tags = [known_tag(name)] if known_tag(name) else [known_tag(part) for part in _SEVERAL.split(name) if part]
    return tags[0].replace("_", "-") if tags and all(tags) else name


_TAG = re.compile(r"[a-z]{2}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)


def known_tag(name: str) -> str:
    """Return the tag of a language that is named: `german`, `langgerman`, `ger`, `Deutsch`, `de`; else nothing."""
    bare = name.strip().lower().removeprefix("lang")
    if (tag := LANGUAGE_TAGS.get(bare) or _OTHER_NAMES.get(bare)) is not None:
        return tag
    return name.strip() if _TAG.fullmatch(name.strip()) else ""


_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})
"""By ISO 15924: a tag may name the script of a language that has several, `az-Arab`."""


def text_direction(tag: str) -> str:
    """Return how a language is written, as the attribute `dir` of HTML has it: `ltr` or `rtl`."""
    language, *more = tag.replace("_", "-").lower().split("-")
    script = next((subtag for subtag in more if len(subtag) == 4 and subtag.isalpha()), "")
    to_left = script in _RIGHT_TO_LEFT_SCRIPTS if script else language in _RIGHT_TO_LEFT
    return "rtl" if to_left else "ltr"


def web_language(tag: str) -> str:
    """Return a language as browsers and search programs name it: `zh-hans` for `zh_Hans`."""
    return tag.replace("_", "-").lower()
