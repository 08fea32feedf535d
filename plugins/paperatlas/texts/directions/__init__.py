"""The words of directions: what is thought of them, and what a new note begins with."""
