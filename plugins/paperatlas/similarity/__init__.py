"""Atlas -> derived relations, each with its reasons."""
