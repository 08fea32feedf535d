"""The words of citations between papers."""
