"""Two atlases -> what a change does."""
