"""References in full, as APA's style and Google Scholar have them."""

from __future__ import annotations

import pytest

from paperatlas.formats.awesome.reference_form import ListedReference, read_reference
from paperatlas.formats.person import OTHERS
from paperatlas.formats.records.record import Author

ADA, ALAN = Author("Byron", "A."), Author("Mathison", "A. M.")


# The Publication Manual of the APA, 7th edition: 9.8 (authors), 9.14 (dates), 9.19 (titles); "... &" is of its 6th.
@pytest.mark.parametrize(
    ("text", "reference"),
    [
        (
            "Byron, A., & Mathison, A. M. (2021). On looms. Annals, 3, 1-9.",
            ListedReference((ADA, ALAN), "On looms"),
        ),
        ("Byron, A. (2021, May). On looms: A study.", ListedReference((ADA,), "On looms: A study")),
        ("Byron, A. (2021a). On looms", ListedReference((ADA,), "On looms")),
        ("A. Byron and A. M. Mathison (2021): On looms.", ListedReference((ADA, ALAN), "On looms")),
        ("Byron, A., ... & Mathison, A. M. (2021). On looms.", ListedReference((ADA, OTHERS), "On looms")),
        ("Byron, A., et al. (2021). On looms.", ListedReference((ADA, OTHERS), "On looms")),
        ("Byron, A. (2021). Looms vs. engines. Annals.", ListedReference((ADA,), "Looms vs. engines")),
        (
            "Byron, A. (2021). Do looms think? Engines do. Annals.",
            ListedReference((ADA,), "Do looms think? Engines do"),
        ),
        ("Byron, A. (2021). Do looms think? arXiv preprint.", ListedReference((ADA,), "Do looms think?")),
        ("Seeing with Attention (2021). A second edition", None),
        ("Ada Byron (2021). On looms.", None),
        ("Byron, A., On looms, 2021", None),
        ("", None),
    ],
)
def test_what_a_reference_says(text: str, reference: ListedReference | None) -> None:
    assert read_reference(text) == reference
