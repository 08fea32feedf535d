"""Citations in Markdown, as Pandoc writes them."""
