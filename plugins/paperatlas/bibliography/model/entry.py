"""An entry of a library: a frozen view of what was read, with every value decoded."""

# ruff: noqa: SLF001 — an entry looks into its parents, which are entries like itself

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from paperatlas.bibliography.latex.decode import decode, decode_plain
from paperatlas.bibliography.latex.spacing import collapse
from paperatlas.bibliography.model import identifiers
from paperatlas.bibliography.model.complaints import SourceBlock
from paperatlas.bibliography.model.date_words import publication_state
from paperatlas.bibliography.model.dates import PartialDate, read_date
from paperatlas.bibliography.model.extended_names import useprefix_in
from paperatlas.bibliography.model.fields import TYPE_ALIASES, VERBATIM, Field, canonical
from paperatlas.bibliography.model.inherit import through_crossref, through_xdata
from paperatlas.bibliography.model.marked_text import MarkedText, Node
from paperatlas.bibliography.model.name import NameList
from paperatlas.bibliography.model.names import read_names, with_useprefix
from paperatlas.bibliography.model.stored import OwnFields
from paperatlas.bibliography.model.verbatim import unescape
from paperatlas.diagnostics.problem import Span
from paperatlas.text.control_characters import without_controls

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paperatlas.bibliography.model.stored import Head, Store, StoredField


class ListItem(NamedTuple):
    """One member of a comma-separated field, and its exact place."""

    value: str
    span: Span


