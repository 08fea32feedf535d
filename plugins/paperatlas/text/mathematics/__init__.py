"""Formulas: LaTeX's mathematics as MathML, which browsers set by themselves, and as plain text."""

from paperatlas.text.mathematics.formula import Formula, read_formula

__all__ = ["Formula", "read_formula"]
