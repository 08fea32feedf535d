"""The web behind one client: arXiv, Crossref and the other places that records come from."""
