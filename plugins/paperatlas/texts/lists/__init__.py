"""The words of the lists of papers, people, venues and years."""
