"""Prices, which are no formulas although they stand between dollar signs: `$5 (or $10)`."""

PRICE = r"\d[\d.,]*[kKmMbB]?\s+\W?[^\W\d_]{2,}[^$\\^_={}\n]*\$"
"""A pattern: what stands behind a dollar sign that is one, up to the next, an amount and words."""
