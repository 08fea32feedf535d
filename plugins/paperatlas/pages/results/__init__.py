"""Published results on pages: of a paper, of a direction, and in comparisons."""
