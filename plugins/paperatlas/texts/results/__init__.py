"""The words of published results."""
