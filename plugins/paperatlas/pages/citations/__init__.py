"""Citations and references of a page, in the built-in styles or any CSL style."""