class Entry:
    """One entry. Fields are BibLaTeX's, whatever the file calls them; what it inherits counts as its own."""

    __slots__ = (
        *("_arxiv", "_column", "_doi", "_file", "_index", "_line", "_parents", "_store", "_table"),
        *("end_line", "key", "type"),
    )

    key: str
    """The citation key."""
    type: str
    """The type as written, in lower case."""
    end_line: int
    """The line of the brace that closes the entry, from 1."""

    def __init__(self, file: str, head: Head, store: Store, index: int) -> None:
        """Return the `index`th entry of a file, whose fields are kept in `store`."""
        self.key, self.type, self._line, self._column, self.end_line = head
        self._file = file
        self._store = store
        self._index = index
        self._parents: tuple[tuple[str, Entry], ...] = ()
        self._table: dict[str, tuple[StoredField, Entry]] | None = None
        # Found when they are asked for, which each page and export of a paper does; empty if there is none.
        self._doi: str | None = None
        self._arxiv: str | None = None

    def __repr__(self) -> str:
        """For people who debug."""
        return f"<Entry {self.key} {self.span}>"

    @property
    def kind(self) -> str:
        """BibLaTeX's name of the type: `report` for `techreport`."""
        return TYPE_ALIASES.get(self.type, self.type)

    @property
    def span(self) -> Span:
        """Return where the entry begins."""
        return Span(self._file, self._line, self._column)

    @property
    def fields(self) -> Mapping[str, Field]:
        """Return every field by its BibLaTeX name, in the order of the file, inherited ones last."""
        fields = dict(self.own_fields)
        for name, found in (self._inherited() if self._parents else {}).items():
            fields.setdefault(name, self._field(name, *found))
        return MappingProxyType(fields)

    @property
    def own_fields(self) -> Mapping[str, Field]:
        """Return the fields the entry itself has in the file."""
        return MappingProxyType({name: self._field(name, field, self) for name, field in self._own().items()})

    @property
    def field_names(self) -> tuple[str, ...]:
        """Return the names of `fields`, which takes less time."""
        return tuple(dict.fromkeys((*self._own(), *(self._inherited() if self._parents else ()))))

    @property
    def own_field_names(self) -> tuple[str, ...]:
        """Return the names of `own_fields`, which takes less time."""
        return tuple(self._own())

    @property
    def own_field_count(self) -> int:
        """Return how many fields the entry itself has."""
        return len(self._own())

    def field(self, name: str) -> Field | None:
        """Return one field."""
        found = self._find(name)
        return None if found is None else self._field(canonical(name), *found)

    def text(self, name: str) -> MarkedText | None:
        """Return a field as marked-up text; None if the entry has no such field, or an empty one."""
        found = self._find(name)
        if found is None:
            return None
        field = found[0]
        if field.value is None:
            nodes: tuple[Node, ...] = (field.raw,) if field.name not in VERBATIM else decode(field.raw).nodes
        elif isinstance(field.value, NameList):
            nodes = decode(field.raw).nodes
        else:
            nodes = field.value
        return MarkedText(nodes, field.raw) if any(nodes) else None

    def plain(self, name: str) -> str:
        """Return the text of a field without its marks; empty if the entry has no such field."""
        text = self.text(name)
        return text.text if text else ""

    def verbatim(self, name: str) -> str | None:
        """Return a field that is no LaTeX (an address, an identifier, a file), without backslashes added to it."""
        found = self._find(name)
        if found is None:
            return None
        raw = found[0].raw
        value = unescape(raw.strip()) if "\n" not in raw else unescape(collapse(raw))
        return value or None

    def has(self, name: str) -> bool:
        """Return whether the entry has a field that is not empty, which asks nothing of what is in it."""
        found = self._find(name)
        return found is not None and bool(found[0].raw.strip("{} \t\n"))

    def names(self, name: str) -> NameList:
        """Return the names in a field; none if the entry has no such field."""
        found = self._find(name)
        if found is None:
            return NameList()
        value = found[0].value
        names = value if isinstance(value, NameList) else read_names(found[0].raw).names
        options = self._own().get("options")
        useprefix = useprefix_in(options.raw) if options is not None else None
        return names if useprefix is None else with_useprefix(names, useprefix)

    def list(self, name: str) -> tuple[ListItem, ...]:
        """Return the members of a comma-separated field; empty ones are left out."""
        found = self._find(name)
        if found is None:
            return ()
        field, owner = found
        block = SourceBlock(owner._file, field.raw, owner._line + field.value_line, field.value_column)
        items = []
        offset = 0
        for part in field.raw.split(","):
            if stripped := part.strip():
                text = decode_plain(stripped) if "\\" in stripped or "{" in stripped else without_controls(stripped)
                items.append(ListItem(collapse(text), block.span(offset + part.index(stripped), len(stripped))))
            offset += len(part) + 1
        return tuple(items)

    @property
    def date(self) -> PartialDate | None:
        """Return when the work was published, from `date`, or `year` and `month`."""
        found = self._find("date")
        return read_date(found[0].raw)[0] if found else None

    @property
    def pubstate(self) -> str:
        """Return BibLaTeX's word for a state before publication, from `pubstate` or in place of a date; or empty."""
        stated = self.plain("pubstate")
        found = None if stated else self._find("date")
        text = stated if found is None else found[0].raw
        return publication_state(text) or stated

    def span_of(self, name: str) -> Span:
        """Return where a field stands; the entry's own place if it has no such field."""
        field = self.field(name)
        return field.span if field else self.span

    @property
    def doi(self) -> str | None:
        """Return the work's DOI, from `doi` or the address; not the one of a parent it inherits from."""
        if self._doi is None:
            self._doi = identifiers.doi(self._unescaped("doi")) or identifiers.doi(self._unescaped("url")) or ""
        return self._doi or None

    @property
    def arxiv(self) -> str | None:
        """Return the work's arXiv identifier, from wherever the entry gives it; not the one of a parent."""
        if self._arxiv is None:
            self._arxiv = self._find_arxiv() or ""
        return self._arxiv or None

    def content(self, *, places: bool) -> tuple[object, ...]:
        """Return all that is known of the entry and those it inherits from, to compare versions of it.

        Without `places`, an entry that only stands elsewhere by now is the same.
        """
        inherited = self._inherited() if self._parents else {}
        return (
            self.key,
            self.type,
            [_content(field, places=places) for field in self._own().values()],
            [
                (name, owner.key, _content(field, places=places), (owner._file, owner._line) if places else ())
                for name, (field, owner) in inherited.items()
                if owner is not self
            ],
            (self._file, self._line, self._column, self.end_line) if places else (),
        )

    def inherit(self, parents: tuple[tuple[str, Entry], ...]) -> None:
        """Set what the entry inherits from: `xdata` or `crossref`, and the parent. Only the reader calls this."""
        self._parents = parents

    def stored(self, name: str) -> StoredField:
        """Return an own field as the reader left it. Only the reader calls this."""
        return self._own()[name]

    def replace_field(self, name: str, field: StoredField | None) -> None:
        """Give an own field another value, or take it away. Only the reader calls this."""
        fields = {other: field if other == name else stored for other, stored in self._own().items()}
        self._store = OwnFields({other: stored for other, stored in fields.items() if stored is not None})

    def _find_arxiv(self) -> str | None:
        if identifiers.is_arxiv_type(self._unescaped("eprinttype", "arxiv")):
            number = self._unescaped("eprint")
            if found := identifiers.arxiv(number) or identifiers.old_arxiv(self._unescaped("eprintclass"), number):
                return found
        for name in ("arxiv", "arxivid", "doi", "url", "urlraw"):
            value = self._unescaped(name)
            if value and (name[0] == "a" or "arxiv" in value.lower()) and (found := identifiers.arxiv(value)):
                return found
        for name in ("journaltitle", "volume", "number", "eid", "pages", "howpublished", "note"):
            if (found := identifiers.arxiv_in_text(self._raw(name))) is not None:
                return found
        # The archive as the journal, and the bare number beside it.
        if identifiers.is_arxiv(self._raw("journaltitle")):
            numbers = map(self._unescaped, ("volume", "number", "eid", "pages"))
            return next((found for value in numbers if (found := identifiers.arxiv(value))), None)
        return None

    def _raw(self, name: str) -> str:
        """Return a field of the entry itself as written; empty if there is none."""
        field = self._own().get(name)
        return "" if field is None else field.raw

    def _unescaped(self, name: str, default: str = "") -> str:
        """Return a field of the entry itself without backslashes added to it."""
        field = self._own().get(name)
        return default if field is None else unescape(field.raw)

    def _own(self) -> Mapping[str, StoredField]:
        """Return the stored fields of the entry itself, by name."""
        return self._store.fields_of(self._index)

    def _field(self, name: str, stored: StoredField, owner: Entry) -> Field:
        """Return a stored field with its places."""
        _, written_name, raw, line, column, value_line, value_column, _ = stored
        first = owner._line
        inherited_from = "" if owner is self else owner.key
        return Field(
            name, written_name, raw, inherited_from, owner._file, first + line, column, first + value_line, value_column
        )

    def _find(self, name: str) -> tuple[StoredField, Entry] | None:
        """Return a field and the entry it stands in."""
        wanted = canonical(name)
        own = self._store.fields_of(self._index).get(wanted)
        if own is not None:
            return own, self
        return self._inherited().get(wanted) if self._parents else None

    def _inherited(self) -> dict[str, tuple[StoredField, Entry]]:
        """Return the entry's own fields, then what its few ancestors add, each with the entry it stands in."""
        if self._table is not None:
            return self._table
        table = {name: (field, self) for name, field in self._own().items()}
        for kind, parent in self._parents:
            inherited = parent._inherited()
            pairs = through_xdata(inherited) if kind == "xdata" else through_crossref(parent.type, self.type, inherited)
            for source, target in pairs:
                if target not in table:
                    table[target] = inherited[source]
        self._table = table if self._parents else None
        return table


def _content(field: StoredField, *, places: bool) -> tuple[object, ...]:
    """Return a field without its place, if places do not matter."""
    name, written_name, raw, *_, value = field
    return tuple(field) if places else (name, written_name, raw, value)
