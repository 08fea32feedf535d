"""How good derived relations are: other ways to find them, and how lists of papers are measured."""
