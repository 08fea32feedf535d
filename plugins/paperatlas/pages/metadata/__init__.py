"""What the head of a paper's page says to machines."""
