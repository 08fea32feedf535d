"""A record is of an entry's work if title, first author and year say so."""

from __future__ import annotations

from datetime import date

import pytest

from paperatlas.bibliography import parse_library
from paperatlas.upkeep.updates.same_work import difference_to
from paperatlas.upkeep.updates.stored import FoundPublication

TODAY = date(2026, 11, 28)
FLOWS = "title = {Flows of {Glass}}, author = {Lovelace, Ada and others}"


@pytest.mark.parametrize(
    ("fields", "title", "author", "year", "difference"),
    [
        (FLOWS, "Flows of Glass", ("Lovelace", "Ada"), 2021, ""),
        (FLOWS, "FLOWS OF GLASS.", ("LOVELACE", "A. K."), 2021, ""),
        (FLOWS, "Flows of Sand", ("Lovelace", "Ada"), 2021, "title"),
        (FLOWS, "", ("Lovelace", "Ada"), 2021, "title"),
        # Another paper under the same title.
        (FLOWS, "Flows of Glass", ("Hopper", "Grace"), 2021, "author"),
        (FLOWS, "Flows of Glass", ("Lovelace", "Byron"), 2021, "author"),
        (FLOWS, "Flows of Glass", ("", ""), 2021, "author"),
        (FLOWS, "Flows of Glass", ("Lovelace", "Ada"), 2017, "year"),
        (FLOWS, "Flows of Glass", ("Lovelace", "Ada"), 2027, "year"),
        (FLOWS, "Flows of Glass", ("Lovelace", "Ada"), 0, "year"),
        ("title = {Flows}, author = {van der Maaten, Laurens}", "Flows", ("van der Maaten", "Laurens"), 2020, ""),
        ("title = {Flows}, author = {Müller, Jörg}", "Flows", ("Muller", "Jorg"), 2020, ""),
        ("title = {Flows}, author = {王伟}", "Flows", ("王", "伟"), 2020, ""),
        ("title = {Flows}, author = {Wei, Wang}", "Flows", ("Wang", "Wei"), 2020, ""),
        ("title = {Flows}, author = {Wang, Wei}", "Flows", ("Wang", "Xin"), 2020, "author"),
        ("title = {Flows}, author = {{DeepMind}}", "Flows", ("DeepMind", ""), 2020, ""),
        ("title = {Flows}", "Flows", ("Lovelace", "Ada"), 2020, "author"),
    ],
)
def test_in_what_two_works_differ(fields: str, title: str, author: tuple[str, str], year: int, difference: str) -> None:
    library, _ = parse_library(
        f"@misc{{a, {fields}, eprint = {{2001.00001}}, eprinttype = {{arxiv}}}}".encode(), "a.bib"
    )
    found = FoundPublication(TODAY, "article", {"title": title}, author, year)
    assert difference_to(library.entries[0], found) == difference


@pytest.mark.parametrize(("year", "difference"), [(1998, ""), (2004, ""), (2005, "year")])
def test_the_year_of_a_work_without_a_number_at_arxiv_is_its_date(year: int, difference: str) -> None:
    library, _ = parse_library(f"@misc{{a, {FLOWS}, date = {{1998}}}}".encode(), "a.bib")
    found = FoundPublication(TODAY, "article", {"title": "Flows of Glass"}, ("Lovelace", "Ada"), year)
    assert difference_to(library.entries[0], found) == difference
