"""`paperatlas new`: a site or a direction to begin with."""
