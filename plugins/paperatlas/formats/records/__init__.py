"""A record from elsewhere -> an entry in the library's style, in its place."""
