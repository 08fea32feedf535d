"""Lists of references, fetched to find which paper of the library cites which."""
