"""The words of comparisons."""
