"""Other formats <-> entries."""
