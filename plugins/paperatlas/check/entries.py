"""What a single entry lacks or mistypes: required fields, its type, the names of its fields, its references."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from paperatlas.bibliography import Entry, Library
from paperatlas.bibliography.model.bibtex_key import bibtex_key
from paperatlas.check import data_model
from paperatlas.check.rules import (
    KEY_NOT_FOR_BIBTEX,
    MISSING_FIELD,
    MISTYPED_FIELD,
    MISTYPED_LANGUAGE,
    UNKNOWN_CODE_TYPE,
    UNKNOWN_REFERENCE,
    UNKNOWN_TYPE,
)
from paperatlas.check.works import RELATION_FIELDS
from paperatlas.diagnostics.problem import Edit, Problem
from paperatlas.text.language_tags import LANGUAGE_TAGS
from paperatlas.text.slips import near_miss
from paperatlas.text.suggestions import nearest

_CODE_TYPES = ("official", "unofficial")
_LANGUAGE_SLIPS = {"ch": "zh", "chi": "zh", "chn": "zh", "cn": "zh", "jp": "ja", "kr": "ko", "ua": "uk", "cz": "cs"}
"""Countries, and older names, that are written for languages."""
_TRANSLATED = re.compile(
    r"(?P<field>abstract|annotation|change|evidence|note)(?:[-.]?(?P<language>zh|cn|en)|[-.](?P<other>[a-z]{2})"
    r"|_(?P<slip>ch|chi|chn|cn|jp|kr|ua|cz))"
)
MORE_PLACES = 2
"""How many further places of what is reported once for a file are named beside the first."""
_TYPE_SLIPS = {
    "arxiv": "online",
    "blog": "online",
    "code": "software",
    "journal": "article",
    "link": "online",
    "paper": "article",
    "website": "online",
    "workshop": "inproceedings",
}
"""Words that people write for a type; none of them is near its name."""
_REFERENCES = ("related", "xref", "entryset")
_BIBTEX_NAMES = {"date": "year", "journaltitle": "journal"}
"""What BibTeX calls a field of BibLaTeX's: who knows BibTeX alone looks for these."""
_OWN_FIELD = 20
"""A name that so many entries have is a field of one's own: nobody mistypes one in the same way so often. Nor is it
a slip where several entries have it, and fewer the field that it resembles."""
_MOST_COMPARISONS = 1_000_000
"""How often a mistyped key is compared with a known one before suggestions cost more than they help."""


def missing_fields(library: Library) -> Iterator[Problem]:
    """REQ001: fields that the entry's type requires."""
    for entry in library.entries:
        if missing := [_any_of(names, entry) for names in _missing(entry)]:
            last = missing.pop()
            listed = f"{', '.join(missing)} and {last}" if missing else last
            arguments = {"type": entry.type, "key": entry.key, "fields": listed}
            name, near = _mistyped(entry)
            variant = "mistyped" if near else ""
            yield MISSING_FIELD.at(entry.span, variant, **arguments, name=name, near=near)


def _missing(entry: Entry) -> list[tuple[str, ...]]:
    """Return the requirements that an entry does not meet, each as the fields of which one would do."""
    missing = [names for names in data_model.REQUIRED.get(entry.kind, ()) if not _has_one(entry, names)]
    # No type wants a title that is there and says nothing; the page would be called by the entry's key.
    if not entry.has("title") and entry.field("title") and ("title",) not in missing:
        missing.append(("title",))
    return missing


def _has_one(entry: Entry, names: tuple[str, ...]) -> bool:
    if any(entry.has(name) for name in names):
        return True
    return "type" in names and entry.type in data_model.TYPES_WITH_A_KIND


def _any_of(names: tuple[str, ...], entry: Entry) -> str:
    """Return a requirement in words, with BibTeX's names beside BibLaTeX's.

    That a state may stand for a date goes without saying, and so do preprints.
    """
    first, *others = (name for name in names if name != "pubstate" and (name != "eprint" or "url" in names))
    if first in _BIBTEX_NAMES:
        others.insert(0, _BIBTEX_NAMES[first])
    elif first == "institution" and entry.kind == "thesis":
        others.insert(0, "school")
    return f"{first} (or {' or '.join(others)})" if others else first


def _mistyped(entry: Entry) -> tuple[str, str]:
    """Return a name that was probably mistyped, and what it was meant to be; empty if there is none."""
    for names in data_model.REQUIRED.get(entry.kind, ()):
        for name in entry.own_field_names:
            if name not in data_model.KNOWN_FIELDS and (near := near_miss(name, names)):
                return name, near
    return "", ""


