"""The bibliography floor: .bib text in, entries with decoded values out, and a problem for all that is wrong.

library, problems = read_library([Path("bib/papers.bib")], root=Path())
"""

from paperatlas.bibliography.model.dates import PartialDate
from paperatlas.bibliography.model.entry import Entry, ListItem
from paperatlas.bibliography.model.fields import Field
from paperatlas.bibliography.model.marked_text import Marked, MarkedText
from paperatlas.bibliography.model.name import Name, NameList
from paperatlas.bibliography.reader.library import Library, SourceFile, parse_library, read_library
from paperatlas.bibliography.rules import RULES

__all__ = [
    "RULES",
    "Entry",
    "Field",
    "Library",
    "ListItem",
    "Marked",
    "MarkedText",
    "Name",
    "NameList",
    "PartialDate",
    "SourceFile",
    "parse_library",
    "read_library",
]
