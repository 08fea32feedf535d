"""The words of exports."""
