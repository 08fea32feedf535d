"""RIS: written from entries, and read as records."""