def unknown_types(library: Library) -> Iterator[Problem]:
    """TYP001: entry types that nobody defined."""
    for entry in library.entries:
        if entry.type not in data_model.KNOWN_TYPES:
            near = _TYPE_SLIPS.get(entry.type) or nearest(entry.type, data_model.KNOWN_TYPES)
            yield UNKNOWN_TYPE.at(entry.span, type=entry.type, near=near)


def mistyped_fields(library: Library, relation_fields: tuple[str, ...] = RELATION_FIELDS) -> Iterator[Problem]:
    """FLD001: names of fields that are one slip away from a known one; `relation_fields` are known as well."""
    counts = Counter(name for entry in library.entries for name in entry.own_field_names)
    for entry in library.entries:
        slips = {name: meant for name in entry.own_field_names if (meant := meant_field(name, relation_fields))}
        for name, meant in slips.items():
            span = entry.own_fields[name].span
            variant = "there" if entry.field(meant) else ""
            # A field of another name may be meant; not where it alone would be one that the entry's type requires.
            alone = not variant and list(slips.values()).count(meant) == 1
            certain = alone and any(meant in names for names in _missing(entry))
            edit = Edit(span, meant, name) if certain else None
            if counts[name] >= _OWN_FIELD or (not certain and counts[name] > max(counts[meant], 1)):
                continue
            yield MISTYPED_FIELD.at(span, variant, name=name, meant=meant).mended_by(edit)


# Far more names of fields than a library has.
@lru_cache(maxsize=1 << 12)
def meant_field(name: str, relation_fields: tuple[str, ...]) -> str | None:
    """Return the known field that a name was probably meant to be."""
    if (translated := _TRANSLATED.fullmatch(name)) and name not in data_model.KNOWN_FIELDS:
        language = translated["language"] or translated["other"] or translated["slip"]
        meant = f"{translated['field']}_{_LANGUAGE_SLIPS.get(language, language)}"
        return None if meant == name else meant
    if len(name) < 4 or not name.isascii() or not name.isalpha():
        return None
    if name in data_model.KNOWN_FIELDS or name in relation_fields:
        return None
    return near_miss(name, (*data_model.COMMON_FIELDS, *relation_fields))


def mistyped_languages(library: Library) -> Iterator[Problem]:
    """FLD004: values of `langid` that are one slip away from babel's name of a language."""
    for entry in library.entries:
        value = (entry.verbatim("langid") or "").strip()
        if value and value.lower() not in LANGUAGE_TAGS and (meant := near_miss(value.lower(), LANGUAGE_TAGS)):
            yield MISTYPED_LANGUAGE.at(entry.span_of("langid"), value=value, meant=meant)


def unknown_code_types(library: Library) -> Iterator[Problem]:
    """FLD003: values of `codetype` that say nothing."""
    for entry in library.entries:
        value = (entry.verbatim("codetype") or "").strip()
        if value and value not in _CODE_TYPES:
            near, known = nearest(value, _CODE_TYPES), " and ".join(_CODE_TYPES)
            yield UNKNOWN_CODE_TYPE.at(entry.span_of("codetype"), value=value, known=known, near=near)


def keys_not_for_bibtex(library: Library) -> Iterator[Problem]:
    """KEY003: citation keys that the exported BibTeX cannot have as they are; once for each file."""
    found: dict[str, list[Entry]] = {}
    for entry in library.entries:
        if bibtex_key(entry.key) != entry.key:
            found.setdefault(entry.span.file, []).append(entry)
    for entries in found.values():
        first, *others = entries
        variant = "several" if others else ""
        arguments = {"key": first.key, "written": bibtex_key(first.key)}
        problem = KEY_NOT_FOR_BIBTEX.at(first.span, variant, **arguments, count=len(entries))
        yield problem.beside(*(entry.span for entry in others[:MORE_PLACES]))


def unknown_references(library: Library) -> Iterator[Problem]:
    """REF001: keys in `related`, `xref` and `entryset` that no entry has. Those of `crossref` are not ours."""
    keys: set[str] | None = None
    comparisons = 0
    for entry in library.entries:
        for name in _REFERENCES:
            for item in entry.list(name):
                keys = _keys(library) if keys is None else keys
                if item.value in keys:
                    continue
                comparisons += len(keys)
                near = nearest(item.value, keys) if comparisons < _MOST_COMPARISONS else ""
                yield UNKNOWN_REFERENCE.at(item.span, key=item.value, near=near)


def _keys(library: Library) -> set[str]:
    """Return every citation key and every further name of an entry."""
    return {entry.key for entry in library.entries} | {
        item.value for entry in library.entries for item in entry.list("ids")
    }
