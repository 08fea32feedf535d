"""`verified.tsv` -> what of a paper was looked up, when and where, and what was found, with its place in the file."""

from paperatlas.verification.model import VERIFICATION_COLUMNS, Verification
from paperatlas.verification.reader import read_verifications
from paperatlas.verification.rules import RULES

__all__ = ["RULES", "VERIFICATION_COLUMNS", "Verification", "read_verifications"]
