"""EndNote's formats."""
