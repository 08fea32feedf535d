"""Chemical formulas of mhchem."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.latex.decode import decode
from paperatlas.bibliography.model.marked_text import MarkedText


# The manual of mhchem (version 4), chapters 3.1 to 3.9.
@pytest.mark.parametrize(
    ("latex", "readable"),
    [
        (r"\ce{H2O} and \ce{CO2}", "H₂O and CO₂"),
        (r"\ce{SO4^2-} \ce{Fe^{3+}} \ce{Na+} \ce{Y^{99+}}", "SO₄²⁻ Fe³⁺ Na⁺ Y⁹⁹⁺"),
        (r"\ce{(NH4)2S}", "(NH₄)₂S"),
        (r"\ce{2H2 + O2 -> 2H2O}", "2H₂ + O₂ → 2H₂O"),
        (r"\ce{A <=> B} \ce{A ->[x] B}", "A ⇌ B A → B"),
        (r"\ce{^{227}_{90}Th+}", "²²⁷₉₀Th⁺"),
        (r"\ce{LiNi_{0.8}O2}", "LiNi0.8O₂"),
    ],
)
def test_formulas(latex: str, readable: str) -> None:
    decoded = decode(latex)
    assert MarkedText(decoded.nodes, "").readable == readable
    assert not decoded.flawed
