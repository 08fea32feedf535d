"""Values that BibLaTeX prints in words of the document's language: `newseries`, `countryde`, the number of a series.

See its manual, 4.9.2 (localisation keys) and 2.2.2 (`series`). Keys of `type` have words for each language of a site,
in `texts`; these are written in English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

LOCALISED_FIELDS = frozenset({"series", "location"})
_SERIES: Mapping[str, str] = {"newseries": "New series", "oldseries": "Old series"}
_COUNTRIES: Mapping[str, str] = {
    "de": "Germany", "eu": "European Union", "ep": "European Union", "fr": "France", "uk": "United Kingdom",
    "us": "United States of America",
}  # fmt: skip
_COUNTRY = re.compile(rf"\bcountry({'|'.join(_COUNTRIES)})\b")
_ENDINGS: Mapping[str, str] = {"1": "st", "2": "nd", "3": "rd"}


def localised(name: str, value: str, entry_type: str) -> str:
    """Return the words that a value of `series` or `location` stands for; the value if it stands for itself.

    An integer as the series of an article is the journal's: `3` is the third.
    """
    if name == "location":
        return _COUNTRY.sub(lambda match: _COUNTRIES[match[1]], value) if "country" in value else value
    if entry_type == "article" and value.isdecimal() and len(value) < 3:
        ending = "th" if value[-2:-1] == "1" else _ENDINGS.get(value[-1], "th")
        return f"{value}{ending} series"
    return _SERIES.get(value.lower(), value)
