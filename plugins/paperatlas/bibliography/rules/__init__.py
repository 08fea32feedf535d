"""The rules of this room: everything a .bib file's text alone can break, written for its readers.

Codes are never reused. `SYN` is syntax, `ENC` encodings, `MAC` macros, `TEX` LaTeX, `NAM` names, `DAT` dates, `PAG`
pages and volumes, `XRF` inheritance, `IDN` identifiers and addresses.
"""

from __future__ import annotations

from paperatlas.bibliography.rules.between import *  # noqa: F403
from paperatlas.bibliography.rules.identifiers import *  # noqa: F403
from paperatlas.bibliography.rules.names import *  # noqa: F403
from paperatlas.bibliography.rules.syntax import *  # noqa: F403
from paperatlas.bibliography.rules.text import *  # noqa: F403
from paperatlas.bibliography.rules.values import *  # noqa: F403
from paperatlas.diagnostics.problem import rules_in

RULES = rules_in(globals())
