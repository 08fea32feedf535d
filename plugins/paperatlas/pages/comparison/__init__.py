"""Methods side by side: those of a group, and those that a reader chooses."""
