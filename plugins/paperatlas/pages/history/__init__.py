"""The page of what has changed, month by month, where the history of the files is known."""
