"""Numbers and quantities of siunitx."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.latex.decode import decode
from paperatlas.bibliography.model.marked_text import MarkedText

# What siunitx prints by default (its manual, version 3, chapters 3.1 to 3.6, and 4 for the units).
QUANTITIES = [
    (r"A \SI{10}{\micro\metre} gap", "A 10 µm gap"),
    (r"at \qty{5}{\kilo\hertz}", "at 5 kHz"),
    (r"\qty[per-mode = symbol]{9.8}{\metre\per\second\squared}", "9.8 m s⁻²"),
    (r"\SI{3}{\square\metre} or \SI{3}{\cubic\centi\meter}", "3 m² or 3 cm³"),
    (r"\qty{2}{\raiseto{4}\metre} \qty{2}{\metre\tothe{5}}", "2 m⁴ 2 m⁵"),
    (r"\qty{3}{m/s} and \qty{3}{kg.m^{-2}}", "3 m/s and 3 kg m⁻²"),
    (r"\qty{20}{\celsius}, \qty{3}{\degree}, \qty{5}{\percent}", "20 °C, 3°, 5 %"),
    (r"\SI{7}{\gram\of{fat}}", "7 gfat"),
    (r"\num{1e5}, \num{1.5e-3}, \num{e5}, \num{-3}", "1 × 10⁵, 1.5 × 10⁻³, 10⁵, −3"),
    (r"\num{1 +- 0.2} \num{12.3(4)}", "1 ± 0.2 12.3(4)"),
    (r"\ang{45}, \ang{1;2;3}, \ang{;;4}", "45°, 1°2′3″, 4″"),
    (r"\si{\metre\per\second} and \unit{\um}", "m s⁻¹ and µm"),
    (r"\SIrange{1}{2}{\kelvin}, \numrange{1}{2}", "1 K to 2 K, 1 to 2"),
    (r"\qtylist{1;2;3}{\nm} \numlist{1;2}", "1 nm, 2 nm and 3 nm 1 and 2"),
    (r"\qtyproduct{1 x 2}{\mm}", "1 mm × 2 mm"),
]


@pytest.mark.parametrize(("latex", "readable"), QUANTITIES)
def test_quantities(latex: str, readable: str) -> None:
    decoded = decode(latex)
    assert MarkedText(decoded.nodes, "").readable == readable
    assert not decoded.flawed


def test_a_unit_that_nobody_knows_is_named_and_stays() -> None:
    decoded = decode(r"\SI{4}{\furlong}")
    assert MarkedText(decoded.nodes, "").readable == "4 furlong"
    assert decoded.unknown == ("furlong",)


def test_a_quantity_that_does_not_end_is_reported() -> None:
    assert decode(r"\SI{4}{\metre").open_braces
    assert MarkedText(decode(r"\SI").nodes, "").text == ""
