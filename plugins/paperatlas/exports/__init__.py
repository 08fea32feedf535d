"""Atlas -> files, one module for each."""
