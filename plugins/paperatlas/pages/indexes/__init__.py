"""The indexes of people, venues and years."""
