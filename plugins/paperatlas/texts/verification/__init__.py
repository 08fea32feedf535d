"""The words of what was looked up of papers."""
