"""The bibliography floor: .bib text in, entries with decoded values out, and a problem for all that is wrong.

library, problems = read_library([Path("bib/papers.bib")], root=Path())
"""

from paperatlas.bibliography.dates import PartialDate
from paperatlas.bibliography.entry import Entry, Item
from paperatlas.bibliography.fields import Field
from paperatlas.bibliography.library import Library, SourceFile, read_library
from paperatlas.bibliography.name import Name, NameList
from paperatlas.bibliography.rules import RULES
from paperatlas.bibliography.text import Marked, MarkedText

__all__ = [
    "RULES",
    "Entry",
    "Field",
    "Item",
    "Library",
    "Marked",
    "MarkedText",
    "Name",
    "NameList",
    "PartialDate",
    "SourceFile",
    "read_library",
]
