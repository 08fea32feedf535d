"""CSL-JSON: written from entries, and read as records."""
