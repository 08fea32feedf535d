"""The words of problems: their list, and what a served page tells of them."""
