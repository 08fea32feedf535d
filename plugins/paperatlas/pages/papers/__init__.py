"""The list of all papers as pages, and the data that its script filters and sorts."""
