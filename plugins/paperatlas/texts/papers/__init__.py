"""The words of the pages of papers."""
