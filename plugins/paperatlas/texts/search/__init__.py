"""The words of search, and of pages that are not there."""
