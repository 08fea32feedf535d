"""A paper that somebody proposes with a form."""
