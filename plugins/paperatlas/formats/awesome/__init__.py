"""Curated lists of papers, read as records."""
