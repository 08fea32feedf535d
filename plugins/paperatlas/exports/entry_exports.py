"""The entries of a library in each format that it is exported in.

Each entry is written once per format, and every file with it is put together from that. Nothing is written before a
text is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from paperatlas.atlas import Atlas
from paperatlas.bibliography import Entry
from paperatlas.bibliography.model.bibtex_key import bibtex_key
from paperatlas.bibliography.model.entry_types import NO_WORKS
from paperatlas.exports.texts import EntryTexts
from paperatlas.formats.bibtex.writer import bibtex
from paperatlas.formats.csl.writer import csl_list, csl_text
from paperatlas.formats.ris.writer import ris_record


class EntryExports:
    """The papers of an atlas in each format; `known` has what was written in earlier builds."""

    def __init__(self, atlas: Atlas, known: EntryTexts | None = None) -> None:
        self._entries = [paper.entry for paper in atlas.papers.values()]
        self._known = known or EntryTexts()
        self._texts: dict[str, _Texts] = {}

    def of(self, suffix: str, keys: Sequence[str]) -> str:
        """Return the file with these papers in the format whose files end with `suffix`."""
        if suffix not in self._texts:
            self._texts[suffix] = _WRITERS[suffix](self._entries, self._known)
        return self._texts[suffix].of(keys)


class _Texts:
    """The entries in one format, by their keys, which are unique."""

    def __init__(self, texts: Mapping[str, str], join: Callable[[Iterable[str]], str] = "\n".join) -> None:
        self._texts = texts
        self._join = join

    def of(self, keys: Sequence[str]) -> str:
        """Return the file with these entries."""
        return self._join(text for key in keys if (text := self._texts.get(key)))


def _works(entries: Iterable[Entry], write: Callable[[Entry], str]) -> dict[str, str]:
    return {entry.key: write(entry) for entry in entries if entry.type not in NO_WORKS}


class _BibTeX(_Texts):
    """Entries, with a blank line between them.

    How an entry is written depends on the others in its file in two cases: it inherits from one of them, or BibTeX
    takes its key for that of one. The files with such entries are written by themselves.
    """

    def __init__(self, entries: Sequence[Entry], known: EntryTexts) -> None:
        alone = known.written(".bib", lambda entry: "".join(bibtex([entry])))
        texts = bibtex(entries, known=alone)
        super().__init__({entry.key: text.removeprefix("\n") for entry, text in zip(entries, texts, strict=True)})
        folded = {bibtex_key(entry.key).casefold() for entry in entries}
        self._entries = {entry.key: entry for entry in entries}
        self._depend = {entry.key for entry in entries if entry.field("crossref") or entry.field("xdata")}
        if len(folded) < len(entries):
            self._depend |= self._entries.keys()

    def of(self, keys: Sequence[str]) -> str:
        """Return the file with these entries."""
        if len(keys) == len(self._entries) or self._depend.isdisjoint(keys):
            return super().of(keys)
        return "".join(bibtex(self._entries[key] for key in keys))


def _ris(entries: Sequence[Entry], known: EntryTexts) -> _Texts:
    return _Texts(_works(entries, known.written(".ris", ris_record)))


def _csl(entries: Sequence[Entry], known: EntryTexts) -> _Texts:
    return _Texts(_works(entries, known.written(".csl.json", csl_text)), lambda items: "".join(csl_list(items)))


_WRITERS: Mapping[str, Callable[[Sequence[Entry], EntryTexts], _Texts]] = {
    ".bib": _BibTeX,
    ".ris": _ris,
    ".csl.json": _csl,
}
