"""The words of the maps of papers and of directions."""
