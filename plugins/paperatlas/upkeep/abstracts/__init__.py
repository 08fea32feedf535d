"""The abstracts that authors wrote, fetched for one's own site."""
