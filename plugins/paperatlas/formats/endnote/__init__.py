"""EndNote's formats, tagged (.enw) and XML, read as records."""
